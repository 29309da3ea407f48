// fastest8: digital neuron, structural (timing-driven tree, simple partial products, hybrid adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  8 bits: unsigned input k in [k*8 +: 8]
//   w         input  8 bits: unsigned weight k in [k*8 +: 8]
//   sum       output 16 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 35 full adders, 7 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"hybrid","adderCells":"library","architecture":"parallel","bias":false,"bits":8,"inputBits":8,"kind":"digital","multiplier":"timing-driven","name":"fastest8","objective":"delay","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module fastest8 (
  input  wire [7:0] x,
  input  wire [7:0] w,
  output wire [15:0] sum
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
  assign pp_7_0 = x[7] & w[0];
  assign pp_0_1 = x[0] & w[1];
  assign pp_1_1 = x[1] & w[1];
  assign pp_2_1 = x[2] & w[1];
  assign pp_3_1 = x[3] & w[1];
  assign pp_4_1 = x[4] & w[1];
  assign pp_5_1 = x[5] & w[1];
  assign pp_6_1 = x[6] & w[1];
  assign pp_7_1 = x[7] & w[1];
  assign pp_0_2 = x[0] & w[2];
  assign pp_1_2 = x[1] & w[2];
  assign pp_2_2 = x[2] & w[2];
  assign pp_3_2 = x[3] & w[2];
  assign pp_4_2 = x[4] & w[2];
  assign pp_5_2 = x[5] & w[2];
  assign pp_6_2 = x[6] & w[2];
  assign pp_7_2 = x[7] & w[2];
  assign pp_0_3 = x[0] & w[3];
  assign pp_1_3 = x[1] & w[3];
  assign pp_2_3 = x[2] & w[3];
  assign pp_3_3 = x[3] & w[3];
  assign pp_4_3 = x[4] & w[3];
  assign pp_5_3 = x[5] & w[3];
  assign pp_6_3 = x[6] & w[3];
  assign pp_7_3 = x[7] & w[3];
  assign pp_0_4 = x[0] & w[4];
  assign pp_1_4 = x[1] & w[4];
  assign pp_2_4 = x[2] & w[4];
  assign pp_3_4 = x[3] & w[4];
  assign pp_4_4 = x[4] & w[4];
  assign pp_5_4 = x[5] & w[4];
  assign pp_6_4 = x[6] & w[4];
  assign pp_7_4 = x[7] & w[4];
  assign pp_0_5 = x[0] & w[5];
  assign pp_1_5 = x[1] & w[5];
  assign pp_2_5 = x[2] & w[5];
  assign pp_3_5 = x[3] & w[5];
  assign pp_4_5 = x[4] & w[5];
  assign pp_5_5 = x[5] & w[5];
  assign pp_6_5 = x[6] & w[5];
  assign pp_7_5 = x[7] & w[5];
  assign pp_0_6 = x[0] & w[6];
  assign pp_1_6 = x[1] & w[6];
  assign pp_2_6 = x[2] & w[6];
  assign pp_3_6 = x[3] & w[6];
  assign pp_4_6 = x[4] & w[6];
  assign pp_5_6 = x[5] & w[6];
  assign pp_6_6 = x[6] & w[6];
  assign pp_7_6 = x[7] & w[6];
  assign pp_0_7 = x[0] & w[7];
  assign pp_1_7 = x[1] & w[7];
  assign pp_2_7 = x[2] & w[7];
  assign pp_3_7 = x[3] & w[7];
  assign pp_4_7 = x[4] & w[7];
  assign pp_5_7 = x[5] & w[7];
  assign pp_6_7 = x[6] & w[7];
  assign pp_7_7 = x[7] & w[7];

  // timing-driven reduction
  wire tree_c2_sum, tree_c2_carry, tree_c3_sum, tree_c3_carry, tree_c3_sum__2, tree_c3_carry__2,
    tree_c4_sum, tree_c4_carry, tree_c4_sum__2, tree_c4_carry__2, tree_c4_sum__3,
    tree_c4_carry__3, tree_c5_sum, tree_c5_carry, tree_c5_sum__2, tree_c5_carry__2,
    tree_c5_sum__3, tree_c5_carry__3, tree_c5_sum__4, tree_c5_carry__4, tree_c6_sum,
    tree_c6_carry, tree_c6_sum__2, tree_c6_carry__2, tree_c6_sum__3, tree_c6_carry__3,
    tree_c6_sum__4, tree_c6_carry__4, tree_c6_sum__5, tree_c6_carry__5, tree_c7_sum,
    tree_c7_carry, tree_c7_sum__2, tree_c7_carry__2, tree_c7_sum__3, tree_c7_carry__3,
    tree_c7_sum__4, tree_c7_carry__4, tree_c7_sum__5, tree_c7_carry__5, tree_c7_sum__6,
    tree_c7_carry__6, tree_c8_sum, tree_c8_carry, tree_c8_sum__2, tree_c8_carry__2,
    tree_c8_sum__3, tree_c8_carry__3, tree_c8_sum__4, tree_c8_carry__4, tree_c8_sum__5,
    tree_c8_carry__5, tree_c8_sum__6, tree_c8_carry__6, tree_c9_sum, tree_c9_carry,
    tree_c9_sum__2, tree_c9_carry__2, tree_c9_sum__3, tree_c9_carry__3, tree_c9_sum__4,
    tree_c9_carry__4, tree_c9_sum__5, tree_c9_carry__5, tree_c10_sum, tree_c10_carry,
    tree_c10_sum__2, tree_c10_carry__2, tree_c10_sum__3, tree_c10_carry__3, tree_c10_sum__4,
    tree_c10_carry__4, tree_c11_sum, tree_c11_carry, tree_c11_sum__2, tree_c11_carry__2,
    tree_c11_sum__3, tree_c11_carry__3, tree_c12_sum, tree_c12_carry, tree_c12_sum__2,
    tree_c12_carry__2, tree_c13_sum, tree_c13_carry;
  half_adder ha64 (.a(pp_2_0), .b(pp_1_1), .sum(tree_c2_sum), .carry(tree_c2_carry));
  half_adder ha65 (.a(pp_3_0), .b(pp_2_1), .sum(tree_c3_sum), .carry(tree_c3_carry));
  full_adder fa66 (.a(pp_1_2), .b(pp_0_3), .c(tree_c2_carry), .sum(tree_c3_sum__2),
    .carry(tree_c3_carry__2));
  half_adder ha67 (.a(pp_4_0), .b(pp_3_1), .sum(tree_c4_sum), .carry(tree_c4_carry));
  full_adder fa68 (.a(pp_2_2), .b(pp_1_3), .c(pp_0_4), .sum(tree_c4_sum__2),
    .carry(tree_c4_carry__2));
  full_adder fa69 (.a(tree_c3_carry), .b(tree_c4_sum), .c(tree_c4_sum__2), .sum(tree_c4_sum__3),
    .carry(tree_c4_carry__3));
  half_adder ha70 (.a(pp_5_0), .b(pp_4_1), .sum(tree_c5_sum), .carry(tree_c5_carry));
  full_adder fa71 (.a(pp_3_2), .b(pp_2_3), .c(pp_1_4), .sum(tree_c5_sum__2),
    .carry(tree_c5_carry__2));
  full_adder fa72 (.a(pp_0_5), .b(tree_c4_carry), .c(tree_c5_sum), .sum(tree_c5_sum__3),
    .carry(tree_c5_carry__3));
  full_adder fa73 (.a(tree_c4_carry__2), .b(tree_c5_sum__2), .c(tree_c5_sum__3),
    .sum(tree_c5_sum__4), .carry(tree_c5_carry__4));
  half_adder ha74 (.a(pp_6_0), .b(pp_5_1), .sum(tree_c6_sum), .carry(tree_c6_carry));
  full_adder fa75 (.a(pp_4_2), .b(pp_3_3), .c(pp_2_4), .sum(tree_c6_sum__2),
    .carry(tree_c6_carry__2));
  full_adder fa76 (.a(pp_1_5), .b(pp_0_6), .c(tree_c5_carry), .sum(tree_c6_sum__3),
    .carry(tree_c6_carry__3));
  full_adder fa77 (.a(tree_c6_sum), .b(tree_c5_carry__2), .c(tree_c6_sum__2),
    .sum(tree_c6_sum__4), .carry(tree_c6_carry__4));
  full_adder fa78 (.a(tree_c5_carry__3), .b(tree_c6_sum__3), .c(tree_c6_sum__4),
    .sum(tree_c6_sum__5), .carry(tree_c6_carry__5));
  half_adder ha79 (.a(pp_7_0), .b(pp_6_1), .sum(tree_c7_sum), .carry(tree_c7_carry));
  full_adder fa80 (.a(pp_5_2), .b(pp_4_3), .c(pp_3_4), .sum(tree_c7_sum__2),
    .carry(tree_c7_carry__2));
  full_adder fa81 (.a(pp_2_5), .b(pp_1_6), .c(pp_0_7), .sum(tree_c7_sum__3),
    .carry(tree_c7_carry__3));
  full_adder fa82 (.a(tree_c6_carry), .b(tree_c7_sum), .c(tree_c6_carry__2),
    .sum(tree_c7_sum__4), .carry(tree_c7_carry__4));
  full_adder fa83 (.a(tree_c7_sum__2), .b(tree_c7_sum__3), .c(tree_c6_carry__3),
    .sum(tree_c7_sum__5), .carry(tree_c7_carry__5));
  full_adder fa84 (.a(tree_c6_carry__4), .b(tree_c7_sum__4), .c(tree_c7_sum__5),
    .sum(tree_c7_sum__6), .carry(tree_c7_carry__6));
  half_adder ha85 (.a(pp_7_1), .b(pp_6_2), .sum(tree_c8_sum), .carry(tree_c8_carry));
  full_adder fa86 (.a(pp_5_3), .b(pp_4_4), .c(pp_3_5), .sum(tree_c8_sum__2),
    .carry(tree_c8_carry__2));
  full_adder fa87 (.a(pp_2_6), .b(pp_1_7), .c(tree_c7_carry), .sum(tree_c8_sum__3),
    .carry(tree_c8_carry__3));
  full_adder fa88 (.a(tree_c8_sum), .b(tree_c7_carry__2), .c(tree_c7_carry__3),
    .sum(tree_c8_sum__4), .carry(tree_c8_carry__4));
  full_adder fa89 (.a(tree_c8_sum__2), .b(tree_c7_carry__4), .c(tree_c8_sum__3),
    .sum(tree_c8_sum__5), .carry(tree_c8_carry__5));
  full_adder fa90 (.a(tree_c8_sum__4), .b(tree_c7_carry__5), .c(tree_c8_sum__5),
    .sum(tree_c8_sum__6), .carry(tree_c8_carry__6));
  full_adder fa91 (.a(pp_7_2), .b(pp_6_3), .c(pp_5_4), .sum(tree_c9_sum), .carry(tree_c9_carry));
  full_adder fa92 (.a(pp_4_5), .b(pp_3_6), .c(pp_2_7), .sum(tree_c9_sum__2),
    .carry(tree_c9_carry__2));
  full_adder fa93 (.a(tree_c8_carry), .b(tree_c8_carry__2), .c(tree_c9_sum),
    .sum(tree_c9_sum__3), .carry(tree_c9_carry__3));
  full_adder fa94 (.a(tree_c9_sum__2), .b(tree_c8_carry__3), .c(tree_c8_carry__4),
    .sum(tree_c9_sum__4), .carry(tree_c9_carry__4));
  full_adder fa95 (.a(tree_c9_sum__3), .b(tree_c8_carry__5), .c(tree_c9_sum__4),
    .sum(tree_c9_sum__5), .carry(tree_c9_carry__5));
  full_adder fa96 (.a(pp_7_3), .b(pp_6_4), .c(pp_5_5), .sum(tree_c10_sum), .carry(tree_c10_carry));
  full_adder fa97 (.a(pp_4_6), .b(pp_3_7), .c(tree_c9_carry), .sum(tree_c10_sum__2),
    .carry(tree_c10_carry__2));
  full_adder fa98 (.a(tree_c9_carry__2), .b(tree_c10_sum), .c(tree_c9_carry__3),
    .sum(tree_c10_sum__3), .carry(tree_c10_carry__3));
  full_adder fa99 (.a(tree_c10_sum__2), .b(tree_c9_carry__4), .c(tree_c10_sum__3),
    .sum(tree_c10_sum__4), .carry(tree_c10_carry__4));
  full_adder fa100 (.a(pp_7_4), .b(pp_6_5), .c(pp_5_6), .sum(tree_c11_sum), .carry(tree_c11_carry));
  full_adder fa101 (.a(pp_4_7), .b(tree_c10_carry), .c(tree_c11_sum), .sum(tree_c11_sum__2),
    .carry(tree_c11_carry__2));
  full_adder fa102 (.a(tree_c10_carry__2), .b(tree_c11_sum__2), .c(tree_c10_carry__3),
    .sum(tree_c11_sum__3), .carry(tree_c11_carry__3));
  full_adder fa103 (.a(pp_7_5), .b(pp_6_6), .c(pp_5_7), .sum(tree_c12_sum), .carry(tree_c12_carry));
  full_adder fa104 (.a(tree_c11_carry), .b(tree_c12_sum), .c(tree_c11_carry__2),
    .sum(tree_c12_sum__2), .carry(tree_c12_carry__2));
  full_adder fa105 (.a(pp_7_6), .b(pp_6_7), .c(tree_c12_carry), .sum(tree_c13_sum),
    .carry(tree_c13_carry));

  // carry-propagate adder
  wire cpa_c1_half, cpa_c2_half, cpa_c3_half, cpa_c4_half, cpa_c5_half, cpa_c6_half, cpa_c7_half,
    cpa_c8_half, cpa_c9_half, cpa_c10_half, cpa_c11_half, cpa_c12_half, cpa_c13_half,
    cpa_c14_half, cpa_nand_0, cpa_c2_sum, cpa_nor_0, cpa_nand_1, cpa_oai21_0, cpa_c3_sum,
    cpa_nor_1, cpa_not_0, cpa_nand_2, cpa_not_1, cpa_aoi21_0, cpa_c4_sum, cpa_nor_2, cpa_nand_3,
    cpa_oai21_1, cpa_c5_sum, cpa_nor_3, cpa_not_2, cpa_nand_4, cpa_not_3, cpa_aoi21_1,
    cpa_c6_sum, cpa_nor_4, cpa_nand_5, cpa_oai21_2, cpa_c7_sum, cpa_nor_5, cpa_not_4, cpa_nand_6,
    cpa_not_5, cpa_aoi21_2, cpa_c8_sum, cpa_nor_6, cpa_nor_7, cpa_nand_7, cpa_oai21_3,
    cpa_aoi21_3, cpa_c9_sum, cpa_nor_8, cpa_nand_8, cpa_oai21_4, cpa_c10_sum, cpa_nor_9,
    cpa_nor_10, cpa_not_6, cpa_nand_9, cpa_oai21_5, cpa_not_7, cpa_oai21_6, cpa_c11_sum,
    cpa_nor_11, cpa_not_8, cpa_nand_10, cpa_nand_11, cpa_not_9, cpa_aoi21_4, cpa_oai21_7,
    cpa_c12_sum, cpa_nor_12, cpa_nor_13, cpa_nand_12, cpa_nand_13, cpa_oai21_8, cpa_aoi21_5,
    cpa_oai21_9, cpa_c13_sum, cpa_nor_14, cpa_nor_15, cpa_nand_14, cpa_nor_16, cpa_not_10,
    cpa_nand_15, cpa_oai21_10, cpa_aoi21_6, cpa_oai21_11, cpa_not_11, cpa_oai21_12, cpa_c14_sum,
    cpa_nor_17, cpa_nor_18, cpa_not_12, cpa_nand_16, cpa_nor_19, cpa_nand_17, cpa_not_13,
    cpa_nand_18, cpa_oai21_13, cpa_aoi21_7, cpa_oai21_14, cpa_aoi21_8, cpa_c15_sum;
  assign cpa_c1_half = pp_1_0 ^ pp_0_1;
  assign cpa_c2_half = pp_0_2 ^ tree_c2_sum;
  assign cpa_c3_half = tree_c3_sum ^ tree_c3_sum__2;
  assign cpa_c4_half = tree_c3_carry__2 ^ tree_c4_sum__3;
  assign cpa_c5_half = tree_c4_carry__3 ^ tree_c5_sum__4;
  assign cpa_c6_half = tree_c5_carry__4 ^ tree_c6_sum__5;
  assign cpa_c7_half = tree_c6_carry__5 ^ tree_c7_sum__6;
  assign cpa_c8_half = tree_c7_carry__6 ^ tree_c8_sum__6;
  assign cpa_c9_half = tree_c8_carry__6 ^ tree_c9_sum__5;
  assign cpa_c10_half = tree_c9_carry__5 ^ tree_c10_sum__4;
  assign cpa_c11_half = tree_c11_sum__3 ^ tree_c10_carry__4;
  assign cpa_c12_half = tree_c12_sum__2 ^ tree_c11_carry__3;
  assign cpa_c13_half = tree_c13_sum ^ tree_c12_carry__2;
  assign cpa_c14_half = pp_7_7 ^ tree_c13_carry;
  assign cpa_nand_0 = ~(pp_1_0 & pp_0_1);
  assign cpa_c2_sum = ~(cpa_c2_half ^ cpa_nand_0);
  assign cpa_nor_0 = ~(pp_0_2 | tree_c2_sum);
  assign cpa_nand_1 = ~(pp_0_2 & tree_c2_sum);
  assign cpa_oai21_0 = ~((cpa_nor_0 | cpa_nand_0) & cpa_nand_1);
  assign cpa_c3_sum = cpa_c3_half ^ cpa_oai21_0;
  assign cpa_nor_1 = ~(tree_c3_sum | tree_c3_sum__2);
  assign cpa_not_0 = ~cpa_nor_1;
  assign cpa_nand_2 = ~(tree_c3_sum & tree_c3_sum__2);
  assign cpa_not_1 = ~cpa_nand_2;
  assign cpa_aoi21_0 = ~((cpa_not_0 & cpa_oai21_0) | cpa_not_1);
  assign cpa_c4_sum = ~(cpa_c4_half ^ cpa_aoi21_0);
  assign cpa_nor_2 = ~(tree_c3_carry__2 | tree_c4_sum__3);
  assign cpa_nand_3 = ~(tree_c3_carry__2 & tree_c4_sum__3);
  assign cpa_oai21_1 = ~((cpa_nor_2 | cpa_aoi21_0) & cpa_nand_3);
  assign cpa_c5_sum = cpa_c5_half ^ cpa_oai21_1;
  assign cpa_nor_3 = ~(tree_c4_carry__3 | tree_c5_sum__4);
  assign cpa_not_2 = ~cpa_nor_3;
  assign cpa_nand_4 = ~(tree_c4_carry__3 & tree_c5_sum__4);
  assign cpa_not_3 = ~cpa_nand_4;
  assign cpa_aoi21_1 = ~((cpa_not_2 & cpa_oai21_1) | cpa_not_3);
  assign cpa_c6_sum = ~(cpa_c6_half ^ cpa_aoi21_1);
  assign cpa_nor_4 = ~(tree_c5_carry__4 | tree_c6_sum__5);
  assign cpa_nand_5 = ~(tree_c5_carry__4 & tree_c6_sum__5);
  assign cpa_oai21_2 = ~((cpa_nor_4 | cpa_aoi21_1) & cpa_nand_5);
  assign cpa_c7_sum = cpa_c7_half ^ cpa_oai21_2;
  assign cpa_nor_5 = ~(tree_c6_carry__5 | tree_c7_sum__6);
  assign cpa_not_4 = ~cpa_nor_5;
  assign cpa_nand_6 = ~(tree_c6_carry__5 & tree_c7_sum__6);
  assign cpa_not_5 = ~cpa_nand_6;
  assign cpa_aoi21_2 = ~((cpa_not_4 & cpa_oai21_2) | cpa_not_5);
  assign cpa_c8_sum = ~(cpa_c8_half ^ cpa_aoi21_2);
  assign cpa_nor_6 = ~(tree_c7_carry__6 | tree_c8_sum__6);
  assign cpa_nor_7 = ~(cpa_nor_6 | cpa_nor_5);
  assign cpa_nand_7 = ~(tree_c7_carry__6 & tree_c8_sum__6);
  assign cpa_oai21_3 = ~((cpa_nor_6 | cpa_nand_6) & cpa_nand_7);
  assign cpa_aoi21_3 = ~((cpa_nor_7 & cpa_oai21_2) | cpa_oai21_3);
  assign cpa_c9_sum = ~(cpa_c9_half ^ cpa_aoi21_3);
  assign cpa_nor_8 = ~(tree_c8_carry__6 | tree_c9_sum__5);
  assign cpa_nand_8 = ~(tree_c8_carry__6 & tree_c9_sum__5);
  assign cpa_oai21_4 = ~((cpa_nor_8 | cpa_aoi21_3) & cpa_nand_8);
  assign cpa_c10_sum = cpa_c10_half ^ cpa_oai21_4;
  assign cpa_nor_9 = ~(tree_c9_carry__5 | tree_c10_sum__4);
  assign cpa_nor_10 = ~(cpa_nor_9 | cpa_nor_8);
  assign cpa_not_6 = ~cpa_nor_10;
  assign cpa_nand_9 = ~(tree_c9_carry__5 & tree_c10_sum__4);
  assign cpa_oai21_5 = ~((cpa_nor_9 | cpa_nand_8) & cpa_nand_9);
  assign cpa_not_7 = ~cpa_oai21_5;
  assign cpa_oai21_6 = ~((cpa_not_6 | cpa_aoi21_3) & cpa_not_7);
  assign cpa_c11_sum = cpa_c11_half ^ cpa_oai21_6;
  assign cpa_nor_11 = ~(tree_c11_sum__3 | tree_c10_carry__4);
  assign cpa_not_8 = ~cpa_nor_11;
  assign cpa_nand_10 = ~(cpa_not_8 & cpa_nor_10);
  assign cpa_nand_11 = ~(tree_c11_sum__3 & tree_c10_carry__4);
  assign cpa_not_9 = ~cpa_nand_11;
  assign cpa_aoi21_4 = ~((cpa_not_8 & cpa_oai21_5) | cpa_not_9);
  assign cpa_oai21_7 = ~((cpa_nand_10 | cpa_aoi21_3) & cpa_aoi21_4);
  assign cpa_c12_sum = cpa_c12_half ^ cpa_oai21_7;
  assign cpa_nor_12 = ~(tree_c12_sum__2 | tree_c11_carry__3);
  assign cpa_nor_13 = ~(cpa_nor_12 | cpa_nor_11);
  assign cpa_nand_12 = ~(cpa_nor_13 & cpa_nor_10);
  assign cpa_nand_13 = ~(tree_c12_sum__2 & tree_c11_carry__3);
  assign cpa_oai21_8 = ~((cpa_nor_12 | cpa_nand_11) & cpa_nand_13);
  assign cpa_aoi21_5 = ~((cpa_nor_13 & cpa_oai21_5) | cpa_oai21_8);
  assign cpa_oai21_9 = ~((cpa_nand_12 | cpa_aoi21_3) & cpa_aoi21_5);
  assign cpa_c13_sum = cpa_c13_half ^ cpa_oai21_9;
  assign cpa_nor_14 = ~(tree_c13_sum | tree_c12_carry__2);
  assign cpa_nor_15 = ~(cpa_nor_14 | cpa_nor_12);
  assign cpa_nand_14 = ~(cpa_nor_15 & cpa_not_8);
  assign cpa_nor_16 = ~(cpa_nand_14 | cpa_not_6);
  assign cpa_not_10 = ~cpa_nor_16;
  assign cpa_nand_15 = ~(tree_c13_sum & tree_c12_carry__2);
  assign cpa_oai21_10 = ~((cpa_nor_14 | cpa_nand_13) & cpa_nand_15);
  assign cpa_aoi21_6 = ~((cpa_nor_15 & cpa_not_9) | cpa_oai21_10);
  assign cpa_oai21_11 = ~((cpa_nand_14 | cpa_not_7) & cpa_aoi21_6);
  assign cpa_not_11 = ~cpa_oai21_11;
  assign cpa_oai21_12 = ~((cpa_not_10 | cpa_aoi21_3) & cpa_not_11);
  assign cpa_c14_sum = cpa_c14_half ^ cpa_oai21_12;
  assign cpa_nor_17 = ~(pp_7_7 | tree_c13_carry);
  assign cpa_nor_18 = ~(cpa_nor_17 | cpa_nor_14);
  assign cpa_not_12 = ~cpa_nor_12;
  assign cpa_nand_16 = ~(cpa_nor_18 & cpa_not_12);
  assign cpa_nor_19 = ~(cpa_nand_16 | cpa_nor_11);
  assign cpa_nand_17 = ~(cpa_nor_19 & cpa_nor_10);
  assign cpa_not_13 = ~cpa_nand_13;
  assign cpa_nand_18 = ~(pp_7_7 & tree_c13_carry);
  assign cpa_oai21_13 = ~((cpa_nor_17 | cpa_nand_15) & cpa_nand_18);
  assign cpa_aoi21_7 = ~((cpa_nor_18 & cpa_not_13) | cpa_oai21_13);
  assign cpa_oai21_14 = ~((cpa_nand_16 | cpa_nand_11) & cpa_aoi21_7);
  assign cpa_aoi21_8 = ~((cpa_nor_19 & cpa_oai21_5) | cpa_oai21_14);
  assign cpa_c15_sum = ~((cpa_nand_17 | cpa_aoi21_3) & cpa_aoi21_8);

  assign sum = {cpa_c15_sum, cpa_c14_sum, cpa_c13_sum, cpa_c12_sum, cpa_c11_sum, cpa_c10_sum,
    cpa_c9_sum, cpa_c8_sum, cpa_c7_sum, cpa_c6_sum, cpa_c5_sum, cpa_c4_sum, cpa_c3_sum,
    cpa_c2_sum, cpa_c1_half, pp_0_0};
endmodule
