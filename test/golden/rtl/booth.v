// booth: digital neuron, structural (wallace tree, booth partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  3 bits: signed input k in [k*3 +: 3]
//   w         input  3 bits: signed weight k in [k*3 +: 3]
//   sum       output 6 bits: signed
// Latency: 0 clocks (combinational)
// Cells: 4 full adders, 6 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"booth","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"booth","pipeline":0,"shift":0,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module booth (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum
);

  // partial products
  wire n8, n9, n10, n11, n12, n13, n14, n15, n16, n17, n18, n19, n20, n21, n22, n23, n24, n25,
    n26, n27;
  assign n8 = ~w[1];
  assign n9 = ~(w[0] | n8);
  assign n10 = w[2] ^ w[1];
  assign n11 = ~(w[0] & x[0]);
  assign n12 = ~(n11 ^ w[1]);
  assign n13 = ~((w[0] & x[1]) | (n9 & x[0]));
  assign n14 = ~(n13 ^ w[1]);
  assign n15 = ~((w[0] & x[2]) | (n9 & x[1]));
  assign n16 = ~(n15 ^ w[1]);
  assign n17 = ~((w[0] & x[2]) | (n9 & x[2]));
  assign n18 = ~(n17 ^ w[1]);
  assign n19 = ~n18;
  assign n20 = ~(n10 & x[0]);
  assign n21 = ~(n20 ^ w[2]);
  assign n22 = ~(n10 & x[1]);
  assign n23 = ~(n22 ^ w[2]);
  assign n24 = ~(n10 & x[2]);
  assign n25 = ~(n24 ^ w[2]);
  assign n26 = ~(n10 & x[2]);
  assign n27 = n26 ^ w[2];

  // reduction stage 1
  wire n28, n29, n30, n31, n32, n33, n34, n35, n36, unused37;
  half_adder ha20 (.a(n12), .b(w[1]), .sum(n28), .carry(n29));
  full_adder fa21 (.a(n16), .b(n21), .c(w[2]), .sum(n30), .carry(n31));
  half_adder ha22 (.a(n18), .b(n23), .sum(n32), .carry(n33));
  half_adder ha23 (.a(n18), .b(n25), .sum(n34), .carry(n35));
  half_adder ha24 (.a(n19), .b(n27), .sum(n36), .carry(unused37));

  // carry-propagate adder
  wire n38, n39, n40, n41, n42, n43, n44, n45, n46, unused47;
  half_adder ha25 (.a(n14), .b(n29), .sum(n38), .carry(n39));
  half_adder ha26 (.a(n30), .b(n39), .sum(n40), .carry(n41));
  full_adder fa27 (.a(n32), .b(n31), .c(n41), .sum(n42), .carry(n43));
  full_adder fa28 (.a(n34), .b(n33), .c(n43), .sum(n44), .carry(n45));
  full_adder fa29 (.a(n36), .b(n35), .c(n45), .sum(n46), .carry(unused47));

  assign sum = {n46, n44, n42, n40, n38, n28};
endmodule
