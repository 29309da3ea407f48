// saturating3_multiplier: multiplier of saturating3 (dadda tree, simple partial products, brent-kung adder)
// Cells: 1 full adders, 2 half adders
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
  wire n17, n18;
  half_adder ha9 (.a(n10), .b(n12), .sum(n17), .carry(n18));

  // reduction stage 2
  wire n19, n20, n21, n22;
  half_adder ha10 (.a(n17), .b(n14), .sum(n19), .carry(n20));
  full_adder fa11 (.a(n18), .b(n13), .c(n15), .sum(n21), .carry(n22));

  // carry-propagate adder
  wire n23, n24, n25, n26, n27, n28, n29, n30, n31, n32, n33, n34, n35, n36, n37, n38, n39, n40,
    n41, n42;
  assign n23 = ~(n9 & n11);
  assign n24 = n9 ^ n11;
  assign n25 = ~n19;
  assign n26 = ~(n25 ^ n23);
  assign n27 = n20 ^ n21;
  assign n28 = ~n19;
  assign n29 = ~(n28 & n23);
  assign n30 = n27 ^ n29;
  assign n31 = n22 ^ n16;
  assign n32 = ~(n20 | n21);
  assign n33 = ~n32;
  assign n34 = ~(n20 & n21);
  assign n35 = ~n34;
  assign n36 = ~((n33 & n29) | n35);
  assign n37 = ~(n31 ^ n36);
  assign n38 = ~(n22 | n16);
  assign n39 = ~(n38 | n32);
  assign n40 = ~(n22 & n16);
  assign n41 = ~((n38 | n34) & n40);
  assign n42 = ~((n39 & n29) | n41);

  assign product = {n42, n37, n30, n26, n24, n8};
endmodule
