// booth_reference: behavioural reference of booth
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  3 bits: signed input k in [k*3 +: 3]
//   w         input  3 bits: signed weight k in [k*3 +: 3]
//   sum       output 6 bits: signed
// Latency: 0 clocks (combinational)
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"booth","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"booth","pipeline":0,"shift":0,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module booth_reference (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum
);
  wire signed [5:0] x0 = {{3{x[2]}}, x[2:0]};
  wire signed [5:0] w0 = {{3{w[2]}}, w[2:0]};
  wire [5:0] exact = x0 * w0;
  wire [5:0] held = exact;
  assign sum = held;
endmodule
