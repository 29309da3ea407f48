// threshold_reference: behavioural reference of threshold
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
// y = 1 where sum >= THRESHOLD, else 0
//
// Parameters
//   parameter signed [6:0] THRESHOLD = -7'sd6
// Ports
//   x         input  3 bits: signed input k in [k*3 +: 3]
//   w         input  3 bits: signed weight k in [k*3 +: 3]
//   sum       output 6 bits: signed
//   y         output 1 bit: threshold of sum
// Latency: 0 clocks (combinational)
// Spec: {"accumulator":"exact","activation":"threshold","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"threshold","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":-6}
module threshold_reference #(
  parameter signed [6:0] THRESHOLD = -7'sd6
) (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum,
  output wire y
);
  wire signed [5:0] x0 = {{3{x[2]}}, x[2:0]};
  wire signed [5:0] w0 = {{3{w[2]}}, w[2:0]};
  wire [5:0] exact = x0 * w0;
  wire [5:0] held = exact;
  assign sum = held;

  // activation
  wire signed [6:0] extended = {{1{sum[5]}}, sum};
  assign y = extended >= THRESHOLD;
endmodule
