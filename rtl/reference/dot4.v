// dot4: digital neuron, structural (reduced-area tree, simple partial products, hybrid adder)
//
// sum = bias + x[0]*w[0] + ... over 4 synapses, exact
// y = 1 where sum >= THRESHOLD, else 0
//
// Parameters
//   parameter signed [11:0] THRESHOLD = 12'sd128
// Ports
//   x         input  16 bits: unsigned input k in [k*4 +: 4]
//   w         input  16 bits: unsigned weight k in [k*4 +: 4]
//   bias      input  8 bits: unsigned, added to sum
//   sum       output 11 bits: unsigned
//   y         output 1 bit: threshold of sum
// Latency: 0 clocks (combinational)
// Cells: 57 full adders, 5 half adders
// Spec: {"accumulator":"exact","activation":"threshold","adder":"hybrid","adderCells":"library","architecture":"fused","bias":8,"bits":4,"inputBits":4,"kind":"digital","multiplier":"reduced-area","name":"dot4","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":4,"threshold":128}
module dot4 #(
  parameter signed [11:0] THRESHOLD = 12'sd128
) (
  input  wire [15:0] x,
  input  wire [15:0] w,
  input  wire [7:0] bias,
  output wire [10:0] sum,
  output wire y
);

  // partial products
  wire pp_0_0, pp_1_0, pp_2_0, pp_3_0, pp_0_1, pp_1_1, pp_2_1, pp_3_1, pp_0_2, pp_1_2, pp_2_2,
    pp_3_2, pp_0_3, pp_1_3, pp_2_3, pp_3_3;
  assign pp_0_0 = x[0] & w[0];
  assign pp_1_0 = x[1] & w[0];
  assign pp_2_0 = x[2] & w[0];
  assign pp_3_0 = x[3] & w[0];
  assign pp_0_1 = x[0] & w[1];
  assign pp_1_1 = x[1] & w[1];
  assign pp_2_1 = x[2] & w[1];
  assign pp_3_1 = x[3] & w[1];
  assign pp_0_2 = x[0] & w[2];
  assign pp_1_2 = x[1] & w[2];
  assign pp_2_2 = x[2] & w[2];
  assign pp_3_2 = x[3] & w[2];
  assign pp_0_3 = x[0] & w[3];
  assign pp_1_3 = x[1] & w[3];
  assign pp_2_3 = x[2] & w[3];
  assign pp_3_3 = x[3] & w[3];

  // partial products
  wire m1_pp_0_0, m1_pp_1_0, m1_pp_2_0, m1_pp_3_0, m1_pp_0_1, m1_pp_1_1, m1_pp_2_1, m1_pp_3_1,
    m1_pp_0_2, m1_pp_1_2, m1_pp_2_2, m1_pp_3_2, m1_pp_0_3, m1_pp_1_3, m1_pp_2_3, m1_pp_3_3;
  assign m1_pp_0_0 = x[4] & w[4];
  assign m1_pp_1_0 = x[5] & w[4];
  assign m1_pp_2_0 = x[6] & w[4];
  assign m1_pp_3_0 = x[7] & w[4];
  assign m1_pp_0_1 = x[4] & w[5];
  assign m1_pp_1_1 = x[5] & w[5];
  assign m1_pp_2_1 = x[6] & w[5];
  assign m1_pp_3_1 = x[7] & w[5];
  assign m1_pp_0_2 = x[4] & w[6];
  assign m1_pp_1_2 = x[5] & w[6];
  assign m1_pp_2_2 = x[6] & w[6];
  assign m1_pp_3_2 = x[7] & w[6];
  assign m1_pp_0_3 = x[4] & w[7];
  assign m1_pp_1_3 = x[5] & w[7];
  assign m1_pp_2_3 = x[6] & w[7];
  assign m1_pp_3_3 = x[7] & w[7];

  // partial products
  wire m2_pp_0_0, m2_pp_1_0, m2_pp_2_0, m2_pp_3_0, m2_pp_0_1, m2_pp_1_1, m2_pp_2_1, m2_pp_3_1,
    m2_pp_0_2, m2_pp_1_2, m2_pp_2_2, m2_pp_3_2, m2_pp_0_3, m2_pp_1_3, m2_pp_2_3, m2_pp_3_3;
  assign m2_pp_0_0 = x[8] & w[8];
  assign m2_pp_1_0 = x[9] & w[8];
  assign m2_pp_2_0 = x[10] & w[8];
  assign m2_pp_3_0 = x[11] & w[8];
  assign m2_pp_0_1 = x[8] & w[9];
  assign m2_pp_1_1 = x[9] & w[9];
  assign m2_pp_2_1 = x[10] & w[9];
  assign m2_pp_3_1 = x[11] & w[9];
  assign m2_pp_0_2 = x[8] & w[10];
  assign m2_pp_1_2 = x[9] & w[10];
  assign m2_pp_2_2 = x[10] & w[10];
  assign m2_pp_3_2 = x[11] & w[10];
  assign m2_pp_0_3 = x[8] & w[11];
  assign m2_pp_1_3 = x[9] & w[11];
  assign m2_pp_2_3 = x[10] & w[11];
  assign m2_pp_3_3 = x[11] & w[11];

  // partial products
  wire m3_pp_0_0, m3_pp_1_0, m3_pp_2_0, m3_pp_3_0, m3_pp_0_1, m3_pp_1_1, m3_pp_2_1, m3_pp_3_1,
    m3_pp_0_2, m3_pp_1_2, m3_pp_2_2, m3_pp_3_2, m3_pp_0_3, m3_pp_1_3, m3_pp_2_3, m3_pp_3_3;
  assign m3_pp_0_0 = x[12] & w[12];
  assign m3_pp_1_0 = x[13] & w[12];
  assign m3_pp_2_0 = x[14] & w[12];
  assign m3_pp_3_0 = x[15] & w[12];
  assign m3_pp_0_1 = x[12] & w[13];
  assign m3_pp_1_1 = x[13] & w[13];
  assign m3_pp_2_1 = x[14] & w[13];
  assign m3_pp_3_1 = x[15] & w[13];
  assign m3_pp_0_2 = x[12] & w[14];
  assign m3_pp_1_2 = x[13] & w[14];
  assign m3_pp_2_2 = x[14] & w[14];
  assign m3_pp_3_2 = x[15] & w[14];
  assign m3_pp_0_3 = x[12] & w[15];
  assign m3_pp_1_3 = x[13] & w[15];
  assign m3_pp_2_3 = x[14] & w[15];
  assign m3_pp_3_3 = x[15] & w[15];

  // reduction stage 1
  wire s1_c0_sum, s1_c0_carry, s1_c1_sum, s1_c1_carry, s1_c1_sum__2, s1_c1_carry__2,
    s1_c1_sum__3, s1_c1_carry__3, s1_c2_sum, s1_c2_carry, s1_c2_sum__2, s1_c2_carry__2,
    s1_c2_sum__3, s1_c2_carry__3, s1_c2_sum__4, s1_c2_carry__4, s1_c3_sum, s1_c3_carry,
    s1_c3_sum__2, s1_c3_carry__2, s1_c3_sum__3, s1_c3_carry__3, s1_c3_sum__4, s1_c3_carry__4,
    s1_c3_sum__5, s1_c3_carry__5, s1_c4_sum, s1_c4_carry, s1_c4_sum__2, s1_c4_carry__2,
    s1_c4_sum__3, s1_c4_carry__3, s1_c4_sum__4, s1_c4_carry__4, s1_c5_sum, s1_c5_carry,
    s1_c5_sum__2, s1_c5_carry__2, s1_c5_sum__3, s1_c5_carry__3, s1_c6_sum, s1_c6_carry;
  full_adder fa64 (.a(pp_0_0), .b(m1_pp_0_0), .c(m2_pp_0_0), .sum(s1_c0_sum), .carry(s1_c0_carry));
  full_adder fa65 (.a(pp_1_0), .b(pp_0_1), .c(m1_pp_1_0), .sum(s1_c1_sum), .carry(s1_c1_carry));
  full_adder fa66 (.a(m1_pp_0_1), .b(m2_pp_1_0), .c(m2_pp_0_1), .sum(s1_c1_sum__2),
    .carry(s1_c1_carry__2));
  full_adder fa67 (.a(m3_pp_1_0), .b(m3_pp_0_1), .c(bias[1]), .sum(s1_c1_sum__3),
    .carry(s1_c1_carry__3));
  full_adder fa68 (.a(pp_2_0), .b(pp_1_1), .c(pp_0_2), .sum(s1_c2_sum), .carry(s1_c2_carry));
  full_adder fa69 (.a(m1_pp_2_0), .b(m1_pp_1_1), .c(m1_pp_0_2), .sum(s1_c2_sum__2),
    .carry(s1_c2_carry__2));
  full_adder fa70 (.a(m2_pp_2_0), .b(m2_pp_1_1), .c(m2_pp_0_2), .sum(s1_c2_sum__3),
    .carry(s1_c2_carry__3));
  full_adder fa71 (.a(m3_pp_2_0), .b(m3_pp_1_1), .c(m3_pp_0_2), .sum(s1_c2_sum__4),
    .carry(s1_c2_carry__4));
  full_adder fa72 (.a(pp_3_0), .b(pp_2_1), .c(pp_1_2), .sum(s1_c3_sum), .carry(s1_c3_carry));
  full_adder fa73 (.a(pp_0_3), .b(m1_pp_3_0), .c(m1_pp_2_1), .sum(s1_c3_sum__2),
    .carry(s1_c3_carry__2));
  full_adder fa74 (.a(m1_pp_1_2), .b(m1_pp_0_3), .c(m2_pp_3_0), .sum(s1_c3_sum__3),
    .carry(s1_c3_carry__3));
  full_adder fa75 (.a(m2_pp_2_1), .b(m2_pp_1_2), .c(m2_pp_0_3), .sum(s1_c3_sum__4),
    .carry(s1_c3_carry__4));
  full_adder fa76 (.a(m3_pp_3_0), .b(m3_pp_2_1), .c(m3_pp_1_2), .sum(s1_c3_sum__5),
    .carry(s1_c3_carry__5));
  full_adder fa77 (.a(pp_3_1), .b(pp_2_2), .c(pp_1_3), .sum(s1_c4_sum), .carry(s1_c4_carry));
  full_adder fa78 (.a(m1_pp_3_1), .b(m1_pp_2_2), .c(m1_pp_1_3), .sum(s1_c4_sum__2),
    .carry(s1_c4_carry__2));
  full_adder fa79 (.a(m2_pp_3_1), .b(m2_pp_2_2), .c(m2_pp_1_3), .sum(s1_c4_sum__3),
    .carry(s1_c4_carry__3));
  full_adder fa80 (.a(m3_pp_3_1), .b(m3_pp_2_2), .c(m3_pp_1_3), .sum(s1_c4_sum__4),
    .carry(s1_c4_carry__4));
  full_adder fa81 (.a(pp_3_2), .b(pp_2_3), .c(m1_pp_3_2), .sum(s1_c5_sum), .carry(s1_c5_carry));
  full_adder fa82 (.a(m1_pp_2_3), .b(m2_pp_3_2), .c(m2_pp_2_3), .sum(s1_c5_sum__2),
    .carry(s1_c5_carry__2));
  full_adder fa83 (.a(m3_pp_3_2), .b(m3_pp_2_3), .c(bias[5]), .sum(s1_c5_sum__3),
    .carry(s1_c5_carry__3));
  full_adder fa84 (.a(pp_3_3), .b(m1_pp_3_3), .c(m2_pp_3_3), .sum(s1_c6_sum), .carry(s1_c6_carry));

  // reduction stage 2
  wire s2_c0_sum, s2_c0_carry, s2_c1_sum, s2_c1_carry, s2_c2_sum, s2_c2_carry, s2_c2_sum__2,
    s2_c2_carry__2, s2_c3_sum, s2_c3_carry, s2_c3_sum__2, s2_c3_carry__2, s2_c3_sum__3,
    s2_c3_carry__3, s2_c4_sum, s2_c4_carry, s2_c4_sum__2, s2_c4_carry__2, s2_c4_sum__3,
    s2_c4_carry__3, s2_c5_sum, s2_c5_carry, s2_c5_sum__2, s2_c5_carry__2, s2_c6_sum, s2_c6_carry,
    s2_c6_sum__2, s2_c6_carry__2;
  full_adder fa85 (.a(s1_c0_sum), .b(m3_pp_0_0), .c(bias[0]), .sum(s2_c0_sum), .carry(s2_c0_carry));
  full_adder fa86 (.a(s1_c0_carry), .b(s1_c1_sum), .c(s1_c1_sum__2), .sum(s2_c1_sum),
    .carry(s2_c1_carry));
  full_adder fa87 (.a(s1_c1_carry), .b(s1_c1_carry__2), .c(s1_c1_carry__3), .sum(s2_c2_sum),
    .carry(s2_c2_carry));
  full_adder fa88 (.a(s1_c2_sum), .b(s1_c2_sum__2), .c(s1_c2_sum__3), .sum(s2_c2_sum__2),
    .carry(s2_c2_carry__2));
  full_adder fa89 (.a(s1_c2_carry), .b(s1_c2_carry__2), .c(s1_c2_carry__3), .sum(s2_c3_sum),
    .carry(s2_c3_carry));
  full_adder fa90 (.a(s1_c2_carry__4), .b(s1_c3_sum), .c(s1_c3_sum__2), .sum(s2_c3_sum__2),
    .carry(s2_c3_carry__2));
  full_adder fa91 (.a(s1_c3_sum__3), .b(s1_c3_sum__4), .c(s1_c3_sum__5), .sum(s2_c3_sum__3),
    .carry(s2_c3_carry__3));
  full_adder fa92 (.a(s1_c3_carry), .b(s1_c3_carry__2), .c(s1_c3_carry__3), .sum(s2_c4_sum),
    .carry(s2_c4_carry));
  full_adder fa93 (.a(s1_c3_carry__4), .b(s1_c3_carry__5), .c(s1_c4_sum), .sum(s2_c4_sum__2),
    .carry(s2_c4_carry__2));
  full_adder fa94 (.a(s1_c4_sum__2), .b(s1_c4_sum__3), .c(s1_c4_sum__4), .sum(s2_c4_sum__3),
    .carry(s2_c4_carry__3));
  full_adder fa95 (.a(s1_c4_carry), .b(s1_c4_carry__2), .c(s1_c4_carry__3), .sum(s2_c5_sum),
    .carry(s2_c5_carry));
  full_adder fa96 (.a(s1_c4_carry__4), .b(s1_c5_sum), .c(s1_c5_sum__2), .sum(s2_c5_sum__2),
    .carry(s2_c5_carry__2));
  full_adder fa97 (.a(s1_c5_carry), .b(s1_c5_carry__2), .c(s1_c5_carry__3), .sum(s2_c6_sum),
    .carry(s2_c6_carry));
  full_adder fa98 (.a(s1_c6_sum), .b(m3_pp_3_3), .c(bias[6]), .sum(s2_c6_sum__2),
    .carry(s2_c6_carry__2));

  // reduction stage 3
  wire s3_c1_sum, s3_c1_carry, s3_c2_sum, s3_c2_carry, s3_c3_sum, s3_c3_carry, s3_c3_sum__2,
    s3_c3_carry__2, s3_c4_sum, s3_c4_carry, s3_c4_sum__2, s3_c4_carry__2, s3_c5_sum, s3_c5_carry,
    s3_c5_sum__2, s3_c5_carry__2, s3_c6_sum, s3_c6_carry, s3_c7_sum, s3_c7_carry;
  full_adder fa99 (.a(s2_c0_carry), .b(s2_c1_sum), .c(s1_c1_sum__3), .sum(s3_c1_sum),
    .carry(s3_c1_carry));
  full_adder fa100 (.a(s2_c1_carry), .b(s2_c2_sum), .c(s2_c2_sum__2), .sum(s3_c2_sum),
    .carry(s3_c2_carry));
  full_adder fa101 (.a(s2_c2_carry), .b(s2_c2_carry__2), .c(s2_c3_sum), .sum(s3_c3_sum),
    .carry(s3_c3_carry));
  full_adder fa102 (.a(s2_c3_sum__2), .b(s2_c3_sum__3), .c(m3_pp_0_3), .sum(s3_c3_sum__2),
    .carry(s3_c3_carry__2));
  full_adder fa103 (.a(s2_c3_carry), .b(s2_c3_carry__2), .c(s2_c3_carry__3), .sum(s3_c4_sum),
    .carry(s3_c4_carry));
  full_adder fa104 (.a(s2_c4_sum), .b(s2_c4_sum__2), .c(s2_c4_sum__3), .sum(s3_c4_sum__2),
    .carry(s3_c4_carry__2));
  full_adder fa105 (.a(s2_c4_carry), .b(s2_c4_carry__2), .c(s2_c4_carry__3), .sum(s3_c5_sum),
    .carry(s3_c5_carry));
  full_adder fa106 (.a(s2_c5_sum), .b(s2_c5_sum__2), .c(s1_c5_sum__3), .sum(s3_c5_sum__2),
    .carry(s3_c5_carry__2));
  full_adder fa107 (.a(s2_c5_carry), .b(s2_c5_carry__2), .c(s2_c6_sum), .sum(s3_c6_sum),
    .carry(s3_c6_carry));
  full_adder fa108 (.a(s2_c6_carry), .b(s2_c6_carry__2), .c(s1_c6_carry), .sum(s3_c7_sum),
    .carry(s3_c7_carry));

  // reduction stage 4
  wire s4_c2_sum, s4_c2_carry, s4_c3_sum, s4_c3_carry, s4_c4_sum, s4_c4_carry, s4_c5_sum,
    s4_c5_carry, s4_c6_sum, s4_c6_carry, s4_c7_sum, s4_c7_carry;
  full_adder fa109 (.a(s3_c1_carry), .b(s3_c2_sum), .c(s1_c2_sum__4), .sum(s4_c2_sum),
    .carry(s4_c2_carry));
  full_adder fa110 (.a(s3_c2_carry), .b(s3_c3_sum), .c(s3_c3_sum__2), .sum(s4_c3_sum),
    .carry(s4_c3_carry));
  full_adder fa111 (.a(s3_c3_carry), .b(s3_c3_carry__2), .c(s3_c4_sum), .sum(s4_c4_sum),
    .carry(s4_c4_carry));
  full_adder fa112 (.a(s3_c4_carry), .b(s3_c4_carry__2), .c(s3_c5_sum), .sum(s4_c5_sum),
    .carry(s4_c5_carry));
  full_adder fa113 (.a(s3_c5_carry), .b(s3_c5_carry__2), .c(s3_c6_sum), .sum(s4_c6_sum),
    .carry(s4_c6_carry));
  full_adder fa114 (.a(s3_c6_carry), .b(s3_c7_sum), .c(bias[7]), .sum(s4_c7_sum),
    .carry(s4_c7_carry));

  // reduction stage 5
  wire s5_c2_sum, s5_c2_carry, s5_c3_sum, s5_c3_carry, s5_c4_sum, s5_c4_carry, s5_c5_sum,
    s5_c5_carry, s5_c6_sum, s5_c6_carry;
  half_adder ha115 (.a(s4_c2_sum), .b(bias[2]), .sum(s5_c2_sum), .carry(s5_c2_carry));
  full_adder fa116 (.a(s4_c2_carry), .b(s4_c3_sum), .c(bias[3]), .sum(s5_c3_sum),
    .carry(s5_c3_carry));
  full_adder fa117 (.a(s4_c3_carry), .b(s4_c4_sum), .c(s3_c4_sum__2), .sum(s5_c4_sum),
    .carry(s5_c4_carry));
  full_adder fa118 (.a(s4_c4_carry), .b(s4_c5_sum), .c(s3_c5_sum__2), .sum(s5_c5_sum),
    .carry(s5_c5_carry));
  full_adder fa119 (.a(s4_c5_carry), .b(s4_c6_sum), .c(s2_c6_sum__2), .sum(s5_c6_sum),
    .carry(s5_c6_carry));

  // reduction stage 6
  wire s6_c3_sum, s6_c3_carry, s6_c4_sum, s6_c4_carry, s6_c5_sum, s6_c5_carry, s6_c6_sum,
    s6_c6_carry, s6_c7_sum, s6_c7_carry, s6_c8_sum, s6_c8_carry;
  half_adder ha120 (.a(s5_c2_carry), .b(s5_c3_sum), .sum(s6_c3_sum), .carry(s6_c3_carry));
  full_adder fa121 (.a(s5_c3_carry), .b(s5_c4_sum), .c(bias[4]), .sum(s6_c4_sum),
    .carry(s6_c4_carry));
  half_adder ha122 (.a(s5_c4_carry), .b(s5_c5_sum), .sum(s6_c5_sum), .carry(s6_c5_carry));
  half_adder ha123 (.a(s5_c5_carry), .b(s5_c6_sum), .sum(s6_c6_sum), .carry(s6_c6_carry));
  full_adder fa124 (.a(s5_c6_carry), .b(s4_c6_carry), .c(s4_c7_sum), .sum(s6_c7_sum),
    .carry(s6_c7_carry));
  half_adder ha125 (.a(s4_c7_carry), .b(s3_c7_carry), .sum(s6_c8_sum), .carry(s6_c8_carry));

  // carry-propagate adder
  wire cpa_c4_half, cpa_c5_half, cpa_c6_half, cpa_c7_half, cpa_c8_half, cpa_nand_0, cpa_c5_sum,
    cpa_nor_0, cpa_nand_1, cpa_oai21_0, cpa_c6_sum, cpa_not_0, cpa_nor_1, cpa_nor_2, cpa_nand_2,
    cpa_oai21_1, cpa_aoi21_0, cpa_c7_sum, cpa_nor_3, cpa_nand_3, cpa_oai21_2, cpa_c8_sum,
    cpa_nor_4, cpa_nor_5, cpa_not_1, cpa_nand_4, cpa_oai21_3, cpa_not_2, cpa_oai21_4, cpa_c9_sum,
    cpa_nand_5, cpa_nand_6, cpa_c10_sum;
  assign cpa_c4_half = s6_c3_carry ^ s6_c4_sum;
  assign cpa_c5_half = s6_c4_carry ^ s6_c5_sum;
  assign cpa_c6_half = s6_c5_carry ^ s6_c6_sum;
  assign cpa_c7_half = s6_c6_carry ^ s6_c7_sum;
  assign cpa_c8_half = s6_c7_carry ^ s6_c8_sum;
  assign cpa_nand_0 = ~(s6_c3_carry & s6_c4_sum);
  assign cpa_c5_sum = ~(cpa_c5_half ^ cpa_nand_0);
  assign cpa_nor_0 = ~(s6_c4_carry | s6_c5_sum);
  assign cpa_nand_1 = ~(s6_c4_carry & s6_c5_sum);
  assign cpa_oai21_0 = ~((cpa_nor_0 | cpa_nand_0) & cpa_nand_1);
  assign cpa_c6_sum = cpa_c6_half ^ cpa_oai21_0;
  assign cpa_not_0 = ~cpa_nand_0;
  assign cpa_nor_1 = ~(s6_c5_carry | s6_c6_sum);
  assign cpa_nor_2 = ~(cpa_nor_1 | cpa_nor_0);
  assign cpa_nand_2 = ~(s6_c5_carry & s6_c6_sum);
  assign cpa_oai21_1 = ~((cpa_nor_1 | cpa_nand_1) & cpa_nand_2);
  assign cpa_aoi21_0 = ~((cpa_nor_2 & cpa_not_0) | cpa_oai21_1);
  assign cpa_c7_sum = ~(cpa_c7_half ^ cpa_aoi21_0);
  assign cpa_nor_3 = ~(s6_c6_carry | s6_c7_sum);
  assign cpa_nand_3 = ~(s6_c6_carry & s6_c7_sum);
  assign cpa_oai21_2 = ~((cpa_nor_3 | cpa_aoi21_0) & cpa_nand_3);
  assign cpa_c8_sum = cpa_c8_half ^ cpa_oai21_2;
  assign cpa_nor_4 = ~(s6_c7_carry | s6_c8_sum);
  assign cpa_nor_5 = ~(cpa_nor_4 | cpa_nor_3);
  assign cpa_not_1 = ~cpa_nor_5;
  assign cpa_nand_4 = ~(s6_c7_carry & s6_c8_sum);
  assign cpa_oai21_3 = ~((cpa_nor_4 | cpa_nand_3) & cpa_nand_4);
  assign cpa_not_2 = ~cpa_oai21_3;
  assign cpa_oai21_4 = ~((cpa_not_1 | cpa_aoi21_0) & cpa_not_2);
  assign cpa_c9_sum = s6_c8_carry ^ cpa_oai21_4;
  assign cpa_nand_5 = ~(s6_c8_carry & cpa_nor_5);
  assign cpa_nand_6 = ~(s6_c8_carry & cpa_oai21_3);
  assign cpa_c10_sum = ~((cpa_nand_5 | cpa_aoi21_0) & cpa_nand_6);

  assign sum = {cpa_c10_sum, cpa_c9_sum, cpa_c8_sum, cpa_c7_sum, cpa_c6_sum, cpa_c5_sum,
    cpa_c4_half, s6_c3_sum, s5_c2_sum, s3_c1_sum, s2_c0_sum};

  // activation
  wire signed [11:0] extended = {{1{1'b0}}, sum};
  assign y = extended >= THRESHOLD;
endmodule
