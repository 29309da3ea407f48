// saturating: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 2 synapses, saturated to 6 bits
//
// Parameters: none
// Ports
//   x         input  6 bits: unsigned input k in [k*3 +: 3]
//   w         input  6 bits: unsigned weight k in [k*3 +: 3]
//   sum       output 6 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 11 full adders, 7 half adders
// Spec: {"accumulator":6,"activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"saturating","objective":"balanced","outputBits":8,"overflow":"saturate","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":2,"threshold":0}
module saturating (
  input  wire [5:0] x,
  input  wire [5:0] w,
  output wire [5:0] sum
);

  // partial products
  wire n14, n15, n16, n17, n18, n19, n20, n21, n22;
  assign n14 = x[0] & w[0];
  assign n15 = x[1] & w[0];
  assign n16 = x[2] & w[0];
  assign n17 = x[0] & w[1];
  assign n18 = x[1] & w[1];
  assign n19 = x[2] & w[1];
  assign n20 = x[0] & w[2];
  assign n21 = x[1] & w[2];
  assign n22 = x[2] & w[2];

  // reduction stage 1
  wire n23, n24, n25, n26, n27, n28;
  half_adder ha9 (.a(n15), .b(n17), .sum(n23), .carry(n24));
  full_adder fa10 (.a(n16), .b(n18), .c(n20), .sum(n25), .carry(n26));
  half_adder ha11 (.a(n19), .b(n21), .sum(n27), .carry(n28));

  // carry-propagate adder
  wire n29, n30, n31, n32, n33, n34;
  half_adder ha12 (.a(n25), .b(n24), .sum(n29), .carry(n30));
  full_adder fa13 (.a(n27), .b(n26), .c(n30), .sum(n31), .carry(n32));
  full_adder fa14 (.a(n22), .b(n28), .c(n32), .sum(n33), .carry(n34));

  // partial products
  wire n35, n36, n37, n38, n39, n40, n41, n42, n43;
  assign n35 = x[3] & w[3];
  assign n36 = x[4] & w[3];
  assign n37 = x[5] & w[3];
  assign n38 = x[3] & w[4];
  assign n39 = x[4] & w[4];
  assign n40 = x[5] & w[4];
  assign n41 = x[3] & w[5];
  assign n42 = x[4] & w[5];
  assign n43 = x[5] & w[5];

  // reduction stage 1
  wire n44, n45, n46, n47, n48, n49;
  half_adder ha24 (.a(n36), .b(n38), .sum(n44), .carry(n45));
  full_adder fa25 (.a(n37), .b(n39), .c(n41), .sum(n46), .carry(n47));
  half_adder ha26 (.a(n40), .b(n42), .sum(n48), .carry(n49));

  // carry-propagate adder
  wire n50, n51, n52, n53, n54, n55;
  half_adder ha27 (.a(n46), .b(n45), .sum(n50), .carry(n51));
  full_adder fa28 (.a(n48), .b(n47), .c(n51), .sum(n52), .carry(n53));
  full_adder fa29 (.a(n43), .b(n49), .c(n53), .sum(n54), .carry(n55));

  // adder tree: 2 numbers
  wire n56, n57, n58, n59, n60, n61, n62, n63, n64, n65, n66, n67;
  half_adder ha30 (.a(n14), .b(n35), .sum(n56), .carry(n57));
  full_adder fa31 (.a(n23), .b(n44), .c(n57), .sum(n58), .carry(n59));
  full_adder fa32 (.a(n29), .b(n50), .c(n59), .sum(n60), .carry(n61));
  full_adder fa33 (.a(n31), .b(n52), .c(n61), .sum(n62), .carry(n63));
  full_adder fa34 (.a(n33), .b(n54), .c(n63), .sum(n64), .carry(n65));
  full_adder fa35 (.a(n34), .b(n55), .c(n65), .sum(n66), .carry(n67));

  // saturation
  wire n68, n69, n70, n71, n72, n73;
  assign n68 = n56 | n67;
  assign n69 = n58 | n67;
  assign n70 = n60 | n67;
  assign n71 = n62 | n67;
  assign n72 = n64 | n67;
  assign n73 = n66 | n67;

  assign sum = {n73, n72, n71, n70, n69, n68};
endmodule
