// fused: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = bias + x[0]*w[0] + ... over 2 synapses, exact
//
// Parameters: none
// Ports
//   x         input  6 bits: unsigned input k in [k*3 +: 3]
//   w         input  6 bits: unsigned weight k in [k*3 +: 3]
//   bias      input  6 bits: unsigned, added to sum
//   sum       output 8 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 16 full adders, 11 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"fused","bias":true,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"fused","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":2,"threshold":0}
module fused (
  input  wire [5:0] x,
  input  wire [5:0] w,
  input  wire [5:0] bias,
  output wire [7:0] sum
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
  wire s1_c1_sum, s1_c1_carry, s1_c2_sum, s1_c2_carry, s1_c3_sum, s1_c3_carry, s1_c1_sum__2,
    s1_c1_carry__2, s1_c2_sum__2, s1_c2_carry__2, s1_c3_sum__2, s1_c3_carry__2;
  half_adder ha18 (.a(pp_1_0), .b(pp_0_1), .sum(s1_c1_sum), .carry(s1_c1_carry));
  full_adder fa19 (.a(pp_2_0), .b(pp_1_1), .c(pp_0_2), .sum(s1_c2_sum), .carry(s1_c2_carry));
  half_adder ha20 (.a(pp_2_1), .b(pp_1_2), .sum(s1_c3_sum), .carry(s1_c3_carry));
  half_adder ha21 (.a(m1_pp_1_0), .b(m1_pp_0_1), .sum(s1_c1_sum__2), .carry(s1_c1_carry__2));
  full_adder fa22 (.a(m1_pp_2_0), .b(m1_pp_1_1), .c(m1_pp_0_2), .sum(s1_c2_sum__2),
    .carry(s1_c2_carry__2));
  half_adder ha23 (.a(m1_pp_2_1), .b(m1_pp_1_2), .sum(s1_c3_sum__2), .carry(s1_c3_carry__2));

  // reduction stage 2
  wire s2_c0_sum, s2_c0_carry, s2_c1_sum, s2_c1_carry, s2_c2_sum, s2_c2_carry, s2_c3_sum,
    s2_c3_carry, s2_c4_sum, s2_c4_carry;
  half_adder ha24 (.a(pp_0_0), .b(m1_pp_0_0), .sum(s2_c0_sum), .carry(s2_c0_carry));
  half_adder ha25 (.a(s1_c1_sum), .b(s1_c1_sum__2), .sum(s2_c1_sum), .carry(s2_c1_carry));
  full_adder fa26 (.a(s1_c2_sum), .b(s1_c1_carry), .c(s1_c2_sum__2), .sum(s2_c2_sum),
    .carry(s2_c2_carry));
  full_adder fa27 (.a(s1_c3_sum), .b(s1_c2_carry), .c(s1_c3_sum__2), .sum(s2_c3_sum),
    .carry(s2_c3_carry));
  full_adder fa28 (.a(pp_2_2), .b(s1_c3_carry), .c(m1_pp_2_2), .sum(s2_c4_sum),
    .carry(s2_c4_carry));

  // reduction stage 3
  wire s3_c1_sum, s3_c1_carry, s3_c2_sum, s3_c2_carry, s3_c3_sum, s3_c3_carry, s3_c4_sum,
    s3_c4_carry;
  half_adder ha29 (.a(s2_c1_sum), .b(s2_c0_carry), .sum(s3_c1_sum), .carry(s3_c1_carry));
  full_adder fa30 (.a(s2_c2_sum), .b(s2_c1_carry), .c(s1_c1_carry__2), .sum(s3_c2_sum),
    .carry(s3_c2_carry));
  full_adder fa31 (.a(s2_c3_sum), .b(s2_c2_carry), .c(s1_c2_carry__2), .sum(s3_c3_sum),
    .carry(s3_c3_carry));
  full_adder fa32 (.a(s2_c4_sum), .b(s2_c3_carry), .c(s1_c3_carry__2), .sum(s3_c4_sum),
    .carry(s3_c4_carry));

  // reduction stage 4
  wire s4_c0_sum, s4_c0_carry, s4_c1_sum, s4_c1_carry, s4_c2_sum, s4_c2_carry, s4_c3_sum,
    s4_c3_carry, s4_c4_sum, s4_c4_carry, s4_c5_sum, s4_c5_carry;
  half_adder ha33 (.a(s2_c0_sum), .b(bias[0]), .sum(s4_c0_sum), .carry(s4_c0_carry));
  half_adder ha34 (.a(s3_c1_sum), .b(bias[1]), .sum(s4_c1_sum), .carry(s4_c1_carry));
  full_adder fa35 (.a(s3_c2_sum), .b(s3_c1_carry), .c(bias[2]), .sum(s4_c2_sum),
    .carry(s4_c2_carry));
  full_adder fa36 (.a(s3_c3_sum), .b(s3_c2_carry), .c(bias[3]), .sum(s4_c3_sum),
    .carry(s4_c3_carry));
  full_adder fa37 (.a(s3_c4_sum), .b(s3_c3_carry), .c(bias[4]), .sum(s4_c4_sum),
    .carry(s4_c4_carry));
  full_adder fa38 (.a(s2_c4_carry), .b(s3_c4_carry), .c(bias[5]), .sum(s4_c5_sum),
    .carry(s4_c5_carry));

  // carry-propagate adder
  wire cpa_c1_sum, cpa_c1_carry, cpa_c2_sum, cpa_c2_carry, cpa_c3_sum, cpa_c3_carry, cpa_c4_sum,
    cpa_c4_carry, cpa_c5_sum, cpa_c5_carry, cpa_c6_sum, cpa_c6_carry;
  half_adder ha39 (.a(s4_c1_sum), .b(s4_c0_carry), .sum(cpa_c1_sum), .carry(cpa_c1_carry));
  full_adder fa40 (.a(s4_c2_sum), .b(s4_c1_carry), .c(cpa_c1_carry), .sum(cpa_c2_sum),
    .carry(cpa_c2_carry));
  full_adder fa41 (.a(s4_c3_sum), .b(s4_c2_carry), .c(cpa_c2_carry), .sum(cpa_c3_sum),
    .carry(cpa_c3_carry));
  full_adder fa42 (.a(s4_c4_sum), .b(s4_c3_carry), .c(cpa_c3_carry), .sum(cpa_c4_sum),
    .carry(cpa_c4_carry));
  full_adder fa43 (.a(s4_c5_sum), .b(s4_c4_carry), .c(cpa_c4_carry), .sum(cpa_c5_sum),
    .carry(cpa_c5_carry));
  half_adder ha44 (.a(s4_c5_carry), .b(cpa_c5_carry), .sum(cpa_c6_sum), .carry(cpa_c6_carry));

  assign sum = {cpa_c6_carry, cpa_c6_sum, cpa_c5_sum, cpa_c4_sum, cpa_c3_sum, cpa_c2_sum,
    cpa_c1_sum, s4_c0_sum};
endmodule
