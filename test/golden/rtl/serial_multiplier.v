// serial_multiplier: multiplier of serial (wallace tree, simple partial products, ripple adder)
// Cells: 3 full adders, 3 half adders
// Latency: 0 clocks
module serial_multiplier (
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
  assign n14 = x[0] & w[2];
  assign n15 = x[1] & w[2];
  assign n16 = x[2] & w[2];

  // reduction stage 1
  wire n17, n18, n19, n20, n21, n22;
  half_adder ha9 (.a(n9), .b(n11), .sum(n17), .carry(n18));
  full_adder fa10 (.a(n10), .b(n12), .c(n14), .sum(n19), .carry(n20));
  half_adder ha11 (.a(n13), .b(n15), .sum(n21), .carry(n22));

  // carry-propagate adder
  wire n23, n24, n25, n26, n27, n28;
  half_adder ha12 (.a(n19), .b(n18), .sum(n23), .carry(n24));
  full_adder fa13 (.a(n21), .b(n20), .c(n24), .sum(n25), .carry(n26));
  full_adder fa14 (.a(n16), .b(n22), .c(n26), .sum(n27), .carry(n28));

  assign product = {n28, n27, n25, n23, n17, n8};
endmodule
