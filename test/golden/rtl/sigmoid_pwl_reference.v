// sigmoid_pwl_reference: behavioural reference of sigmoid_pwl
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
// Spec: {"accumulator":"exact","activation":"sigmoid-pwl","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"sigmoid_pwl","objective":"balanced","outputBits":3,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":1,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module sigmoid_pwl_reference #(
  parameter integer SHIFT = 1
) (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum,
  output wire [2:0] y
);
  wire signed [5:0] x0 = {{3{x[2]}}, x[2:0]};
  wire signed [5:0] w0 = {{3{w[2]}}, w[2:0]};
  wire [5:0] exact = x0 * w0;
  wire [5:0] held = exact;
  assign sum = held;

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
