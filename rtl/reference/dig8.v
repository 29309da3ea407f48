// dig8: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  8 bits: unsigned input k in [k*8 +: 8]
//   w         input  8 bits: unsigned weight k in [k*8 +: 8]
//   sum       output 16 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 47 full adders, 17 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":8,"inputBits":8,"kind":"digital","multiplier":"wallace","name":"dig8","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module dig8 (
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

  // reduction stage 1
  wire s1_c1_sum, s1_c1_carry, s1_c2_sum, s1_c2_carry, s1_c3_sum, s1_c3_carry, s1_c4_sum,
    s1_c4_carry, s1_c5_sum, s1_c5_carry, s1_c6_sum, s1_c6_carry, s1_c7_sum, s1_c7_carry,
    s1_c8_sum, s1_c8_carry, s1_c4_sum__2, s1_c4_carry__2, s1_c5_sum__2, s1_c5_carry__2,
    s1_c6_sum__2, s1_c6_carry__2, s1_c7_sum__2, s1_c7_carry__2, s1_c8_sum__2, s1_c8_carry__2,
    s1_c9_sum, s1_c9_carry, s1_c10_sum, s1_c10_carry, s1_c11_sum, s1_c11_carry;
  half_adder ha64 (.a(pp_1_0), .b(pp_0_1), .sum(s1_c1_sum), .carry(s1_c1_carry));
  full_adder fa65 (.a(pp_2_0), .b(pp_1_1), .c(pp_0_2), .sum(s1_c2_sum), .carry(s1_c2_carry));
  full_adder fa66 (.a(pp_3_0), .b(pp_2_1), .c(pp_1_2), .sum(s1_c3_sum), .carry(s1_c3_carry));
  full_adder fa67 (.a(pp_4_0), .b(pp_3_1), .c(pp_2_2), .sum(s1_c4_sum), .carry(s1_c4_carry));
  full_adder fa68 (.a(pp_5_0), .b(pp_4_1), .c(pp_3_2), .sum(s1_c5_sum), .carry(s1_c5_carry));
  full_adder fa69 (.a(pp_6_0), .b(pp_5_1), .c(pp_4_2), .sum(s1_c6_sum), .carry(s1_c6_carry));
  full_adder fa70 (.a(pp_7_0), .b(pp_6_1), .c(pp_5_2), .sum(s1_c7_sum), .carry(s1_c7_carry));
  half_adder ha71 (.a(pp_7_1), .b(pp_6_2), .sum(s1_c8_sum), .carry(s1_c8_carry));
  half_adder ha72 (.a(pp_1_3), .b(pp_0_4), .sum(s1_c4_sum__2), .carry(s1_c4_carry__2));
  full_adder fa73 (.a(pp_2_3), .b(pp_1_4), .c(pp_0_5), .sum(s1_c5_sum__2), .carry(s1_c5_carry__2));
  full_adder fa74 (.a(pp_3_3), .b(pp_2_4), .c(pp_1_5), .sum(s1_c6_sum__2), .carry(s1_c6_carry__2));
  full_adder fa75 (.a(pp_4_3), .b(pp_3_4), .c(pp_2_5), .sum(s1_c7_sum__2), .carry(s1_c7_carry__2));
  full_adder fa76 (.a(pp_5_3), .b(pp_4_4), .c(pp_3_5), .sum(s1_c8_sum__2), .carry(s1_c8_carry__2));
  full_adder fa77 (.a(pp_6_3), .b(pp_5_4), .c(pp_4_5), .sum(s1_c9_sum), .carry(s1_c9_carry));
  full_adder fa78 (.a(pp_7_3), .b(pp_6_4), .c(pp_5_5), .sum(s1_c10_sum), .carry(s1_c10_carry));
  half_adder ha79 (.a(pp_7_4), .b(pp_6_5), .sum(s1_c11_sum), .carry(s1_c11_carry));

  // reduction stage 2
  wire s2_c2_sum, s2_c2_carry, s2_c3_sum, s2_c3_carry, s2_c4_sum, s2_c4_carry, s2_c5_sum,
    s2_c5_carry, s2_c6_sum, s2_c6_carry, s2_c7_sum, s2_c7_carry, s2_c8_sum, s2_c8_carry,
    s2_c9_sum, s2_c9_carry, s2_c6_sum__2, s2_c6_carry__2, s2_c7_sum__2, s2_c7_carry__2,
    s2_c8_sum__2, s2_c8_carry__2, s2_c9_sum__2, s2_c9_carry__2, s2_c10_sum, s2_c10_carry,
    s2_c11_sum, s2_c11_carry, s2_c12_sum, s2_c12_carry, s2_c13_sum, s2_c13_carry;
  half_adder ha80 (.a(s1_c2_sum), .b(s1_c1_carry), .sum(s2_c2_sum), .carry(s2_c2_carry));
  full_adder fa81 (.a(s1_c3_sum), .b(s1_c2_carry), .c(pp_0_3), .sum(s2_c3_sum),
    .carry(s2_c3_carry));
  full_adder fa82 (.a(s1_c4_sum), .b(s1_c3_carry), .c(s1_c4_sum__2), .sum(s2_c4_sum),
    .carry(s2_c4_carry));
  full_adder fa83 (.a(s1_c5_sum), .b(s1_c4_carry), .c(s1_c5_sum__2), .sum(s2_c5_sum),
    .carry(s2_c5_carry));
  full_adder fa84 (.a(s1_c6_sum), .b(s1_c5_carry), .c(s1_c6_sum__2), .sum(s2_c6_sum),
    .carry(s2_c6_carry));
  full_adder fa85 (.a(s1_c7_sum), .b(s1_c6_carry), .c(s1_c7_sum__2), .sum(s2_c7_sum),
    .carry(s2_c7_carry));
  full_adder fa86 (.a(s1_c8_sum), .b(s1_c7_carry), .c(s1_c8_sum__2), .sum(s2_c8_sum),
    .carry(s2_c8_carry));
  full_adder fa87 (.a(pp_7_2), .b(s1_c8_carry), .c(s1_c9_sum), .sum(s2_c9_sum),
    .carry(s2_c9_carry));
  half_adder ha88 (.a(s1_c5_carry__2), .b(pp_0_6), .sum(s2_c6_sum__2), .carry(s2_c6_carry__2));
  full_adder fa89 (.a(s1_c6_carry__2), .b(pp_1_6), .c(pp_0_7), .sum(s2_c7_sum__2),
    .carry(s2_c7_carry__2));
  full_adder fa90 (.a(s1_c7_carry__2), .b(pp_2_6), .c(pp_1_7), .sum(s2_c8_sum__2),
    .carry(s2_c8_carry__2));
  full_adder fa91 (.a(s1_c8_carry__2), .b(pp_3_6), .c(pp_2_7), .sum(s2_c9_sum__2),
    .carry(s2_c9_carry__2));
  full_adder fa92 (.a(s1_c9_carry), .b(pp_4_6), .c(pp_3_7), .sum(s2_c10_sum), .carry(s2_c10_carry));
  full_adder fa93 (.a(s1_c10_carry), .b(pp_5_6), .c(pp_4_7), .sum(s2_c11_sum),
    .carry(s2_c11_carry));
  full_adder fa94 (.a(s1_c11_carry), .b(pp_6_6), .c(pp_5_7), .sum(s2_c12_sum),
    .carry(s2_c12_carry));
  half_adder ha95 (.a(pp_7_6), .b(pp_6_7), .sum(s2_c13_sum), .carry(s2_c13_carry));

  // reduction stage 3
  wire s3_c3_sum, s3_c3_carry, s3_c4_sum, s3_c4_carry, s3_c5_sum, s3_c5_carry, s3_c6_sum,
    s3_c6_carry, s3_c7_sum, s3_c7_carry, s3_c8_sum, s3_c8_carry, s3_c9_sum, s3_c9_carry,
    s3_c10_sum, s3_c10_carry, s3_c11_sum, s3_c11_carry, s3_c12_sum, s3_c12_carry;
  half_adder ha96 (.a(s2_c3_sum), .b(s2_c2_carry), .sum(s3_c3_sum), .carry(s3_c3_carry));
  half_adder ha97 (.a(s2_c4_sum), .b(s2_c3_carry), .sum(s3_c4_sum), .carry(s3_c4_carry));
  full_adder fa98 (.a(s2_c5_sum), .b(s2_c4_carry), .c(s1_c4_carry__2), .sum(s3_c5_sum),
    .carry(s3_c5_carry));
  full_adder fa99 (.a(s2_c6_sum), .b(s2_c5_carry), .c(s2_c6_sum__2), .sum(s3_c6_sum),
    .carry(s3_c6_carry));
  full_adder fa100 (.a(s2_c7_sum), .b(s2_c6_carry), .c(s2_c7_sum__2), .sum(s3_c7_sum),
    .carry(s3_c7_carry));
  full_adder fa101 (.a(s2_c8_sum), .b(s2_c7_carry), .c(s2_c8_sum__2), .sum(s3_c8_sum),
    .carry(s3_c8_carry));
  full_adder fa102 (.a(s2_c9_sum), .b(s2_c8_carry), .c(s2_c9_sum__2), .sum(s3_c9_sum),
    .carry(s3_c9_carry));
  full_adder fa103 (.a(s1_c10_sum), .b(s2_c9_carry), .c(s2_c10_sum), .sum(s3_c10_sum),
    .carry(s3_c10_carry));
  half_adder ha104 (.a(s1_c11_sum), .b(s2_c11_sum), .sum(s3_c11_sum), .carry(s3_c11_carry));
  half_adder ha105 (.a(pp_7_5), .b(s2_c12_sum), .sum(s3_c12_sum), .carry(s3_c12_carry));

  // reduction stage 4
  wire s4_c4_sum, s4_c4_carry, s4_c5_sum, s4_c5_carry, s4_c6_sum, s4_c6_carry, s4_c7_sum,
    s4_c7_carry, s4_c8_sum, s4_c8_carry, s4_c9_sum, s4_c9_carry, s4_c10_sum, s4_c10_carry,
    s4_c11_sum, s4_c11_carry, s4_c12_sum, s4_c12_carry, s4_c13_sum, s4_c13_carry, s4_c14_sum,
    s4_c14_carry;
  half_adder ha106 (.a(s3_c4_sum), .b(s3_c3_carry), .sum(s4_c4_sum), .carry(s4_c4_carry));
  half_adder ha107 (.a(s3_c5_sum), .b(s3_c4_carry), .sum(s4_c5_sum), .carry(s4_c5_carry));
  half_adder ha108 (.a(s3_c6_sum), .b(s3_c5_carry), .sum(s4_c6_sum), .carry(s4_c6_carry));
  full_adder fa109 (.a(s3_c7_sum), .b(s3_c6_carry), .c(s2_c6_carry__2), .sum(s4_c7_sum),
    .carry(s4_c7_carry));
  full_adder fa110 (.a(s3_c8_sum), .b(s3_c7_carry), .c(s2_c7_carry__2), .sum(s4_c8_sum),
    .carry(s4_c8_carry));
  full_adder fa111 (.a(s3_c9_sum), .b(s3_c8_carry), .c(s2_c8_carry__2), .sum(s4_c9_sum),
    .carry(s4_c9_carry));
  full_adder fa112 (.a(s3_c10_sum), .b(s3_c9_carry), .c(s2_c9_carry__2), .sum(s4_c10_sum),
    .carry(s4_c10_carry));
  full_adder fa113 (.a(s3_c11_sum), .b(s3_c10_carry), .c(s2_c10_carry), .sum(s4_c11_sum),
    .carry(s4_c11_carry));
  full_adder fa114 (.a(s3_c12_sum), .b(s3_c11_carry), .c(s2_c11_carry), .sum(s4_c12_sum),
    .carry(s4_c12_carry));
  full_adder fa115 (.a(s2_c13_sum), .b(s3_c12_carry), .c(s2_c12_carry), .sum(s4_c13_sum),
    .carry(s4_c13_carry));
  half_adder ha116 (.a(pp_7_7), .b(s2_c13_carry), .sum(s4_c14_sum), .carry(s4_c14_carry));

  // carry-propagate adder
  wire cpa_c5_sum, cpa_c5_carry, cpa_c6_sum, cpa_c6_carry, cpa_c7_sum, cpa_c7_carry, cpa_c8_sum,
    cpa_c8_carry, cpa_c9_sum, cpa_c9_carry, cpa_c10_sum, cpa_c10_carry, cpa_c11_sum,
    cpa_c11_carry, cpa_c12_sum, cpa_c12_carry, cpa_c13_sum, cpa_c13_carry, cpa_c14_sum,
    cpa_c14_carry, cpa_c15_sum, unused_cpa_c15_carry;
  half_adder ha117 (.a(s4_c5_sum), .b(s4_c4_carry), .sum(cpa_c5_sum), .carry(cpa_c5_carry));
  full_adder fa118 (.a(s4_c6_sum), .b(s4_c5_carry), .c(cpa_c5_carry), .sum(cpa_c6_sum),
    .carry(cpa_c6_carry));
  full_adder fa119 (.a(s4_c7_sum), .b(s4_c6_carry), .c(cpa_c6_carry), .sum(cpa_c7_sum),
    .carry(cpa_c7_carry));
  full_adder fa120 (.a(s4_c8_sum), .b(s4_c7_carry), .c(cpa_c7_carry), .sum(cpa_c8_sum),
    .carry(cpa_c8_carry));
  full_adder fa121 (.a(s4_c9_sum), .b(s4_c8_carry), .c(cpa_c8_carry), .sum(cpa_c9_sum),
    .carry(cpa_c9_carry));
  full_adder fa122 (.a(s4_c10_sum), .b(s4_c9_carry), .c(cpa_c9_carry), .sum(cpa_c10_sum),
    .carry(cpa_c10_carry));
  full_adder fa123 (.a(s4_c11_sum), .b(s4_c10_carry), .c(cpa_c10_carry), .sum(cpa_c11_sum),
    .carry(cpa_c11_carry));
  full_adder fa124 (.a(s4_c12_sum), .b(s4_c11_carry), .c(cpa_c11_carry), .sum(cpa_c12_sum),
    .carry(cpa_c12_carry));
  full_adder fa125 (.a(s4_c13_sum), .b(s4_c12_carry), .c(cpa_c12_carry), .sum(cpa_c13_sum),
    .carry(cpa_c13_carry));
  full_adder fa126 (.a(s4_c14_sum), .b(s4_c13_carry), .c(cpa_c13_carry), .sum(cpa_c14_sum),
    .carry(cpa_c14_carry));
  half_adder ha127 (.a(s4_c14_carry), .b(cpa_c14_carry), .sum(cpa_c15_sum),
    .carry(unused_cpa_c15_carry));

  assign sum = {cpa_c15_sum, cpa_c14_sum, cpa_c13_sum, cpa_c12_sum, cpa_c11_sum, cpa_c10_sum,
    cpa_c9_sum, cpa_c8_sum, cpa_c7_sum, cpa_c6_sum, cpa_c5_sum, s4_c4_sum, s3_c3_sum, s2_c2_sum,
    s1_c1_sum, pp_0_0};
endmodule
