// pipelined: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   clk       input  1 bit: rising edge
//   x         input  3 bits: unsigned input k in [k*3 +: 3]
//   w         input  3 bits: unsigned weight k in [k*3 +: 3]
//   sum       output 6 bits: unsigned
// Latency: 2 clocks
// Cells: 3 full adders, 3 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"pipelined","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":2,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module pipelined (
  input  wire clk,
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum
);

  // registers
  reg s1_c2_sum_q1, s1_c1_carry_q1, s1_c3_sum_q1, s1_c2_carry_q1, pp_2_2_q1, pp_2_2_q2,
    s1_c3_carry_q1, s1_c3_carry_q2, cpa_c3_carry_q1, pp_0_0_q1, pp_0_0_q2, s1_c1_sum_q1,
    s1_c1_sum_q2, cpa_c2_sum_q1, cpa_c3_sum_q1;

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
  half_adder ha12 (.a(s1_c2_sum_q1), .b(s1_c1_carry_q1), .sum(cpa_c2_sum), .carry(cpa_c2_carry));
  full_adder fa13 (.a(s1_c3_sum_q1), .b(s1_c2_carry_q1), .c(cpa_c2_carry), .sum(cpa_c3_sum),
    .carry(cpa_c3_carry));
  full_adder fa14 (.a(pp_2_2_q2), .b(s1_c3_carry_q2), .c(cpa_c3_carry_q1), .sum(cpa_c4_sum),
    .carry(cpa_c4_carry));

  always @(posedge clk) begin
    s1_c2_sum_q1 <= s1_c2_sum;
    s1_c1_carry_q1 <= s1_c1_carry;
    s1_c3_sum_q1 <= s1_c3_sum;
    s1_c2_carry_q1 <= s1_c2_carry;
    pp_2_2_q1 <= pp_2_2;
    pp_2_2_q2 <= pp_2_2_q1;
    s1_c3_carry_q1 <= s1_c3_carry;
    s1_c3_carry_q2 <= s1_c3_carry_q1;
    cpa_c3_carry_q1 <= cpa_c3_carry;
    pp_0_0_q1 <= pp_0_0;
    pp_0_0_q2 <= pp_0_0_q1;
    s1_c1_sum_q1 <= s1_c1_sum;
    s1_c1_sum_q2 <= s1_c1_sum_q1;
    cpa_c2_sum_q1 <= cpa_c2_sum;
    cpa_c3_sum_q1 <= cpa_c3_sum;
  end

  assign sum = {cpa_c4_carry, cpa_c4_sum, cpa_c3_sum_q1, cpa_c2_sum_q1, s1_c1_sum_q2, pp_0_0_q2};
endmodule
