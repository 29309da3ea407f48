// pipelined4: digital neuron, structural (reduced-area tree, simple partial products, hybrid adder)
//
// sum = x[0]*w[0] + ... over 2 synapses, exact
// y = v = sum >>> SHIFT, clamped to 0 ... 63
//
// Parameters
//   parameter integer SHIFT = 2
// Ports
//   clk       input  1 bit: rising edge
//   x         input  8 bits: signed input k in [k*4 +: 4]
//   w         input  8 bits: signed weight k in [k*4 +: 4]
//   sum       output 9 bits: signed
//   y         output 6 bits: relu of sum
// Latency: 3 clocks
// Cells: 10 full adders, 4 half adders
// Spec: {"accumulator":"exact","activation":"relu","adder":"hybrid","adderCells":"library","architecture":"parallel","bias":false,"bits":4,"inputBits":4,"kind":"digital","multiplier":"reduced-area","name":"pipelined4","objective":"balanced","outputBits":6,"overflow":"wrap","partialProducts":"simple","pipeline":3,"shift":2,"signed":{"inputs":true,"weights":true},"synapses":2,"threshold":0}
module pipelined4 #(
  parameter integer SHIFT = 2
) (
  input  wire clk,
  input  wire [7:0] x,
  input  wire [7:0] w,
  output wire [8:0] sum,
  output wire [5:0] y
);

  // registers
  reg s1_c2_carry_q1, s1_c3_sum_q1, pp_0_3_q1, s2_c2_carry_q1, s2_c4_sum_q1, s2_c4_carry_q1,
    s2_c5_sum_q1, s2_c5_carry_q1, pp_3_3_q1, cpa_c5_half_q1, cpa_oai21_0_q1, cpa_not_0_q1,
    cpa_not_1_q1, cpa_c6_half_q1, cpa_nor_3_q1, cpa_oai21_1_q1, m1_s1_c2_carry_q1,
    m1_s1_c3_sum_q1, m1_pp_0_3_q1, m1_s2_c2_carry_q1, m1_s2_c4_sum_q1, m1_s2_c4_carry_q1,
    m1_s2_c5_sum_q1, m1_s2_c5_carry_q1, m1_pp_3_3_q1, m1_cpa_c5_half_q1, m1_cpa_oai21_0_q1,
    m1_cpa_not_0_q1, m1_cpa_not_1_q1, m1_cpa_c6_half_q1, m1_cpa_nor_3_q1, m1_cpa_oai21_1_q1,
    s2_c2_sum_q1, m1_s2_c2_sum_q1, cpa_c3_half_q1, m1_cpa_c3_half_q1, cpa_c4_sum_q1,
    m1_cpa_c4_sum_q1, add2_c1_half_q1, add2_nand_0_q1, add2_oai21_0_q1, add2_aoi21_0_q1,
    add2_nor_2_q1, add2_c6_half_q1, add2_oai21_2_q1, add2_not_4_q1, add2_not_5_q1,
    add2_c7_half_q1, add2_nor_7_q1, add2_oai21_3_q1, add2_c8_half_q1, add2_c2_sum_q1,
    add2_c2_sum_q2, add2_c3_sum_q1, add2_c4_sum_q1, add2_c5_sum_q1, add2_c0_half_q1,
    add2_c0_half_q2, add2_c0_half_q3, add2_c1_sum_q1, add2_c1_sum_q2;

  // partial products
  wire pp_0_0, pp_1_0, pp_2_0, pp_3_0, pp_0_1, pp_1_1, pp_2_1, pp_3_1, pp_0_2, pp_1_2, pp_2_2,
    pp_3_2, pp_0_3, pp_1_3, pp_2_3, pp_3_3;
  assign pp_0_0 = x[0] & w[0];
  assign pp_1_0 = x[1] & w[0];
  assign pp_2_0 = x[2] & w[0];
  assign pp_3_0 = ~(x[3] & w[0]);
  assign pp_0_1 = x[0] & w[1];
  assign pp_1_1 = x[1] & w[1];
  assign pp_2_1 = x[2] & w[1];
  assign pp_3_1 = ~(x[3] & w[1]);
  assign pp_0_2 = x[0] & w[2];
  assign pp_1_2 = x[1] & w[2];
  assign pp_2_2 = x[2] & w[2];
  assign pp_3_2 = ~(x[3] & w[2]);
  assign pp_0_3 = ~(x[0] & w[3]);
  assign pp_1_3 = ~(x[1] & w[3]);
  assign pp_2_3 = ~(x[2] & w[3]);
  assign pp_3_3 = x[3] & w[3];

  // reduction stage 1
  wire s1_c1_sum, s1_c1_carry, s1_c2_sum, s1_c2_carry, s1_c3_sum, s1_c3_carry, s1_c4_sum,
    s1_c4_carry;
  half_adder ha16 (.a(pp_1_0), .b(pp_0_1), .sum(s1_c1_sum), .carry(s1_c1_carry));
  full_adder fa17 (.a(pp_2_0), .b(pp_1_1), .c(pp_0_2), .sum(s1_c2_sum), .carry(s1_c2_carry));
  full_adder fa18 (.a(pp_3_0), .b(pp_2_1), .c(pp_1_2), .sum(s1_c3_sum), .carry(s1_c3_carry));
  assign s1_c4_sum = ~(pp_3_1 ^ pp_2_2);
  assign s1_c4_carry = pp_3_1 | pp_2_2;

  // reduction stage 2
  wire s2_c2_sum, s2_c2_carry, s2_c3_sum, s2_c3_carry, s2_c4_sum, s2_c4_carry, s2_c5_sum,
    s2_c5_carry;
  half_adder ha21 (.a(s1_c1_carry), .b(s1_c2_sum), .sum(s2_c2_sum), .carry(s2_c2_carry));
  full_adder fa22 (.a(s1_c2_carry_q1), .b(s1_c3_sum_q1), .c(pp_0_3_q1), .sum(s2_c3_sum),
    .carry(s2_c3_carry));
  full_adder fa23 (.a(s1_c3_carry), .b(s1_c4_sum), .c(pp_1_3), .sum(s2_c4_sum),
    .carry(s2_c4_carry));
  full_adder fa24 (.a(s1_c4_carry), .b(pp_3_2), .c(pp_2_3), .sum(s2_c5_sum), .carry(s2_c5_carry));

  // carry-propagate adder
  wire cpa_c3_half, cpa_c4_half, cpa_c5_half, cpa_c6_half, cpa_nand_0, cpa_c4_sum, cpa_nor_0,
    cpa_nand_1, cpa_oai21_0, cpa_c5_sum, cpa_nor_1, cpa_not_0, cpa_nand_2, cpa_not_1,
    cpa_aoi21_0, cpa_c6_sum, cpa_nor_2, cpa_nor_3, cpa_nand_3, cpa_oai21_1, cpa_c7_sum;
  assign cpa_c3_half = s2_c2_carry_q1 ^ s2_c3_sum;
  assign cpa_c4_half = s2_c3_carry ^ s2_c4_sum_q1;
  assign cpa_c5_half = s2_c4_carry_q1 ^ s2_c5_sum_q1;
  assign cpa_c6_half = s2_c5_carry_q1 ^ pp_3_3_q1;
  assign cpa_nand_0 = ~(s2_c2_carry_q1 & s2_c3_sum);
  assign cpa_c4_sum = ~(cpa_c4_half ^ cpa_nand_0);
  assign cpa_nor_0 = ~(s2_c3_carry | s2_c4_sum_q1);
  assign cpa_nand_1 = ~(s2_c3_carry & s2_c4_sum_q1);
  assign cpa_oai21_0 = ~((cpa_nor_0 | cpa_nand_0) & cpa_nand_1);
  assign cpa_c5_sum = cpa_c5_half_q1 ^ cpa_oai21_0_q1;
  assign cpa_nor_1 = ~(s2_c4_carry_q1 | s2_c5_sum_q1);
  assign cpa_not_0 = ~cpa_nor_1;
  assign cpa_nand_2 = ~(s2_c4_carry_q1 & s2_c5_sum_q1);
  assign cpa_not_1 = ~cpa_nand_2;
  assign cpa_aoi21_0 = ~((cpa_not_0_q1 & cpa_oai21_0_q1) | cpa_not_1_q1);
  assign cpa_c6_sum = ~(cpa_c6_half_q1 ^ cpa_aoi21_0);
  assign cpa_nor_2 = ~(s2_c5_carry_q1 | pp_3_3_q1);
  assign cpa_nor_3 = ~(cpa_nor_2 | cpa_nor_1);
  assign cpa_nand_3 = ~(s2_c5_carry_q1 & pp_3_3_q1);
  assign cpa_oai21_1 = ~((cpa_nor_2 | cpa_nand_2) & cpa_nand_3);
  assign cpa_c7_sum = ~((cpa_nor_3_q1 & cpa_oai21_0_q1) | cpa_oai21_1_q1);

  // partial products
  wire m1_pp_0_0, m1_pp_1_0, m1_pp_2_0, m1_pp_3_0, m1_pp_0_1, m1_pp_1_1, m1_pp_2_1, m1_pp_3_1,
    m1_pp_0_2, m1_pp_1_2, m1_pp_2_2, m1_pp_3_2, m1_pp_0_3, m1_pp_1_3, m1_pp_2_3, m1_pp_3_3;
  assign m1_pp_0_0 = x[4] & w[4];
  assign m1_pp_1_0 = x[5] & w[4];
  assign m1_pp_2_0 = x[6] & w[4];
  assign m1_pp_3_0 = ~(x[7] & w[4]);
  assign m1_pp_0_1 = x[4] & w[5];
  assign m1_pp_1_1 = x[5] & w[5];
  assign m1_pp_2_1 = x[6] & w[5];
  assign m1_pp_3_1 = ~(x[7] & w[5]);
  assign m1_pp_0_2 = x[4] & w[6];
  assign m1_pp_1_2 = x[5] & w[6];
  assign m1_pp_2_2 = x[6] & w[6];
  assign m1_pp_3_2 = ~(x[7] & w[6]);
  assign m1_pp_0_3 = ~(x[4] & w[7]);
  assign m1_pp_1_3 = ~(x[5] & w[7]);
  assign m1_pp_2_3 = ~(x[6] & w[7]);
  assign m1_pp_3_3 = x[7] & w[7];

  // reduction stage 1
  wire m1_s1_c1_sum, m1_s1_c1_carry, m1_s1_c2_sum, m1_s1_c2_carry, m1_s1_c3_sum, m1_s1_c3_carry,
    m1_s1_c4_sum, m1_s1_c4_carry;
  half_adder ha62 (.a(m1_pp_1_0), .b(m1_pp_0_1), .sum(m1_s1_c1_sum), .carry(m1_s1_c1_carry));
  full_adder fa63 (.a(m1_pp_2_0), .b(m1_pp_1_1), .c(m1_pp_0_2), .sum(m1_s1_c2_sum),
    .carry(m1_s1_c2_carry));
  full_adder fa64 (.a(m1_pp_3_0), .b(m1_pp_2_1), .c(m1_pp_1_2), .sum(m1_s1_c3_sum),
    .carry(m1_s1_c3_carry));
  assign m1_s1_c4_sum = ~(m1_pp_3_1 ^ m1_pp_2_2);
  assign m1_s1_c4_carry = m1_pp_3_1 | m1_pp_2_2;

  // reduction stage 2
  wire m1_s2_c2_sum, m1_s2_c2_carry, m1_s2_c3_sum, m1_s2_c3_carry, m1_s2_c4_sum, m1_s2_c4_carry,
    m1_s2_c5_sum, m1_s2_c5_carry;
  half_adder ha67 (.a(m1_s1_c1_carry), .b(m1_s1_c2_sum), .sum(m1_s2_c2_sum),
    .carry(m1_s2_c2_carry));
  full_adder fa68 (.a(m1_s1_c2_carry_q1), .b(m1_s1_c3_sum_q1), .c(m1_pp_0_3_q1),
    .sum(m1_s2_c3_sum), .carry(m1_s2_c3_carry));
  full_adder fa69 (.a(m1_s1_c3_carry), .b(m1_s1_c4_sum), .c(m1_pp_1_3), .sum(m1_s2_c4_sum),
    .carry(m1_s2_c4_carry));
  full_adder fa70 (.a(m1_s1_c4_carry), .b(m1_pp_3_2), .c(m1_pp_2_3), .sum(m1_s2_c5_sum),
    .carry(m1_s2_c5_carry));

  // carry-propagate adder
  wire m1_cpa_c3_half, m1_cpa_c4_half, m1_cpa_c5_half, m1_cpa_c6_half, m1_cpa_nand_0,
    m1_cpa_c4_sum, m1_cpa_nor_0, m1_cpa_nand_1, m1_cpa_oai21_0, m1_cpa_c5_sum, m1_cpa_nor_1,
    m1_cpa_not_0, m1_cpa_nand_2, m1_cpa_not_1, m1_cpa_aoi21_0, m1_cpa_c6_sum, m1_cpa_nor_2,
    m1_cpa_nor_3, m1_cpa_nand_3, m1_cpa_oai21_1, m1_cpa_c7_sum;
  assign m1_cpa_c3_half = m1_s2_c2_carry_q1 ^ m1_s2_c3_sum;
  assign m1_cpa_c4_half = m1_s2_c3_carry ^ m1_s2_c4_sum_q1;
  assign m1_cpa_c5_half = m1_s2_c4_carry_q1 ^ m1_s2_c5_sum_q1;
  assign m1_cpa_c6_half = m1_s2_c5_carry_q1 ^ m1_pp_3_3_q1;
  assign m1_cpa_nand_0 = ~(m1_s2_c2_carry_q1 & m1_s2_c3_sum);
  assign m1_cpa_c4_sum = ~(m1_cpa_c4_half ^ m1_cpa_nand_0);
  assign m1_cpa_nor_0 = ~(m1_s2_c3_carry | m1_s2_c4_sum_q1);
  assign m1_cpa_nand_1 = ~(m1_s2_c3_carry & m1_s2_c4_sum_q1);
  assign m1_cpa_oai21_0 = ~((m1_cpa_nor_0 | m1_cpa_nand_0) & m1_cpa_nand_1);
  assign m1_cpa_c5_sum = m1_cpa_c5_half_q1 ^ m1_cpa_oai21_0_q1;
  assign m1_cpa_nor_1 = ~(m1_s2_c4_carry_q1 | m1_s2_c5_sum_q1);
  assign m1_cpa_not_0 = ~m1_cpa_nor_1;
  assign m1_cpa_nand_2 = ~(m1_s2_c4_carry_q1 & m1_s2_c5_sum_q1);
  assign m1_cpa_not_1 = ~m1_cpa_nand_2;
  assign m1_cpa_aoi21_0 = ~((m1_cpa_not_0_q1 & m1_cpa_oai21_0_q1) | m1_cpa_not_1_q1);
  assign m1_cpa_c6_sum = ~(m1_cpa_c6_half_q1 ^ m1_cpa_aoi21_0);
  assign m1_cpa_nor_2 = ~(m1_s2_c5_carry_q1 | m1_pp_3_3_q1);
  assign m1_cpa_nor_3 = ~(m1_cpa_nor_2 | m1_cpa_nor_1);
  assign m1_cpa_nand_3 = ~(m1_s2_c5_carry_q1 & m1_pp_3_3_q1);
  assign m1_cpa_oai21_1 = ~((m1_cpa_nor_2 | m1_cpa_nand_2) & m1_cpa_nand_3);
  assign m1_cpa_c7_sum = ~((m1_cpa_nor_3_q1 & m1_cpa_oai21_0_q1) | m1_cpa_oai21_1_q1);

  // adder tree: 2 numbers
  wire add2_c0_half, add2_c1_half, add2_c2_half, add2_c3_half, add2_c4_half, add2_c5_half,
    add2_c6_half, add2_c7_half, add2_c8_half, add2_nand_0, add2_c1_sum, add2_nor_0, add2_nand_1,
    add2_oai21_0, add2_c2_sum, add2_nor_1, add2_not_0, add2_nand_2, add2_not_1, add2_aoi21_0,
    add2_c3_sum, add2_nor_2, add2_nand_3, add2_oai21_1, add2_c4_sum, add2_nor_3, add2_not_2,
    add2_nand_4, add2_not_3, add2_aoi21_1, add2_c5_sum, add2_nor_4, add2_nand_5, add2_oai21_2,
    add2_c6_sum, add2_nor_5, add2_not_4, add2_nand_6, add2_not_5, add2_aoi21_2, add2_c7_sum,
    add2_nor_6, add2_nor_7, add2_nand_7, add2_oai21_3, add2_aoi21_3, add2_c8_sum;
  assign add2_c0_half = pp_0_0 ^ m1_pp_0_0;
  assign add2_c1_half = s1_c1_sum ^ m1_s1_c1_sum;
  assign add2_c2_half = s2_c2_sum_q1 ^ m1_s2_c2_sum_q1;
  assign add2_c3_half = cpa_c3_half_q1 ^ m1_cpa_c3_half_q1;
  assign add2_c4_half = cpa_c4_sum_q1 ^ m1_cpa_c4_sum_q1;
  assign add2_c5_half = cpa_c5_sum ^ m1_cpa_c5_sum;
  assign add2_c6_half = cpa_c6_sum ^ m1_cpa_c6_sum;
  assign add2_c7_half = cpa_c7_sum ^ m1_cpa_c7_sum;
  assign add2_c8_half = cpa_c7_sum ^ m1_cpa_c7_sum;
  assign add2_nand_0 = ~(pp_0_0 & m1_pp_0_0);
  assign add2_c1_sum = ~(add2_c1_half_q1 ^ add2_nand_0_q1);
  assign add2_nor_0 = ~(s1_c1_sum | m1_s1_c1_sum);
  assign add2_nand_1 = ~(s1_c1_sum & m1_s1_c1_sum);
  assign add2_oai21_0 = ~((add2_nor_0 | add2_nand_0) & add2_nand_1);
  assign add2_c2_sum = add2_c2_half ^ add2_oai21_0_q1;
  assign add2_nor_1 = ~(s2_c2_sum_q1 | m1_s2_c2_sum_q1);
  assign add2_not_0 = ~add2_nor_1;
  assign add2_nand_2 = ~(s2_c2_sum_q1 & m1_s2_c2_sum_q1);
  assign add2_not_1 = ~add2_nand_2;
  assign add2_aoi21_0 = ~((add2_not_0 & add2_oai21_0_q1) | add2_not_1);
  assign add2_c3_sum = ~(add2_c3_half ^ add2_aoi21_0_q1);
  assign add2_nor_2 = ~(cpa_c3_half | m1_cpa_c3_half);
  assign add2_nand_3 = ~(cpa_c3_half_q1 & m1_cpa_c3_half_q1);
  assign add2_oai21_1 = ~((add2_nor_2_q1 | add2_aoi21_0_q1) & add2_nand_3);
  assign add2_c4_sum = add2_c4_half ^ add2_oai21_1;
  assign add2_nor_3 = ~(cpa_c4_sum_q1 | m1_cpa_c4_sum_q1);
  assign add2_not_2 = ~add2_nor_3;
  assign add2_nand_4 = ~(cpa_c4_sum_q1 & m1_cpa_c4_sum_q1);
  assign add2_not_3 = ~add2_nand_4;
  assign add2_aoi21_1 = ~((add2_not_2 & add2_oai21_1) | add2_not_3);
  assign add2_c5_sum = ~(add2_c5_half ^ add2_aoi21_1);
  assign add2_nor_4 = ~(cpa_c5_sum | m1_cpa_c5_sum);
  assign add2_nand_5 = ~(cpa_c5_sum & m1_cpa_c5_sum);
  assign add2_oai21_2 = ~((add2_nor_4 | add2_aoi21_1) & add2_nand_5);
  assign add2_c6_sum = add2_c6_half_q1 ^ add2_oai21_2_q1;
  assign add2_nor_5 = ~(cpa_c6_sum | m1_cpa_c6_sum);
  assign add2_not_4 = ~add2_nor_5;
  assign add2_nand_6 = ~(cpa_c6_sum & m1_cpa_c6_sum);
  assign add2_not_5 = ~add2_nand_6;
  assign add2_aoi21_2 = ~((add2_not_4_q1 & add2_oai21_2_q1) | add2_not_5_q1);
  assign add2_c7_sum = ~(add2_c7_half_q1 ^ add2_aoi21_2);
  assign add2_nor_6 = ~(cpa_c7_sum | m1_cpa_c7_sum);
  assign add2_nor_7 = ~(add2_nor_6 | add2_nor_5);
  assign add2_nand_7 = ~(cpa_c7_sum & m1_cpa_c7_sum);
  assign add2_oai21_3 = ~((add2_nor_6 | add2_nand_6) & add2_nand_7);
  assign add2_aoi21_3 = ~((add2_nor_7_q1 & add2_oai21_2_q1) | add2_oai21_3_q1);
  assign add2_c8_sum = ~(add2_c8_half_q1 ^ add2_aoi21_3);

  always @(posedge clk) begin
    s1_c2_carry_q1 <= s1_c2_carry;
    s1_c3_sum_q1 <= s1_c3_sum;
    pp_0_3_q1 <= pp_0_3;
    s2_c2_carry_q1 <= s2_c2_carry;
    s2_c4_sum_q1 <= s2_c4_sum;
    s2_c4_carry_q1 <= s2_c4_carry;
    s2_c5_sum_q1 <= s2_c5_sum;
    s2_c5_carry_q1 <= s2_c5_carry;
    pp_3_3_q1 <= pp_3_3;
    cpa_c5_half_q1 <= cpa_c5_half;
    cpa_oai21_0_q1 <= cpa_oai21_0;
    cpa_not_0_q1 <= cpa_not_0;
    cpa_not_1_q1 <= cpa_not_1;
    cpa_c6_half_q1 <= cpa_c6_half;
    cpa_nor_3_q1 <= cpa_nor_3;
    cpa_oai21_1_q1 <= cpa_oai21_1;
    m1_s1_c2_carry_q1 <= m1_s1_c2_carry;
    m1_s1_c3_sum_q1 <= m1_s1_c3_sum;
    m1_pp_0_3_q1 <= m1_pp_0_3;
    m1_s2_c2_carry_q1 <= m1_s2_c2_carry;
    m1_s2_c4_sum_q1 <= m1_s2_c4_sum;
    m1_s2_c4_carry_q1 <= m1_s2_c4_carry;
    m1_s2_c5_sum_q1 <= m1_s2_c5_sum;
    m1_s2_c5_carry_q1 <= m1_s2_c5_carry;
    m1_pp_3_3_q1 <= m1_pp_3_3;
    m1_cpa_c5_half_q1 <= m1_cpa_c5_half;
    m1_cpa_oai21_0_q1 <= m1_cpa_oai21_0;
    m1_cpa_not_0_q1 <= m1_cpa_not_0;
    m1_cpa_not_1_q1 <= m1_cpa_not_1;
    m1_cpa_c6_half_q1 <= m1_cpa_c6_half;
    m1_cpa_nor_3_q1 <= m1_cpa_nor_3;
    m1_cpa_oai21_1_q1 <= m1_cpa_oai21_1;
    s2_c2_sum_q1 <= s2_c2_sum;
    m1_s2_c2_sum_q1 <= m1_s2_c2_sum;
    cpa_c3_half_q1 <= cpa_c3_half;
    m1_cpa_c3_half_q1 <= m1_cpa_c3_half;
    cpa_c4_sum_q1 <= cpa_c4_sum;
    m1_cpa_c4_sum_q1 <= m1_cpa_c4_sum;
    add2_c1_half_q1 <= add2_c1_half;
    add2_nand_0_q1 <= add2_nand_0;
    add2_oai21_0_q1 <= add2_oai21_0;
    add2_aoi21_0_q1 <= add2_aoi21_0;
    add2_nor_2_q1 <= add2_nor_2;
    add2_c6_half_q1 <= add2_c6_half;
    add2_oai21_2_q1 <= add2_oai21_2;
    add2_not_4_q1 <= add2_not_4;
    add2_not_5_q1 <= add2_not_5;
    add2_c7_half_q1 <= add2_c7_half;
    add2_nor_7_q1 <= add2_nor_7;
    add2_oai21_3_q1 <= add2_oai21_3;
    add2_c8_half_q1 <= add2_c8_half;
    add2_c2_sum_q1 <= add2_c2_sum;
    add2_c2_sum_q2 <= add2_c2_sum_q1;
    add2_c3_sum_q1 <= add2_c3_sum;
    add2_c4_sum_q1 <= add2_c4_sum;
    add2_c5_sum_q1 <= add2_c5_sum;
    add2_c0_half_q1 <= add2_c0_half;
    add2_c0_half_q2 <= add2_c0_half_q1;
    add2_c0_half_q3 <= add2_c0_half_q2;
    add2_c1_sum_q1 <= add2_c1_sum;
    add2_c1_sum_q2 <= add2_c1_sum_q1;
  end

  assign sum = {add2_c8_sum, add2_c7_sum, add2_c6_sum, add2_c5_sum_q1, add2_c4_sum_q1,
    add2_c3_sum_q1, add2_c2_sum_q2, add2_c1_sum_q2, add2_c0_half_q3};

  // activation: relu
  wire signed [9:0] extended = {{1{sum[8]}}, sum};
  wire signed [9:0] v = extended >>> SHIFT;
  assign y = v[9] ? {6{1'b0}} : v[5:0] | {6{|v[8:6]}};
endmodule
