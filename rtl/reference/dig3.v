// dig3: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  3 bits: unsigned input k in [k*3 +: 3]
//   w         input  3 bits: unsigned weight k in [k*3 +: 3]
//   sum       output 6 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 3 full adders, 3 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"dig3","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module dig3 (
  input  wire [2:0] x,
  input  wire [2:0] w,
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

  assign sum = {cpa_c4_carry, cpa_c4_sum, cpa_c3_sum, cpa_c2_sum, s1_c1_sum, pp_0_0};
endmodule
