// layer784_multiplier: multiplier of layer784 (reduced-area tree, simple partial products, hybrid adder)
// Cells: 39 full adders, 6 half adders
// Latency: 0 clocks
module layer784_multiplier (
  input  wire [7:0] x,
  input  wire [7:0] w,
  output wire [15:0] product
);

  // partial products
  wire pp_0_0, pp_1_0, pp_2_0, pp_3_0, pp_4_0, pp_5_0, pp_6_0, pp_7_0, pp_0_1, pp_1_1, pp_2_1,
    pp_3_1, pp_4_1, pp_5_1, pp_6_1, pp_7_1, pp_0_2, pp_1_2, pp_2_2, pp_3_2, pp_4_2, pp_5_2,
    pp_6_2, pp_7_2, pp_0_3, pp_1_3, pp_2_3, pp_3_3, pp_4_3, pp_5_3, pp_6_3, pp_7_3, pp_0_4,
    pp_1_4, pp_2_4, pp_3_4, pp_4_4, pp_5_4, pp_6_4, pp_7_4, pp_0_5, pp_1_5, pp_2_5, pp_3_5,
    pp_4_5, pp_5_5, pp_6_5, pp_7_5, pp_0_6, pp_1_6, pp_2_6, pp_3_6, pp_4_6, pp_5_6, pp_6_6,
    pp_7_6, pp_0_7, pp_1_7, pp_2_7, pp_3_7, pp_4_7, pp_5_7, pp_6_7, pp_7_7;
  assign pp_0_0 = x[0] & w[0];
  assign pp_1_0 = x[1] & w[0];
  assign pp_2_0 = x[2] & w[0];
  assign pp_3_0 = x[3] & w[0];
  assign pp_4_0 = x[4] & w[0];
  assign pp_5_0 = x[5] & w[0];
  assign pp_6_0 = x[6] & w[0];
  assign pp_7_0 = ~(x[7] & w[0]);
  assign pp_0_1 = x[0] & w[1];
  assign pp_1_1 = x[1] & w[1];
  assign pp_2_1 = x[2] & w[1];
  assign pp_3_1 = x[3] & w[1];
  assign pp_4_1 = x[4] & w[1];
  assign pp_5_1 = x[5] & w[1];
  assign pp_6_1 = x[6] & w[1];
  assign pp_7_1 = ~(x[7] & w[1]);
  assign pp_0_2 = x[0] & w[2];
  assign pp_1_2 = x[1] & w[2];
  assign pp_2_2 = x[2] & w[2];
  assign pp_3_2 = x[3] & w[2];
  assign pp_4_2 = x[4] & w[2];
  assign pp_5_2 = x[5] & w[2];
  assign pp_6_2 = x[6] & w[2];
  assign pp_7_2 = ~(x[7] & w[2]);
  assign pp_0_3 = x[0] & w[3];
  assign pp_1_3 = x[1] & w[3];
  assign pp_2_3 = x[2] & w[3];
  assign pp_3_3 = x[3] & w[3];
  assign pp_4_3 = x[4] & w[3];
  assign pp_5_3 = x[5] & w[3];
  assign pp_6_3 = x[6] & w[3];
  assign pp_7_3 = ~(x[7] & w[3]);
  assign pp_0_4 = x[0] & w[4];
  assign pp_1_4 = x[1] & w[4];
  assign pp_2_4 = x[2] & w[4];
  assign pp_3_4 = x[3] & w[4];
  assign pp_4_4 = x[4] & w[4];
  assign pp_5_4 = x[5] & w[4];
  assign pp_6_4 = x[6] & w[4];
  assign pp_7_4 = ~(x[7] & w[4]);
  assign pp_0_5 = x[0] & w[5];
  assign pp_1_5 = x[1] & w[5];
  assign pp_2_5 = x[2] & w[5];
  assign pp_3_5 = x[3] & w[5];
  assign pp_4_5 = x[4] & w[5];
  assign pp_5_5 = x[5] & w[5];
  assign pp_6_5 = x[6] & w[5];
  assign pp_7_5 = ~(x[7] & w[5]);
  assign pp_0_6 = x[0] & w[6];
  assign pp_1_6 = x[1] & w[6];
  assign pp_2_6 = x[2] & w[6];
  assign pp_3_6 = x[3] & w[6];
  assign pp_4_6 = x[4] & w[6];
  assign pp_5_6 = x[5] & w[6];
  assign pp_6_6 = x[6] & w[6];
  assign pp_7_6 = ~(x[7] & w[6]);
  assign pp_0_7 = ~(x[0] & w[7]);
  assign pp_1_7 = ~(x[1] & w[7]);
  assign pp_2_7 = ~(x[2] & w[7]);
  assign pp_3_7 = ~(x[3] & w[7]);
  assign pp_4_7 = ~(x[4] & w[7]);
  assign pp_5_7 = ~(x[5] & w[7]);
  assign pp_6_7 = ~(x[6] & w[7]);
  assign pp_7_7 = x[7] & w[7];

  // reduction stage 1
  wire s1_c1_sum, s1_c1_carry, s1_c2_sum, s1_c2_carry, s1_c3_sum, s1_c3_carry, s1_c4_sum,
    s1_c4_carry, s1_c5_sum, s1_c5_carry, s1_c5_sum__2, s1_c5_carry__2, s1_c6_sum, s1_c6_carry,
    s1_c6_sum__2, s1_c6_carry__2, s1_c7_sum, s1_c7_carry, s1_c7_sum__2, s1_c7_carry__2,
    s1_c8_sum, s1_c8_carry, s1_c8_sum__2, s1_c8_carry__2, s1_c9_sum, s1_c9_carry, s1_c9_sum__2,
    s1_c9_carry__2, s1_c10_sum, s1_c10_carry, s1_c11_sum, s1_c11_carry, s1_c12_sum, s1_c12_carry;
  half_adder ha64 (.a(pp_1_0), .b(pp_0_1), .sum(s1_c1_sum), .carry(s1_c1_carry));
  full_adder fa65 (.a(pp_2_0), .b(pp_1_1), .c(pp_0_2), .sum(s1_c2_sum), .carry(s1_c2_carry));
  full_adder fa66 (.a(pp_3_0), .b(pp_2_1), .c(pp_1_2), .sum(s1_c3_sum), .carry(s1_c3_carry));
  full_adder fa67 (.a(pp_4_0), .b(pp_3_1), .c(pp_2_2), .sum(s1_c4_sum), .carry(s1_c4_carry));
  full_adder fa68 (.a(pp_5_0), .b(pp_4_1), .c(pp_3_2), .sum(s1_c5_sum), .carry(s1_c5_carry));
  full_adder fa69 (.a(pp_2_3), .b(pp_1_4), .c(pp_0_5), .sum(s1_c5_sum__2), .carry(s1_c5_carry__2));
  full_adder fa70 (.a(pp_6_0), .b(pp_5_1), .c(pp_4_2), .sum(s1_c6_sum), .carry(s1_c6_carry));
  full_adder fa71 (.a(pp_3_3), .b(pp_2_4), .c(pp_1_5), .sum(s1_c6_sum__2), .carry(s1_c6_carry__2));
  full_adder fa72 (.a(pp_7_0), .b(pp_6_1), .c(pp_5_2), .sum(s1_c7_sum), .carry(s1_c7_carry));
  full_adder fa73 (.a(pp_4_3), .b(pp_3_4), .c(pp_2_5), .sum(s1_c7_sum__2), .carry(s1_c7_carry__2));
  assign s1_c8_sum = ~(pp_7_1 ^ pp_6_2);
  assign s1_c8_carry = pp_7_1 | pp_6_2;
  full_adder fa76 (.a(pp_5_3), .b(pp_4_4), .c(pp_3_5), .sum(s1_c8_sum__2), .carry(s1_c8_carry__2));
  full_adder fa77 (.a(pp_7_2), .b(pp_6_3), .c(pp_5_4), .sum(s1_c9_sum), .carry(s1_c9_carry));
  full_adder fa78 (.a(pp_4_5), .b(pp_3_6), .c(pp_2_7), .sum(s1_c9_sum__2), .carry(s1_c9_carry__2));
  full_adder fa79 (.a(pp_7_3), .b(pp_6_4), .c(pp_5_5), .sum(s1_c10_sum), .carry(s1_c10_carry));
  full_adder fa80 (.a(pp_7_4), .b(pp_6_5), .c(pp_5_6), .sum(s1_c11_sum), .carry(s1_c11_carry));
  full_adder fa81 (.a(pp_7_5), .b(pp_6_6), .c(pp_5_7), .sum(s1_c12_sum), .carry(s1_c12_carry));

  // reduction stage 2
  wire s2_c2_sum, s2_c2_carry, s2_c3_sum, s2_c3_carry, s2_c4_sum, s2_c4_carry, s2_c5_sum,
    s2_c5_carry, s2_c6_sum, s2_c6_carry, s2_c7_sum, s2_c7_carry, s2_c7_sum__2, s2_c7_carry__2,
    s2_c8_sum, s2_c8_carry, s2_c8_sum__2, s2_c8_carry__2, s2_c9_sum, s2_c9_carry, s2_c10_sum,
    s2_c10_carry, s2_c11_sum, s2_c11_carry, s2_c13_sum, s2_c13_carry;
  half_adder ha82 (.a(s1_c1_carry), .b(s1_c2_sum), .sum(s2_c2_sum), .carry(s2_c2_carry));
  full_adder fa83 (.a(s1_c2_carry), .b(s1_c3_sum), .c(pp_0_3), .sum(s2_c3_sum),
    .carry(s2_c3_carry));
  full_adder fa84 (.a(s1_c3_carry), .b(s1_c4_sum), .c(pp_1_3), .sum(s2_c4_sum),
    .carry(s2_c4_carry));
  full_adder fa85 (.a(s1_c4_carry), .b(s1_c5_sum), .c(s1_c5_sum__2), .sum(s2_c5_sum),
    .carry(s2_c5_carry));
  full_adder fa86 (.a(s1_c5_carry), .b(s1_c5_carry__2), .c(s1_c6_sum), .sum(s2_c6_sum),
    .carry(s2_c6_carry));
  full_adder fa87 (.a(s1_c6_carry), .b(s1_c6_carry__2), .c(s1_c7_sum), .sum(s2_c7_sum),
    .carry(s2_c7_carry));
  full_adder fa88 (.a(s1_c7_sum__2), .b(pp_1_6), .c(pp_0_7), .sum(s2_c7_sum__2),
    .carry(s2_c7_carry__2));
  full_adder fa89 (.a(s1_c7_carry), .b(s1_c7_carry__2), .c(s1_c8_sum), .sum(s2_c8_sum),
    .carry(s2_c8_carry));
  full_adder fa90 (.a(s1_c8_sum__2), .b(pp_2_6), .c(pp_1_7), .sum(s2_c8_sum__2),
    .carry(s2_c8_carry__2));
  full_adder fa91 (.a(s1_c8_carry), .b(s1_c8_carry__2), .c(s1_c9_sum), .sum(s2_c9_sum),
    .carry(s2_c9_carry));
  full_adder fa92 (.a(s1_c9_carry), .b(s1_c9_carry__2), .c(s1_c10_sum), .sum(s2_c10_sum),
    .carry(s2_c10_carry));
  full_adder fa93 (.a(s1_c10_carry), .b(s1_c11_sum), .c(pp_4_7), .sum(s2_c11_sum),
    .carry(s2_c11_carry));
  full_adder fa94 (.a(s1_c12_carry), .b(pp_7_6), .c(pp_6_7), .sum(s2_c13_sum),
    .carry(s2_c13_carry));

  // reduction stage 3
  wire s3_c3_sum, s3_c3_carry, s3_c4_sum, s3_c4_carry, s3_c6_sum, s3_c6_carry, s3_c7_sum,
    s3_c7_carry, s3_c8_sum, s3_c8_carry, s3_c9_sum, s3_c9_carry, s3_c10_sum, s3_c10_carry,
    s3_c12_sum, s3_c12_carry;
  half_adder ha95 (.a(s2_c2_carry), .b(s2_c3_sum), .sum(s3_c3_sum), .carry(s3_c3_carry));
  full_adder fa96 (.a(s2_c3_carry), .b(s2_c4_sum), .c(pp_0_4), .sum(s3_c4_sum),
    .carry(s3_c4_carry));
  full_adder fa97 (.a(s2_c5_carry), .b(s2_c6_sum), .c(s1_c6_sum__2), .sum(s3_c6_sum),
    .carry(s3_c6_carry));
  full_adder fa98 (.a(s2_c6_carry), .b(s2_c7_sum), .c(s2_c7_sum__2), .sum(s3_c7_sum),
    .carry(s3_c7_carry));
  full_adder fa99 (.a(s2_c7_carry), .b(s2_c7_carry__2), .c(s2_c8_sum), .sum(s3_c8_sum),
    .carry(s3_c8_carry));
  full_adder fa100 (.a(s2_c8_carry), .b(s2_c8_carry__2), .c(s2_c9_sum), .sum(s3_c9_sum),
    .carry(s3_c9_carry));
  full_adder fa101 (.a(s2_c9_carry), .b(s2_c10_sum), .c(pp_4_6), .sum(s3_c10_sum),
    .carry(s3_c10_carry));
  full_adder fa102 (.a(s2_c11_carry), .b(s1_c11_carry), .c(s1_c12_sum), .sum(s3_c12_sum),
    .carry(s3_c12_carry));

  // reduction stage 4
  wire s4_c4_sum, s4_c4_carry, s4_c5_sum, s4_c5_carry, s4_c6_sum, s4_c6_carry, s4_c7_sum,
    s4_c7_carry, s4_c8_sum, s4_c8_carry, s4_c9_sum, s4_c9_carry, s4_c10_sum, s4_c10_carry,
    s4_c11_sum, s4_c11_carry;
  half_adder ha103 (.a(s3_c3_carry), .b(s3_c4_sum), .sum(s4_c4_sum), .carry(s4_c4_carry));
  full_adder fa104 (.a(s3_c4_carry), .b(s2_c4_carry), .c(s2_c5_sum), .sum(s4_c5_sum),
    .carry(s4_c5_carry));
  half_adder ha105 (.a(s3_c6_sum), .b(pp_0_6), .sum(s4_c6_sum), .carry(s4_c6_carry));
  half_adder ha106 (.a(s3_c6_carry), .b(s3_c7_sum), .sum(s4_c7_sum), .carry(s4_c7_carry));
  full_adder fa107 (.a(s3_c7_carry), .b(s3_c8_sum), .c(s2_c8_sum__2), .sum(s4_c8_sum),
    .carry(s4_c8_carry));
  full_adder fa108 (.a(s3_c8_carry), .b(s3_c9_sum), .c(s1_c9_sum__2), .sum(s4_c9_sum),
    .carry(s4_c9_carry));
  full_adder fa109 (.a(s3_c9_carry), .b(s3_c10_sum), .c(pp_3_7), .sum(s4_c10_sum),
    .carry(s4_c10_carry));
  full_adder fa110 (.a(s3_c10_carry), .b(s2_c10_carry), .c(s2_c11_sum), .sum(s4_c11_sum),
    .carry(s4_c11_carry));

  // carry-propagate adder
  wire cpa_c5_half, cpa_c6_half, cpa_c7_half, cpa_c8_half, cpa_c9_half, cpa_c10_half,
    cpa_c11_half, cpa_c12_half, cpa_c13_half, cpa_c14_half, cpa_nand_0, cpa_c6_sum, cpa_nor_0,
    cpa_nand_1, cpa_oai21_0, cpa_c7_sum, cpa_nor_1, cpa_not_0, cpa_nand_2, cpa_not_1,
    cpa_aoi21_0, cpa_c8_sum, cpa_nor_2, cpa_nor_3, cpa_nand_3, cpa_oai21_1, cpa_aoi21_1,
    cpa_c9_sum, cpa_nor_4, cpa_nand_4, cpa_oai21_2, cpa_c10_sum, cpa_nor_5, cpa_nor_6, cpa_not_2,
    cpa_nand_5, cpa_oai21_3, cpa_not_3, cpa_oai21_4, cpa_c11_sum, cpa_nor_7, cpa_not_4,
    cpa_nand_6, cpa_nand_7, cpa_not_5, cpa_aoi21_2, cpa_oai21_5, cpa_c12_sum, cpa_nor_8,
    cpa_nor_9, cpa_nand_8, cpa_nand_9, cpa_oai21_6, cpa_aoi21_3, cpa_oai21_7, cpa_c13_sum,
    cpa_not_6, cpa_nor_10, cpa_nor_11, cpa_nand_10, cpa_nor_12, cpa_nand_11, cpa_oai21_8,
    cpa_aoi21_4, cpa_oai21_9, cpa_aoi21_5, cpa_c14_sum, cpa_nor_13, cpa_nor_14, cpa_not_7,
    cpa_nand_12, cpa_nor_15, cpa_nand_13, cpa_not_8, cpa_nand_14, cpa_oai21_10, cpa_aoi21_6,
    cpa_oai21_11, cpa_aoi21_7, cpa_oai21_12, cpa_c15_sum;
  assign cpa_c5_half = s4_c4_carry ^ s4_c5_sum;
  assign cpa_c6_half = s4_c5_carry ^ s4_c6_sum;
  assign cpa_c7_half = s4_c6_carry ^ s4_c7_sum;
  assign cpa_c8_half = s4_c7_carry ^ s4_c8_sum;
  assign cpa_c9_half = s4_c8_carry ^ s4_c9_sum;
  assign cpa_c10_half = s4_c9_carry ^ s4_c10_sum;
  assign cpa_c11_half = s4_c10_carry ^ s4_c11_sum;
  assign cpa_c12_half = s4_c11_carry ^ s3_c12_sum;
  assign cpa_c13_half = s3_c12_carry ^ s2_c13_sum;
  assign cpa_c14_half = s2_c13_carry ^ pp_7_7;
  assign cpa_nand_0 = ~(s4_c4_carry & s4_c5_sum);
  assign cpa_c6_sum = ~(cpa_c6_half ^ cpa_nand_0);
  assign cpa_nor_0 = ~(s4_c5_carry | s4_c6_sum);
  assign cpa_nand_1 = ~(s4_c5_carry & s4_c6_sum);
  assign cpa_oai21_0 = ~((cpa_nor_0 | cpa_nand_0) & cpa_nand_1);
  assign cpa_c7_sum = cpa_c7_half ^ cpa_oai21_0;
  assign cpa_nor_1 = ~(s4_c6_carry | s4_c7_sum);
  assign cpa_not_0 = ~cpa_nor_1;
  assign cpa_nand_2 = ~(s4_c6_carry & s4_c7_sum);
  assign cpa_not_1 = ~cpa_nand_2;
  assign cpa_aoi21_0 = ~((cpa_not_0 & cpa_oai21_0) | cpa_not_1);
  assign cpa_c8_sum = ~(cpa_c8_half ^ cpa_aoi21_0);
  assign cpa_nor_2 = ~(s4_c7_carry | s4_c8_sum);
  assign cpa_nor_3 = ~(cpa_nor_2 | cpa_nor_1);
  assign cpa_nand_3 = ~(s4_c7_carry & s4_c8_sum);
  assign cpa_oai21_1 = ~((cpa_nor_2 | cpa_nand_2) & cpa_nand_3);
  assign cpa_aoi21_1 = ~((cpa_nor_3 & cpa_oai21_0) | cpa_oai21_1);
  assign cpa_c9_sum = ~(cpa_c9_half ^ cpa_aoi21_1);
  assign cpa_nor_4 = ~(s4_c8_carry | s4_c9_sum);
  assign cpa_nand_4 = ~(s4_c8_carry & s4_c9_sum);
  assign cpa_oai21_2 = ~((cpa_nor_4 | cpa_aoi21_1) & cpa_nand_4);
  assign cpa_c10_sum = cpa_c10_half ^ cpa_oai21_2;
  assign cpa_nor_5 = ~(s4_c9_carry | s4_c10_sum);
  assign cpa_nor_6 = ~(cpa_nor_5 | cpa_nor_4);
  assign cpa_not_2 = ~cpa_nor_6;
  assign cpa_nand_5 = ~(s4_c9_carry & s4_c10_sum);
  assign cpa_oai21_3 = ~((cpa_nor_5 | cpa_nand_4) & cpa_nand_5);
  assign cpa_not_3 = ~cpa_oai21_3;
  assign cpa_oai21_4 = ~((cpa_not_2 | cpa_aoi21_1) & cpa_not_3);
  assign cpa_c11_sum = cpa_c11_half ^ cpa_oai21_4;
  assign cpa_nor_7 = ~(s4_c10_carry | s4_c11_sum);
  assign cpa_not_4 = ~cpa_nor_7;
  assign cpa_nand_6 = ~(cpa_not_4 & cpa_nor_6);
  assign cpa_nand_7 = ~(s4_c10_carry & s4_c11_sum);
  assign cpa_not_5 = ~cpa_nand_7;
  assign cpa_aoi21_2 = ~((cpa_not_4 & cpa_oai21_3) | cpa_not_5);
  assign cpa_oai21_5 = ~((cpa_nand_6 | cpa_aoi21_1) & cpa_aoi21_2);
  assign cpa_c12_sum = cpa_c12_half ^ cpa_oai21_5;
  assign cpa_nor_8 = ~(s4_c11_carry | s3_c12_sum);
  assign cpa_nor_9 = ~(cpa_nor_8 | cpa_nor_7);
  assign cpa_nand_8 = ~(cpa_nor_9 & cpa_nor_6);
  assign cpa_nand_9 = ~(s4_c11_carry & s3_c12_sum);
  assign cpa_oai21_6 = ~((cpa_nor_8 | cpa_nand_7) & cpa_nand_9);
  assign cpa_aoi21_3 = ~((cpa_nor_9 & cpa_oai21_3) | cpa_oai21_6);
  assign cpa_oai21_7 = ~((cpa_nand_8 | cpa_aoi21_1) & cpa_aoi21_3);
  assign cpa_c13_sum = cpa_c13_half ^ cpa_oai21_7;
  assign cpa_not_6 = ~cpa_aoi21_1;
  assign cpa_nor_10 = ~(s3_c12_carry | s2_c13_sum);
  assign cpa_nor_11 = ~(cpa_nor_10 | cpa_nor_8);
  assign cpa_nand_10 = ~(cpa_nor_11 & cpa_not_4);
  assign cpa_nor_12 = ~(cpa_nand_10 | cpa_not_2);
  assign cpa_nand_11 = ~(s3_c12_carry & s2_c13_sum);
  assign cpa_oai21_8 = ~((cpa_nor_10 | cpa_nand_9) & cpa_nand_11);
  assign cpa_aoi21_4 = ~((cpa_nor_11 & cpa_not_5) | cpa_oai21_8);
  assign cpa_oai21_9 = ~((cpa_nand_10 | cpa_not_3) & cpa_aoi21_4);
  assign cpa_aoi21_5 = ~((cpa_nor_12 & cpa_not_6) | cpa_oai21_9);
  assign cpa_c14_sum = ~(cpa_c14_half ^ cpa_aoi21_5);
  assign cpa_nor_13 = ~(s2_c13_carry | pp_7_7);
  assign cpa_nor_14 = ~(cpa_nor_13 | cpa_nor_10);
  assign cpa_not_7 = ~cpa_nor_8;
  assign cpa_nand_12 = ~(cpa_nor_14 & cpa_not_7);
  assign cpa_nor_15 = ~(cpa_nand_12 | cpa_nor_7);
  assign cpa_nand_13 = ~(cpa_nor_15 & cpa_nor_6);
  assign cpa_not_8 = ~cpa_nand_9;
  assign cpa_nand_14 = ~(s2_c13_carry & pp_7_7);
  assign cpa_oai21_10 = ~((cpa_nor_13 | cpa_nand_11) & cpa_nand_14);
  assign cpa_aoi21_6 = ~((cpa_nor_14 & cpa_not_8) | cpa_oai21_10);
  assign cpa_oai21_11 = ~((cpa_nand_12 | cpa_nand_7) & cpa_aoi21_6);
  assign cpa_aoi21_7 = ~((cpa_nor_15 & cpa_oai21_3) | cpa_oai21_11);
  assign cpa_oai21_12 = ~((cpa_nand_13 | cpa_aoi21_1) & cpa_aoi21_7);
  assign cpa_c15_sum = ~cpa_oai21_12;

  assign product = {cpa_c15_sum, cpa_c14_sum, cpa_c13_sum, cpa_c12_sum, cpa_c11_sum, cpa_c10_sum,
    cpa_c9_sum, cpa_c8_sum, cpa_c7_sum, cpa_c6_sum, cpa_c5_half, s4_c4_sum, s3_c3_sum, s2_c2_sum,
    s1_c1_sum, pp_0_0};
endmodule
