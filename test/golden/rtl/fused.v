// fused: digital neuron, structural (wallace tree, simple partial products, ripple adder)
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
// Cells: 16 full adders, 11 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"fused","bias":true,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"fused","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":2,"threshold":0}
module fused (
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

  // partial products
  wire n29, n30, n31, n32, n33, n34, n35, n36, n37;
  assign n29 = x[3] & w[3];
  assign n30 = x[4] & w[3];
  assign n31 = x[5] & w[3];
  assign n32 = x[3] & w[4];
  assign n33 = x[4] & w[4];
  assign n34 = x[5] & w[4];
  assign n35 = x[3] & w[5];
  assign n36 = x[4] & w[5];
  assign n37 = x[5] & w[5];

  // reduction stage 1
  wire n38, n39, n40, n41, n42, n43, n44, n45, n46, n47, n48, n49;
  half_adder ha18 (.a(n21), .b(n23), .sum(n38), .carry(n39));
  full_adder fa19 (.a(n22), .b(n24), .c(n26), .sum(n40), .carry(n41));
  half_adder ha20 (.a(n25), .b(n27), .sum(n42), .carry(n43));
  half_adder ha21 (.a(n30), .b(n32), .sum(n44), .carry(n45));
  full_adder fa22 (.a(n31), .b(n33), .c(n35), .sum(n46), .carry(n47));
  half_adder ha23 (.a(n34), .b(n36), .sum(n48), .carry(n49));

  // reduction stage 2
  wire n50, n51, n52, n53, n54, n55, n56, n57, n58, n59;
  half_adder ha24 (.a(n20), .b(n29), .sum(n50), .carry(n51));
  half_adder ha25 (.a(n38), .b(n44), .sum(n52), .carry(n53));
  full_adder fa26 (.a(n40), .b(n39), .c(n46), .sum(n54), .carry(n55));
  full_adder fa27 (.a(n42), .b(n41), .c(n48), .sum(n56), .carry(n57));
  full_adder fa28 (.a(n28), .b(n43), .c(n37), .sum(n58), .carry(n59));

  // reduction stage 3
  wire n60, n61, n62, n63, n64, n65, n66, n67;
  half_adder ha29 (.a(n52), .b(n51), .sum(n60), .carry(n61));
  full_adder fa30 (.a(n54), .b(n53), .c(n45), .sum(n62), .carry(n63));
  full_adder fa31 (.a(n56), .b(n55), .c(n47), .sum(n64), .carry(n65));
  full_adder fa32 (.a(n58), .b(n57), .c(n49), .sum(n66), .carry(n67));

  // reduction stage 4
  wire n68, n69, n70, n71, n72, n73, n74, n75, n76, n77, n78, n79;
  half_adder ha33 (.a(n50), .b(bias[0]), .sum(n68), .carry(n69));
  half_adder ha34 (.a(n60), .b(bias[1]), .sum(n70), .carry(n71));
  full_adder fa35 (.a(n62), .b(n61), .c(bias[2]), .sum(n72), .carry(n73));
  full_adder fa36 (.a(n64), .b(n63), .c(bias[3]), .sum(n74), .carry(n75));
  full_adder fa37 (.a(n66), .b(n65), .c(bias[4]), .sum(n76), .carry(n77));
  full_adder fa38 (.a(n59), .b(n67), .c(bias[5]), .sum(n78), .carry(n79));

  // carry-propagate adder
  wire n80, n81, n82, n83, n84, n85, n86, n87, n88, n89, n90, n91;
  half_adder ha39 (.a(n70), .b(n69), .sum(n80), .carry(n81));
  full_adder fa40 (.a(n72), .b(n71), .c(n81), .sum(n82), .carry(n83));
  full_adder fa41 (.a(n74), .b(n73), .c(n83), .sum(n84), .carry(n85));
  full_adder fa42 (.a(n76), .b(n75), .c(n85), .sum(n86), .carry(n87));
  full_adder fa43 (.a(n78), .b(n77), .c(n87), .sum(n88), .carry(n89));
  half_adder ha44 (.a(n79), .b(n89), .sum(n90), .carry(n91));

  assign sum = {n91, n90, n88, n86, n84, n82, n80, n68};
endmodule
