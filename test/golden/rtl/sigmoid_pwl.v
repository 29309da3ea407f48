// sigmoid_pwl: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
// y = 7 sigmoid(x), piecewise linear (PLAN)
// x = sum / 2^(SHIFT + 1), in steps of v = sum >>> SHIFT; saturated from |x| = 5
// error: at most 0.88, rms 0.29, in units of the last place of y
//
// Parameters
//   parameter integer SHIFT = 1
// Ports
//   x         input  3 bits: signed input k in [k*3 +: 3]
//   w         input  3 bits: signed weight k in [k*3 +: 3]
//   sum       output 6 bits: signed
//   y         output 3 bits: sigmoid-pwl of sum
// Latency: 0 clocks (combinational)
// Cells: 3 full adders, 2 half adders
// Spec: {"accumulator":"exact","activation":"sigmoid-pwl","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"sigmoid_pwl","objective":"balanced","outputBits":3,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":1,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module sigmoid_pwl #(
  parameter integer SHIFT = 1
) (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum,
  output wire [2:0] y
);

  // partial products
  wire pp_0_0, pp_1_0, pp_2_0, pp_0_1, pp_1_1, pp_2_1, pp_0_2, pp_1_2, pp_2_2;
  assign pp_0_0 = x[0] & w[0];
  assign pp_1_0 = x[1] & w[0];
  assign pp_2_0 = ~(x[2] & w[0]);
  assign pp_0_1 = x[0] & w[1];
  assign pp_1_1 = x[1] & w[1];
  assign pp_2_1 = ~(x[2] & w[1]);
  assign pp_0_2 = ~(x[0] & w[2]);
  assign pp_1_2 = ~(x[1] & w[2]);
  assign pp_2_2 = x[2] & w[2];

  // reduction stage 1
  wire s1_c1_sum, s1_c1_carry, s1_c2_sum, s1_c2_carry, s1_c3_sum, s1_c3_carry;
  half_adder ha9 (.a(pp_1_0), .b(pp_0_1), .sum(s1_c1_sum), .carry(s1_c1_carry));
  full_adder fa10 (.a(pp_2_0), .b(pp_1_1), .c(pp_0_2), .sum(s1_c2_sum), .carry(s1_c2_carry));
  assign s1_c3_sum = ~(pp_2_1 ^ pp_1_2);
  assign s1_c3_carry = pp_2_1 | pp_1_2;

  // carry-propagate adder
  wire cpa_c2_sum, cpa_c2_carry, cpa_c3_sum, cpa_c3_carry, cpa_c4_sum, cpa_c4_carry, cpa_c5_sum;
  half_adder ha13 (.a(s1_c2_sum), .b(s1_c1_carry), .sum(cpa_c2_sum), .carry(cpa_c2_carry));
  full_adder fa14 (.a(s1_c3_sum), .b(s1_c2_carry), .c(cpa_c2_carry), .sum(cpa_c3_sum),
    .carry(cpa_c3_carry));
  full_adder fa15 (.a(pp_2_2), .b(s1_c3_carry), .c(cpa_c3_carry), .sum(cpa_c4_sum),
    .carry(cpa_c4_carry));
  assign cpa_c5_sum = ~cpa_c4_carry;

  assign sum = {cpa_c5_sum, cpa_c4_sum, cpa_c3_sum, cpa_c2_sum, s1_c1_sum, pp_0_0};

  // activation: sigmoid-pwl
  wire signed [6:0] extended = {{1{sum[5]}}, sum};
  wire signed [6:0] v = extended >>> SHIFT;
  // Steps from zero: -1 - v below it.
  wire negative = v[6];
  wire [5:0] distance = v[5:0] ^ {6{negative}};
  wire [3:0] step = distance[3:0] | {4{|distance[5:4]}};
  function [1:0] rise;
    input [3:0] entry;
    case (entry)
      4'd0: rise = 2'd0;
      4'd1: rise = 2'd1;
      4'd2, 4'd3: rise = 2'd2;
      default: rise = 2'd3;
    endcase
  endfunction
  assign y = {1'b1, rise(step)} ^ {3{negative}};
endmodule
