// smallest8: digital neuron, structural (timing-driven tree, radix4 partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  8 bits: unsigned input k in [k*8 +: 8]
//   w         input  8 bits: unsigned weight k in [k*8 +: 8]
//   sum       output 16 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 23 full adders, 7 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"gates","architecture":"parallel","bias":false,"bits":8,"inputBits":8,"kind":"digital","multiplier":"timing-driven","name":"smallest8","objective":"transistors","outputBits":8,"overflow":"wrap","partialProducts":"radix4","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module smallest8 (
  input  wire [7:0] x,
  input  wire [7:0] w,
  output wire [15:0] sum
);

  // partial products
  wire pp_not_0, pp_not_1, pp_not_2, pp_not_3, pp_not_4, pp_not_5, pp_not_6, pp_not_7,
    pp_aoi21_0, pp_nor_0, pp_nor_1, pp_nor_2, pp_aoi21_1, pp_nor_3, pp_nor_4, pp_nor_5, pp_nor_6,
    pp_aoi21_2, pp_nor_7, pp_nor_8, pp_nor_9, pp_nor_10, pp_aoi21_3, pp_nor_11, pp_nor_12,
    pp_nor_13, pp_nor_14, pp_aoi21_4, pp_nor_15, pp_nor_16, pp_nor_17, pp_nor_18, pp_aoi21_5,
    pp_nor_19, pp_nor_20, pp_nor_21, pp_nor_22, pp_aoi21_6, pp_nor_23, pp_nor_24, pp_nor_25,
    pp_nand_0, pp_nand_1, pp_nand_2, pp_nand_3, pp_oai22_0, pp_not_8, pp_aoi21_7, pp_oai22_1,
    pp_aoi21_8, pp_oai22_2, pp_aoi21_9, pp_oai22_3, pp_aoi21_10, pp_oai22_4, pp_aoi21_11,
    pp_oai22_5, pp_aoi21_12, pp_oai22_6, pp_aoi21_13, pp_nor_26, pp_aoi21_14, pp_nand_4,
    pp_nand_5, pp_nand_6, pp_nand_7, pp_nand_8, pp_oai22_7, pp_not_9, pp_aoi21_15, pp_oai22_8,
    pp_aoi21_16, pp_oai22_9, pp_aoi21_17, pp_oai22_10, pp_aoi21_18, pp_oai22_11, pp_aoi21_19,
    pp_oai22_12, pp_aoi21_20, pp_oai22_13, pp_aoi21_21, pp_nor_27, pp_aoi21_22, pp_nand_9,
    pp_nand_10, pp_nand_11, pp_nand_12, pp_nand_13, pp_oai22_14, pp_not_10, pp_aoi21_23,
    pp_oai22_15, pp_aoi21_24, pp_oai22_16, pp_aoi21_25, pp_oai22_17, pp_aoi21_26, pp_oai22_18,
    pp_aoi21_27, pp_oai22_19, pp_aoi21_28, pp_oai22_20, pp_aoi21_29, pp_nor_28, pp_aoi21_30,
    pp_nand_14, pp_nand_15, pp_nand_16, pp_nand_17, pp_nand_18, pp_oai22_21, pp_not_11,
    pp_aoi21_31, pp_oai22_22, pp_aoi21_32, pp_oai22_23, pp_aoi21_33, pp_oai22_24, pp_aoi21_34,
    pp_oai22_25, pp_aoi21_35, pp_oai22_26, pp_aoi21_36, pp_oai22_27, pp_aoi21_37, pp_nor_29,
    pp_aoi21_38;
  assign pp_not_0 = ~x[0];
  assign pp_not_1 = ~x[1];
  assign pp_not_2 = ~x[2];
  assign pp_not_3 = ~x[3];
  assign pp_not_4 = ~x[4];
  assign pp_not_5 = ~x[5];
  assign pp_not_6 = ~x[6];
  assign pp_not_7 = ~x[7];
  half_adder_nn_pp ha8 (.a(pp_not_1), .b(pp_not_0), .sum(pp_aoi21_0), .carry(pp_nor_0));
  assign pp_nor_1 = ~(pp_not_1 | pp_nor_0);
  assign pp_nor_2 = ~(x[2] | pp_nor_1);
  assign pp_aoi21_1 = ~((x[2] & pp_nor_1) | pp_nor_2);
  assign pp_nor_3 = ~(x[2] | pp_nor_0);
  assign pp_nor_4 = ~(pp_not_2 | pp_not_1);
  assign pp_nor_5 = ~(pp_nor_3 | pp_nor_4);
  assign pp_nor_6 = ~(x[3] | pp_nor_5);
  assign pp_aoi21_2 = ~((x[3] & pp_nor_5) | pp_nor_6);
  assign pp_nor_7 = ~(x[3] | pp_nor_4);
  assign pp_nor_8 = ~(pp_not_3 | pp_nor_3);
  assign pp_nor_9 = ~(pp_nor_7 | pp_nor_8);
  assign pp_nor_10 = ~(x[4] | pp_nor_9);
  assign pp_aoi21_3 = ~((x[4] & pp_nor_9) | pp_nor_10);
  assign pp_nor_11 = ~(x[4] | pp_nor_8);
  assign pp_nor_12 = ~(pp_not_4 | pp_nor_7);
  assign pp_nor_13 = ~(pp_nor_11 | pp_nor_12);
  assign pp_nor_14 = ~(x[5] | pp_nor_13);
  assign pp_aoi21_4 = ~((x[5] & pp_nor_13) | pp_nor_14);
  assign pp_nor_15 = ~(x[5] | pp_nor_12);
  assign pp_nor_16 = ~(pp_not_5 | pp_nor_11);
  assign pp_nor_17 = ~(pp_nor_15 | pp_nor_16);
  assign pp_nor_18 = ~(x[6] | pp_nor_17);
  assign pp_aoi21_5 = ~((x[6] & pp_nor_17) | pp_nor_18);
  assign pp_nor_19 = ~(x[6] | pp_nor_16);
  assign pp_nor_20 = ~(pp_not_6 | pp_nor_15);
  assign pp_nor_21 = ~(pp_nor_19 | pp_nor_20);
  assign pp_nor_22 = ~(x[7] | pp_nor_21);
  assign pp_aoi21_6 = ~((x[7] & pp_nor_21) | pp_nor_22);
  assign pp_nor_23 = ~(x[7] | pp_nor_20);
  assign pp_nor_24 = ~(pp_not_7 | pp_nor_19);
  assign pp_nor_25 = ~(pp_nor_23 | pp_nor_24);
  assign pp_nand_0 = ~(w[0] & w[1]);
  assign pp_nand_1 = ~(w[0] & pp_nand_0);
  assign pp_nand_2 = ~(w[1] & pp_nand_0);
  assign pp_nand_3 = ~(w[0] & x[0]);
  assign pp_oai22_0 = ~((pp_nand_1 | pp_not_1) & (pp_nand_2 | pp_not_0));
  assign pp_not_8 = ~pp_nand_0;
  assign pp_aoi21_7 = ~((pp_not_8 & pp_aoi21_0) | pp_oai22_0);
  assign pp_oai22_1 = ~((pp_nand_1 | pp_not_2) & (pp_nand_2 | pp_not_1));
  assign pp_aoi21_8 = ~((pp_not_8 & pp_aoi21_1) | pp_oai22_1);
  assign pp_oai22_2 = ~((pp_nand_1 | pp_not_3) & (pp_nand_2 | pp_not_2));
  assign pp_aoi21_9 = ~((pp_not_8 & pp_aoi21_2) | pp_oai22_2);
  assign pp_oai22_3 = ~((pp_nand_1 | pp_not_4) & (pp_nand_2 | pp_not_3));
  assign pp_aoi21_10 = ~((pp_not_8 & pp_aoi21_3) | pp_oai22_3);
  assign pp_oai22_4 = ~((pp_nand_1 | pp_not_5) & (pp_nand_2 | pp_not_4));
  assign pp_aoi21_11 = ~((pp_not_8 & pp_aoi21_4) | pp_oai22_4);
  assign pp_oai22_5 = ~((pp_nand_1 | pp_not_6) & (pp_nand_2 | pp_not_5));
  assign pp_aoi21_12 = ~((pp_not_8 & pp_aoi21_5) | pp_oai22_5);
  assign pp_oai22_6 = ~((pp_nand_1 | pp_not_7) & (pp_nand_2 | pp_not_6));
  assign pp_aoi21_13 = ~((pp_not_8 & pp_aoi21_6) | pp_oai22_6);
  assign pp_nor_26 = ~(pp_nand_2 | pp_not_7);
  assign pp_aoi21_14 = ~((pp_not_8 & pp_nor_25) | pp_nor_26);
  assign pp_nand_4 = ~(pp_not_8 & pp_nor_24);
  assign pp_nand_5 = ~(w[2] & w[3]);
  assign pp_nand_6 = ~(w[2] & pp_nand_5);
  assign pp_nand_7 = ~(w[3] & pp_nand_5);
  assign pp_nand_8 = ~(w[2] & x[0]);
  assign pp_oai22_7 = ~((pp_nand_6 | pp_not_1) & (pp_nand_7 | pp_not_0));
  assign pp_not_9 = ~pp_nand_5;
  assign pp_aoi21_15 = ~((pp_not_9 & pp_aoi21_0) | pp_oai22_7);
  assign pp_oai22_8 = ~((pp_nand_6 | pp_not_2) & (pp_nand_7 | pp_not_1));
  assign pp_aoi21_16 = ~((pp_not_9 & pp_aoi21_1) | pp_oai22_8);
  assign pp_oai22_9 = ~((pp_nand_6 | pp_not_3) & (pp_nand_7 | pp_not_2));
  assign pp_aoi21_17 = ~((pp_not_9 & pp_aoi21_2) | pp_oai22_9);
  assign pp_oai22_10 = ~((pp_nand_6 | pp_not_4) & (pp_nand_7 | pp_not_3));
  assign pp_aoi21_18 = ~((pp_not_9 & pp_aoi21_3) | pp_oai22_10);
  assign pp_oai22_11 = ~((pp_nand_6 | pp_not_5) & (pp_nand_7 | pp_not_4));
  assign pp_aoi21_19 = ~((pp_not_9 & pp_aoi21_4) | pp_oai22_11);
  assign pp_oai22_12 = ~((pp_nand_6 | pp_not_6) & (pp_nand_7 | pp_not_5));
  assign pp_aoi21_20 = ~((pp_not_9 & pp_aoi21_5) | pp_oai22_12);
  assign pp_oai22_13 = ~((pp_nand_6 | pp_not_7) & (pp_nand_7 | pp_not_6));
  assign pp_aoi21_21 = ~((pp_not_9 & pp_aoi21_6) | pp_oai22_13);
  assign pp_nor_27 = ~(pp_nand_7 | pp_not_7);
  assign pp_aoi21_22 = ~((pp_not_9 & pp_nor_25) | pp_nor_27);
  assign pp_nand_9 = ~(pp_not_9 & pp_nor_24);
  assign pp_nand_10 = ~(w[4] & w[5]);
  assign pp_nand_11 = ~(w[4] & pp_nand_10);
  assign pp_nand_12 = ~(w[5] & pp_nand_10);
  assign pp_nand_13 = ~(w[4] & x[0]);
  assign pp_oai22_14 = ~((pp_nand_11 | pp_not_1) & (pp_nand_12 | pp_not_0));
  assign pp_not_10 = ~pp_nand_10;
  assign pp_aoi21_23 = ~((pp_not_10 & pp_aoi21_0) | pp_oai22_14);
  assign pp_oai22_15 = ~((pp_nand_11 | pp_not_2) & (pp_nand_12 | pp_not_1));
  assign pp_aoi21_24 = ~((pp_not_10 & pp_aoi21_1) | pp_oai22_15);
  assign pp_oai22_16 = ~((pp_nand_11 | pp_not_3) & (pp_nand_12 | pp_not_2));
  assign pp_aoi21_25 = ~((pp_not_10 & pp_aoi21_2) | pp_oai22_16);
  assign pp_oai22_17 = ~((pp_nand_11 | pp_not_4) & (pp_nand_12 | pp_not_3));
  assign pp_aoi21_26 = ~((pp_not_10 & pp_aoi21_3) | pp_oai22_17);
  assign pp_oai22_18 = ~((pp_nand_11 | pp_not_5) & (pp_nand_12 | pp_not_4));
  assign pp_aoi21_27 = ~((pp_not_10 & pp_aoi21_4) | pp_oai22_18);
  assign pp_oai22_19 = ~((pp_nand_11 | pp_not_6) & (pp_nand_12 | pp_not_5));
  assign pp_aoi21_28 = ~((pp_not_10 & pp_aoi21_5) | pp_oai22_19);
  assign pp_oai22_20 = ~((pp_nand_11 | pp_not_7) & (pp_nand_12 | pp_not_6));
  assign pp_aoi21_29 = ~((pp_not_10 & pp_aoi21_6) | pp_oai22_20);
  assign pp_nor_28 = ~(pp_nand_12 | pp_not_7);
  assign pp_aoi21_30 = ~((pp_not_10 & pp_nor_25) | pp_nor_28);
  assign pp_nand_14 = ~(pp_not_10 & pp_nor_24);
  assign pp_nand_15 = ~(w[6] & w[7]);
  assign pp_nand_16 = ~(w[6] & pp_nand_15);
  assign pp_nand_17 = ~(w[7] & pp_nand_15);
  assign pp_nand_18 = ~(w[6] & x[0]);
  assign pp_oai22_21 = ~((pp_nand_16 | pp_not_1) & (pp_nand_17 | pp_not_0));
  assign pp_not_11 = ~pp_nand_15;
  assign pp_aoi21_31 = ~((pp_not_11 & pp_aoi21_0) | pp_oai22_21);
  assign pp_oai22_22 = ~((pp_nand_16 | pp_not_2) & (pp_nand_17 | pp_not_1));
  assign pp_aoi21_32 = ~((pp_not_11 & pp_aoi21_1) | pp_oai22_22);
  assign pp_oai22_23 = ~((pp_nand_16 | pp_not_3) & (pp_nand_17 | pp_not_2));
  assign pp_aoi21_33 = ~((pp_not_11 & pp_aoi21_2) | pp_oai22_23);
  assign pp_oai22_24 = ~((pp_nand_16 | pp_not_4) & (pp_nand_17 | pp_not_3));
  assign pp_aoi21_34 = ~((pp_not_11 & pp_aoi21_3) | pp_oai22_24);
  assign pp_oai22_25 = ~((pp_nand_16 | pp_not_5) & (pp_nand_17 | pp_not_4));
  assign pp_aoi21_35 = ~((pp_not_11 & pp_aoi21_4) | pp_oai22_25);
  assign pp_oai22_26 = ~((pp_nand_16 | pp_not_6) & (pp_nand_17 | pp_not_5));
  assign pp_aoi21_36 = ~((pp_not_11 & pp_aoi21_5) | pp_oai22_26);
  assign pp_oai22_27 = ~((pp_nand_16 | pp_not_7) & (pp_nand_17 | pp_not_6));
  assign pp_aoi21_37 = ~((pp_not_11 & pp_aoi21_6) | pp_oai22_27);
  assign pp_nor_29 = ~(pp_nand_17 | pp_not_7);
  assign pp_aoi21_38 = ~((pp_not_11 & pp_nor_25) | pp_nor_29);

  // sum of the columns
  wire col_c2_sum, col_c2_carry, col_c3_sum, col_c3_carry_n, col_c4_sum, col_c4_carry,
    col_c4_sum__2, col_c4_carry_n, col_c5_sum_n, col_c5_carry, col_c5_sum, col_c5_carry_n,
    col_c6_sum, col_c6_carry, col_c6_sum_n, col_c6_carry__2, col_c6_sum__2, col_c6_carry_n,
    col_c7_sum_n, col_c7_carry, col_c7_sum, col_c7_carry_n, col_c7_sum__2, col_c7_carry__2,
    col_c8_sum, col_c8_carry_n, col_c8_sum__2, col_c8_carry, col_c8_sum__3, col_c8_carry__2,
    col_c9_sum, col_c9_carry_n, col_c9_sum_n, col_c9_carry, col_c9_sum__2, col_c9_carry__2,
    col_c10_sum, col_c10_carry, col_c10_sum_n, col_c10_carry__2, col_c10_sum__2,
    col_c10_carry__3, col_c11_sum, col_c11_carry, col_c11_sum__2, col_c11_carry__2,
    col_c11_sum__3, col_c11_carry__3, col_c12_sum_n, col_c12_carry, col_c12_sum,
    col_c12_carry__2, col_c13_sum, col_c13_carry, col_c13_sum__2, col_c13_carry__2, col_c14_sum,
    col_c14_carry_n, col_not_0, col_oai21_23, col_not_1, col_not_2;
  half_adder_nn_pp ha128 (.a(pp_nand_8), .b(pp_aoi21_8), .sum(col_c2_sum), .carry(col_c2_carry));
  full_adder_ppn_np fa130 (.a(pp_aoi21_15), .b(pp_aoi21_9), .c(col_c2_carry), .sum(col_c3_sum),
    .carry(col_c3_carry_n));
  half_adder_nn_pp ha135 (.a(pp_nand_13), .b(pp_aoi21_16), .sum(col_c4_sum), .carry(col_c4_carry));
  full_adder_ppn_np fa137 (.a(pp_aoi21_10), .b(col_c3_carry_n), .c(col_c4_sum),
    .sum(col_c4_sum__2), .carry(col_c4_carry_n));
  full_adder_ppn_pn fa142 (.a(pp_aoi21_23), .b(pp_aoi21_17), .c(col_c4_carry),
    .sum(col_c5_sum_n), .carry(col_c5_carry));
  full_adder_ppp_np fa147 (.a(pp_aoi21_11), .b(col_c5_sum_n), .c(col_c4_carry_n),
    .sum(col_c5_sum), .carry(col_c5_carry_n));
  half_adder_nn_pp ha152 (.a(pp_nand_18), .b(pp_aoi21_24), .sum(col_c6_sum), .carry(col_c6_carry));
  full_adder_ppn_pn fa154 (.a(pp_aoi21_18), .b(pp_aoi21_12), .c(col_c6_sum), .sum(col_c6_sum_n),
    .carry(col_c6_carry__2));
  full_adder_ppn_np fa159 (.a(col_c6_sum_n), .b(col_c5_carry_n), .c(col_c5_carry),
    .sum(col_c6_sum__2), .carry(col_c6_carry_n));
  full_adder_ppn_pn fa164 (.a(pp_aoi21_31), .b(pp_aoi21_25), .c(col_c6_carry),
    .sum(col_c7_sum_n), .carry(col_c7_carry));
  full_adder_ppp_np fa169 (.a(pp_aoi21_19), .b(pp_aoi21_13), .c(col_c7_sum_n), .sum(col_c7_sum),
    .carry(col_c7_carry_n));
  full_adder_ppn_pp fa174 (.a(col_c6_carry__2), .b(col_c7_sum), .c(col_c6_carry_n),
    .sum(col_c7_sum__2), .carry(col_c7_carry__2));
  full_adder_ppp_np fa179 (.a(pp_aoi21_32), .b(pp_aoi21_26), .c(pp_aoi21_14), .sum(col_c8_sum),
    .carry(col_c8_carry_n));
  full_adder_ppn_pp fa184 (.a(col_c7_carry), .b(col_c8_sum), .c(pp_aoi21_20),
    .sum(col_c8_sum__2), .carry(col_c8_carry));
  full_adder_ppn_pp fa189 (.a(col_c8_sum__2), .b(col_c7_carry__2), .c(col_c7_carry_n),
    .sum(col_c8_sum__3), .carry(col_c8_carry__2));
  full_adder_ppp_np fa194 (.a(pp_aoi21_33), .b(pp_nand_4), .c(pp_aoi21_27), .sum(col_c9_sum),
    .carry(col_c9_carry_n));
  full_adder_ppn_pn fa199 (.a(pp_aoi21_21), .b(col_c8_carry_n), .c(col_c9_sum),
    .sum(col_c9_sum_n), .carry(col_c9_carry));
  full_adder_ppn_pp fa204 (.a(col_c8_carry), .b(col_c8_carry__2), .c(col_c9_sum_n),
    .sum(col_c9_sum__2), .carry(col_c9_carry__2));
  half_adder_nn_pp ha209 (.a(pp_aoi21_34), .b(pp_aoi21_22), .sum(col_c10_sum),
    .carry(col_c10_carry));
  full_adder_ppn_pn fa211 (.a(pp_aoi21_28), .b(col_c9_carry_n), .c(col_c10_sum),
    .sum(col_c10_sum_n), .carry(col_c10_carry__2));
  full_adder_ppn_pp fa216 (.a(col_c9_carry), .b(col_c9_carry__2), .c(col_c10_sum_n),
    .sum(col_c10_sum__2), .carry(col_c10_carry__3));
  half_adder_nn_pp ha221 (.a(pp_nand_9), .b(pp_aoi21_35), .sum(col_c11_sum), .carry(col_c11_carry));
  full_adder_ppn_pp fa223 (.a(col_c10_carry), .b(col_c11_sum), .c(pp_aoi21_29),
    .sum(col_c11_sum__2), .carry(col_c11_carry__2));
  full_adder_ppp_pp fa228 (.a(col_c11_sum__2), .b(col_c10_carry__2), .c(col_c10_carry__3),
    .sum(col_c11_sum__3), .carry(col_c11_carry__3));
  full_adder_ppn_pn fa233 (.a(pp_aoi21_30), .b(pp_aoi21_36), .c(col_c11_carry),
    .sum(col_c12_sum_n), .carry(col_c12_carry));
  full_adder_ppn_pp fa238 (.a(col_c11_carry__2), .b(col_c11_carry__3), .c(col_c12_sum_n),
    .sum(col_c12_sum), .carry(col_c12_carry__2));
  half_adder_nn_pp ha243 (.a(pp_nand_14), .b(pp_aoi21_37), .sum(col_c13_sum),
    .carry(col_c13_carry));
  full_adder_ppp_pp fa245 (.a(col_c13_sum), .b(col_c12_carry), .c(col_c12_carry__2),
    .sum(col_c13_sum__2), .carry(col_c13_carry__2));
  full_adder_ppn_pn fa250 (.a(col_c13_carry), .b(col_c13_carry__2), .c(pp_aoi21_38),
    .sum(col_c14_sum), .carry(col_c14_carry_n));
  assign col_not_0 = ~pp_nor_24;
  assign col_oai21_23 = ~((pp_nand_15 | col_not_0) & col_c14_carry_n);
  assign col_not_1 = ~pp_nand_3;
  assign col_not_2 = ~pp_aoi21_7;

  assign sum = {col_oai21_23, col_c14_sum, col_c13_sum__2, col_c12_sum, col_c11_sum__3,
    col_c10_sum__2, col_c9_sum__2, col_c8_sum__3, col_c7_sum__2, col_c6_sum__2, col_c5_sum,
    col_c4_sum__2, col_c3_sum, col_c2_sum, col_not_2, col_not_1};
endmodule
