// saturating: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 2 synapses, saturated to 6 bits
//
// Parameters: none
// Ports
//   x         input  6 bits: unsigned input k in [k*3 +: 3]
//   w         input  6 bits: unsigned weight k in [k*3 +: 3]
//   sum       output 6 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 11 full adders, 7 half adders
// Spec: {"accumulator":6,"activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"saturating","objective":"balanced","outputBits":8,"overflow":"saturate","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":2,"threshold":0}
module saturating (
  input  wire [5:0] x,
  input  wire [5:0] w,
  output wire [5:0] sum
);

  // partial products
  wire pp_0_0, pp_1_0, pp_2_0, pp_0_1, pp_1_1, pp_2_1, pp_0_2, pp_1_2, pp_2_2;
  assign pp_0_0 = x[0] & w[0];
  assign pp_1_0 = x[1] & w[0];
  assign pp_2_0 = x[2] & w[0];
  assign pp_0_1 = x[0] & w[1];
  assign pp_1_1 = x[1] & w[1];
  assign pp_2_1 = x[2] & w[1];
  assign pp_0_2 = x[0] & w[2];
  assign pp_1_2 = x[1] & w[2];
  assign pp_2_2 = x[2] & w[2];

  // reduction stage 1
  wire s1_c1_sum, s1_c1_carry, s1_c2_sum, s1_c2_carry, s1_c3_sum, s1_c3_carry;
  half_adder ha9 (.a(pp_1_0), .b(pp_0_1), .sum(s1_c1_sum), .carry(s1_c1_carry));
  full_adder fa10 (.a(pp_2_0), .b(pp_1_1), .c(pp_0_2), .sum(s1_c2_sum), .carry(s1_c2_carry));
  half_adder ha11 (.a(pp_2_1), .b(pp_1_2), .sum(s1_c3_sum), .carry(s1_c3_carry));

  // carry-propagate adder
  wire cpa_c2_sum, cpa_c2_carry, cpa_c3_sum, cpa_c3_carry, cpa_c4_sum, cpa_c4_carry;
  half_adder ha12 (.a(s1_c2_sum), .b(s1_c1_carry), .sum(cpa_c2_sum), .carry(cpa_c2_carry));
  full_adder fa13 (.a(s1_c3_sum), .b(s1_c2_carry), .c(cpa_c2_carry), .sum(cpa_c3_sum),
    .carry(cpa_c3_carry));
  full_adder fa14 (.a(pp_2_2), .b(s1_c3_carry), .c(cpa_c3_carry), .sum(cpa_c4_sum),
    .carry(cpa_c4_carry));

  // partial products
  wire m1_pp_0_0, m1_pp_1_0, m1_pp_2_0, m1_pp_0_1, m1_pp_1_1, m1_pp_2_1, m1_pp_0_2, m1_pp_1_2,
    m1_pp_2_2;
  assign m1_pp_0_0 = x[3] & w[3];
  assign m1_pp_1_0 = x[4] & w[3];
  assign m1_pp_2_0 = x[5] & w[3];
  assign m1_pp_0_1 = x[3] & w[4];
  assign m1_pp_1_1 = x[4] & w[4];
  assign m1_pp_2_1 = x[5] & w[4];
  assign m1_pp_0_2 = x[3] & w[5];
  assign m1_pp_1_2 = x[4] & w[5];
  assign m1_pp_2_2 = x[5] & w[5];

  // reduction stage 1
  wire m1_s1_c1_sum, m1_s1_c1_carry, m1_s1_c2_sum, m1_s1_c2_carry, m1_s1_c3_sum, m1_s1_c3_carry;
  half_adder ha24 (.a(m1_pp_1_0), .b(m1_pp_0_1), .sum(m1_s1_c1_sum), .carry(m1_s1_c1_carry));
  full_adder fa25 (.a(m1_pp_2_0), .b(m1_pp_1_1), .c(m1_pp_0_2), .sum(m1_s1_c2_sum),
    .carry(m1_s1_c2_carry));
  half_adder ha26 (.a(m1_pp_2_1), .b(m1_pp_1_2), .sum(m1_s1_c3_sum), .carry(m1_s1_c3_carry));

  // carry-propagate adder
  wire m1_cpa_c2_sum, m1_cpa_c2_carry, m1_cpa_c3_sum, m1_cpa_c3_carry, m1_cpa_c4_sum,
    m1_cpa_c4_carry;
  half_adder ha27 (.a(m1_s1_c2_sum), .b(m1_s1_c1_carry), .sum(m1_cpa_c2_sum),
    .carry(m1_cpa_c2_carry));
  full_adder fa28 (.a(m1_s1_c3_sum), .b(m1_s1_c2_carry), .c(m1_cpa_c2_carry),
    .sum(m1_cpa_c3_sum), .carry(m1_cpa_c3_carry));
  full_adder fa29 (.a(m1_pp_2_2), .b(m1_s1_c3_carry), .c(m1_cpa_c3_carry), .sum(m1_cpa_c4_sum),
    .carry(m1_cpa_c4_carry));

  // adder tree: 2 numbers
  wire add2_c0_sum, add2_c0_carry, add2_c1_sum, add2_c1_carry, add2_c2_sum, add2_c2_carry,
    add2_c3_sum, add2_c3_carry, add2_c4_sum, add2_c4_carry, add2_c5_sum, add2_c5_carry;
  half_adder ha30 (.a(pp_0_0), .b(m1_pp_0_0), .sum(add2_c0_sum), .carry(add2_c0_carry));
  full_adder fa31 (.a(s1_c1_sum), .b(m1_s1_c1_sum), .c(add2_c0_carry), .sum(add2_c1_sum),
    .carry(add2_c1_carry));
  full_adder fa32 (.a(cpa_c2_sum), .b(m1_cpa_c2_sum), .c(add2_c1_carry), .sum(add2_c2_sum),
    .carry(add2_c2_carry));
  full_adder fa33 (.a(cpa_c3_sum), .b(m1_cpa_c3_sum), .c(add2_c2_carry), .sum(add2_c3_sum),
    .carry(add2_c3_carry));
  full_adder fa34 (.a(cpa_c4_sum), .b(m1_cpa_c4_sum), .c(add2_c3_carry), .sum(add2_c4_sum),
    .carry(add2_c4_carry));
  full_adder fa35 (.a(cpa_c4_carry), .b(m1_cpa_c4_carry), .c(add2_c4_carry), .sum(add2_c5_sum),
    .carry(add2_c5_carry));

  // saturation
  wire saturation_or_0, saturation_or_1, saturation_or_2, saturation_or_3, saturation_or_4,
    saturation_or_5;
  assign saturation_or_0 = add2_c0_sum | add2_c5_carry;
  assign saturation_or_1 = add2_c1_sum | add2_c5_carry;
  assign saturation_or_2 = add2_c2_sum | add2_c5_carry;
  assign saturation_or_3 = add2_c3_sum | add2_c5_carry;
  assign saturation_or_4 = add2_c4_sum | add2_c5_carry;
  assign saturation_or_5 = add2_c5_sum | add2_c5_carry;

  assign sum = {saturation_or_5, saturation_or_4, saturation_or_3, saturation_or_2,
    saturation_or_1, saturation_or_0};
endmodule
