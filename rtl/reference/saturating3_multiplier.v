// saturating3_multiplier: multiplier of saturating3 (reduced-area tree, simple partial products, hybrid adder)
// Cells: 2 full adders, 1 half adders
// Latency: 0 clocks
module saturating3_multiplier (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] product
);

  // partial products
  wire n8, n9, n10, n11, n12, n13, n14, n15, n16;
  assign n8 = x[0] & w[0];
  assign n9 = x[1] & w[0];
  assign n10 = x[2] & w[0];
  assign n11 = x[0] & w[1];
  assign n12 = x[1] & w[1];
  assign n13 = x[2] & w[1];
  assign n14 = ~(x[0] & w[2]);
  assign n15 = ~(x[1] & w[2]);
  assign n16 = ~(x[2] & w[2]);

  // reduction stage 1
  wire n17, n18, n19, n20;
  half_adder ha9 (.a(n9), .b(n11), .sum(n17), .carry(n18));
  full_adder fa10 (.a(n10), .b(n12), .c(n14), .sum(n19), .carry(n20));

  // reduction stage 2
  wire n21, n22, n23, n24;
  assign n21 = ~(n18 ^ n19);
  assign n22 = n18 | n19;
  full_adder fa13 (.a(n20), .b(n13), .c(n15), .sum(n23), .carry(n24));

  // carry-propagate adder
  wire n25, n26, n27, n28, n29, n30, n31, n32;
  assign n25 = n22 ^ n23;
  assign n26 = n24 ^ n16;
  assign n27 = ~(n22 & n23);
  assign n28 = ~(n26 ^ n27);
  assign n29 = ~(n24 | n16);
  assign n30 = ~(n24 & n16);
  assign n31 = ~((n29 | n27) & n30);
  assign n32 = ~n31;

  assign product = {n32, n28, n25, n21, n17, n8};
endmodule
