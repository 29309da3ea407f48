// hard_tanh: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
// y = v = sum >>> SHIFT, clamped to -3 ... 3
//
// Parameters
//   parameter integer SHIFT = 1
// Ports
//   x         input  3 bits: signed input k in [k*3 +: 3]
//   w         input  3 bits: signed weight k in [k*3 +: 3]
//   sum       output 6 bits: signed
//   y         output 3 bits: hard-tanh of sum
// Latency: 0 clocks (combinational)
// Cells: 3 full adders, 2 half adders
// Spec: {"accumulator":"exact","activation":"hard-tanh","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"hard_tanh","objective":"balanced","outputBits":3,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":1,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module hard_tanh #(
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

  // activation: hard-tanh
  wire signed [6:0] extended = {{1{sum[5]}}, sum};
  wire signed [6:0] v = extended >>> SHIFT;
  wire [2:0] clamped = &v[6:2] | ~|v[6:2] ? v[2:0] : {v[6], {2{~v[6]}}};
  // The smallest number has no opposite: it becomes the next.
  wire lowest = clamped[2] & ~|clamped[1:0];
  assign y = {clamped[2:1], clamped[0] | lowest};
endmodule
