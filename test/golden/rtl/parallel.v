// parallel: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = bias + x[0]*w[0] + ... over 2 synapses, exact
//
// Parameters: none
// Ports
//   x         input  6 bits: unsigned input k in [k*3 +: 3]
//   w         input  6 bits: unsigned weight k in [k*3 +: 3]
//   bias      input  6 bits: unsigned, added to sum
//   sum       output 8 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 16 full adders, 9 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":true,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"parallel","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":2,"threshold":0}
module parallel (
  input  wire [5:0] x,
  input  wire [5:0] w,
  input  wire [5:0] bias,
  output wire [7:0] sum
);

  // partial products
  wire n20, n21, n22, n23, n24, n25, n26, n27, n28;
  assign n20 = x[0] & w[0];
  assign n21 = x[1] & w[0];
  assign n22 = x[2] & w[0];
  assign n23 = x[0] & w[1];
  assign n24 = x[1] & w[1];
  assign n25 = x[2] & w[1];
  assign n26 = x[0] & w[2];
  assign n27 = x[1] & w[2];
  assign n28 = x[2] & w[2];

  // reduction stage 1
  wire n29, n30, n31, n32, n33, n34;
  half_adder ha9 (.a(n21), .b(n23), .sum(n29), .carry(n30));
  full_adder fa10 (.a(n22), .b(n24), .c(n26), .sum(n31), .carry(n32));
  half_adder ha11 (.a(n25), .b(n27), .sum(n33), .carry(n34));

  // carry-propagate adder
  wire n35, n36, n37, n38, n39, n40;
  half_adder ha12 (.a(n31), .b(n30), .sum(n35), .carry(n36));
  full_adder fa13 (.a(n33), .b(n32), .c(n36), .sum(n37), .carry(n38));
  full_adder fa14 (.a(n28), .b(n34), .c(n38), .sum(n39), .carry(n40));

  // partial products
  wire n41, n42, n43, n44, n45, n46, n47, n48, n49;
  assign n41 = x[3] & w[3];
  assign n42 = x[4] & w[3];
  assign n43 = x[5] & w[3];
  assign n44 = x[3] & w[4];
  assign n45 = x[4] & w[4];
  assign n46 = x[5] & w[4];
  assign n47 = x[3] & w[5];
  assign n48 = x[4] & w[5];
  assign n49 = x[5] & w[5];

  // reduction stage 1
  wire n50, n51, n52, n53, n54, n55;
  half_adder ha24 (.a(n42), .b(n44), .sum(n50), .carry(n51));
  full_adder fa25 (.a(n43), .b(n45), .c(n47), .sum(n52), .carry(n53));
  half_adder ha26 (.a(n46), .b(n48), .sum(n54), .carry(n55));

  // carry-propagate adder
  wire n56, n57, n58, n59, n60, n61;
  half_adder ha27 (.a(n52), .b(n51), .sum(n56), .carry(n57));
  full_adder fa28 (.a(n54), .b(n53), .c(n57), .sum(n58), .carry(n59));
  full_adder fa29 (.a(n49), .b(n55), .c(n59), .sum(n60), .carry(n61));

  // adder tree: 2 numbers
  wire n62, n63, n64, n65, n66, n67, n68, n69, n70, n71, n72, n73;
  half_adder ha30 (.a(n20), .b(n41), .sum(n62), .carry(n63));
  full_adder fa31 (.a(n29), .b(n50), .c(n63), .sum(n64), .carry(n65));
  full_adder fa32 (.a(n35), .b(n56), .c(n65), .sum(n66), .carry(n67));
  full_adder fa33 (.a(n37), .b(n58), .c(n67), .sum(n68), .carry(n69));
  full_adder fa34 (.a(n39), .b(n60), .c(n69), .sum(n70), .carry(n71));
  full_adder fa35 (.a(n40), .b(n61), .c(n71), .sum(n72), .carry(n73));

  // bias
  wire n74, n75, n76, n77, n78, n79, n80, n81, n82, n83, n84, n85, n86, n87;
  half_adder ha36 (.a(n62), .b(bias[0]), .sum(n74), .carry(n75));
  full_adder fa37 (.a(n64), .b(bias[1]), .c(n75), .sum(n76), .carry(n77));
  full_adder fa38 (.a(n66), .b(bias[2]), .c(n77), .sum(n78), .carry(n79));
  full_adder fa39 (.a(n68), .b(bias[3]), .c(n79), .sum(n80), .carry(n81));
  full_adder fa40 (.a(n70), .b(bias[4]), .c(n81), .sum(n82), .carry(n83));
  full_adder fa41 (.a(n72), .b(bias[5]), .c(n83), .sum(n84), .carry(n85));
  half_adder ha42 (.a(n73), .b(n85), .sum(n86), .carry(n87));

  assign sum = {n87, n86, n84, n82, n80, n78, n76, n74};
endmodule
