// tanh_lut_reference: behavioural reference of tanh_lut
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
// y = 3 tanh(x), a table
// x = sum / 2^(SHIFT + 2), in steps of v = sum >>> SHIFT; saturated from |x| = 2
// error: at most 0.73, rms 0.31, in units of the last place of y
//
// Parameters
//   parameter integer SHIFT = 1
// Ports
//   x         input  3 bits: signed input k in [k*3 +: 3]
//   w         input  3 bits: signed weight k in [k*3 +: 3]
//   sum       output 6 bits: signed
//   y         output 3 bits: tanh-lut of sum
// Latency: 0 clocks (combinational)
// Spec: {"accumulator":"exact","activation":"tanh-lut","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"tanh_lut","objective":"balanced","outputBits":3,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":1,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module tanh_lut_reference #(
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

  // activation: tanh-lut
  wire signed [6:0] extended = {{1{sum[5]}}, sum};
  wire signed [6:0] v = extended >>> SHIFT;
  // Steps from zero: -1 - v below it.
  wire negative = v[6];
  wire [5:0] distance = v[5:0] ^ {6{negative}};
  wire [2:0] step = distance[2:0] | {3{|distance[5:3]}};
  function [1:0] rise;
    input [2:0] entry;
    case (entry)
      3'd0: rise = 2'd0;
      3'd1: rise = 2'd1;
      3'd2, 3'd3, 3'd4: rise = 2'd2;
      default: rise = 2'd3;
    endcase
  endfunction
  wire [2:0] half = {1'b0, rise(step)};
  assign y = (half ^ {3{negative}}) + {{2{1'b0}}, negative};
endmodule
