// tanh_lut: digital neuron, structural (wallace tree, simple partial products, ripple adder)
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
// Cells: 3 full adders, 2 half adders
// Spec: {"accumulator":"exact","activation":"tanh-lut","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"tanh_lut","objective":"balanced","outputBits":3,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":1,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module tanh_lut #(
  parameter integer SHIFT = 1
) (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum,
  output wire [2:0] y
);

  // partial products
  wire n8, n9, n10, n11, n12, n13, n14, n15, n16;
  assign n8 = x[0] & w[0];
  assign n9 = x[1] & w[0];
  assign n10 = ~(x[2] & w[0]);
  assign n11 = x[0] & w[1];
  assign n12 = x[1] & w[1];
  assign n13 = ~(x[2] & w[1]);
  assign n14 = ~(x[0] & w[2]);
  assign n15 = ~(x[1] & w[2]);
  assign n16 = x[2] & w[2];

  // reduction stage 1
  wire n17, n18, n19, n20, n21, n22;
  half_adder ha9 (.a(n9), .b(n11), .sum(n17), .carry(n18));
  full_adder fa10 (.a(n10), .b(n12), .c(n14), .sum(n19), .carry(n20));
  assign n21 = ~(n13 ^ n15);
  assign n22 = n13 | n15;

  // carry-propagate adder
  wire n23, n24, n25, n26, n27, n28, n29;
  half_adder ha13 (.a(n19), .b(n18), .sum(n23), .carry(n24));
  full_adder fa14 (.a(n21), .b(n20), .c(n24), .sum(n25), .carry(n26));
  full_adder fa15 (.a(n16), .b(n22), .c(n26), .sum(n27), .carry(n28));
  assign n29 = ~n28;

  assign sum = {n29, n27, n25, n23, n17, n8};

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
