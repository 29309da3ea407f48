// relu_reference: behavioural reference of relu
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
// y = v = sum >>> SHIFT, clamped to 0 ... 7
//
// Parameters
//   parameter integer SHIFT = 1
// Ports
//   x         input  3 bits: signed input k in [k*3 +: 3]
//   w         input  3 bits: signed weight k in [k*3 +: 3]
//   sum       output 6 bits: signed
//   y         output 3 bits: relu of sum
// Latency: 0 clocks (combinational)
// Spec: {"accumulator":"exact","activation":"relu","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"relu","objective":"balanced","outputBits":3,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":1,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module relu_reference #(
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

  // activation: relu
  wire signed [6:0] extended = {{1{sum[5]}}, sum};
  wire signed [6:0] v = extended >>> SHIFT;
  assign y = v[6] ? {3{1'b0}} : v[2:0] | {3{|v[5:3]}};
endmodule
