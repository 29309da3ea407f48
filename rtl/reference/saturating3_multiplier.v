// saturating3_multiplier: multiplier of saturating3 (reduced-area tree, simple partial products, hybrid adder)
// Cells: 2 full adders, 1 half adders
// Latency: 0 clocks
module saturating3_multiplier (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] product
);

  // partial products
  wire pp_0_0, pp_1_0, pp_2_0, pp_0_1, pp_1_1, pp_2_1, pp_0_2, pp_1_2, pp_2_2;
  assign pp_0_0 = x[0] & w[0];
  assign pp_1_0 = x[1] & w[0];
  assign pp_2_0 = x[2] & w[0];
  assign pp_0_1 = x[0] & w[1];
  assign pp_1_1 = x[1] & w[1];
  assign pp_2_1 = x[2] & w[1];
  assign pp_0_2 = ~(x[0] & w[2]);
  assign pp_1_2 = ~(x[1] & w[2]);
  assign pp_2_2 = ~(x[2] & w[2]);

  // reduction stage 1
  wire s1_c1_sum, s1_c1_carry, s1_c2_sum, s1_c2_carry;
  half_adder ha9 (.a(pp_1_0), .b(pp_0_1), .sum(s1_c1_sum), .carry(s1_c1_carry));
  full_adder fa10 (.a(pp_2_0), .b(pp_1_1), .c(pp_0_2), .sum(s1_c2_sum), .carry(s1_c2_carry));

  // reduction stage 2
  wire s2_c2_sum, s2_c2_carry, s2_c3_sum, s2_c3_carry;
  assign s2_c2_sum = ~(s1_c1_carry ^ s1_c2_sum);
  assign s2_c2_carry = s1_c1_carry | s1_c2_sum;
  full_adder fa13 (.a(s1_c2_carry), .b(pp_2_1), .c(pp_1_2), .sum(s2_c3_sum), .carry(s2_c3_carry));

  // carry-propagate adder
  wire cpa_c3_half, cpa_c4_half, cpa_nand_0, cpa_c4_sum, cpa_nor_0, cpa_nand_1, cpa_oai21_0,
    cpa_c5_sum;
  assign cpa_c3_half = s2_c2_carry ^ s2_c3_sum;
  assign cpa_c4_half = s2_c3_carry ^ pp_2_2;
  assign cpa_nand_0 = ~(s2_c2_carry & s2_c3_sum);
  assign cpa_c4_sum = ~(cpa_c4_half ^ cpa_nand_0);
  assign cpa_nor_0 = ~(s2_c3_carry | pp_2_2);
  assign cpa_nand_1 = ~(s2_c3_carry & pp_2_2);
  assign cpa_oai21_0 = ~((cpa_nor_0 | cpa_nand_0) & cpa_nand_1);
  assign cpa_c5_sum = ~cpa_oai21_0;

  assign product = {cpa_c5_sum, cpa_c4_sum, cpa_c3_half, s2_c2_sum, s1_c1_sum, pp_0_0};
endmodule
