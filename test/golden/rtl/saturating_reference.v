// saturating_reference: behavioural reference of saturating
//
// sum = x[0]*w[0] + ... over 2 synapses, saturated to 6 bits
//
// Parameters: none
// Ports
//   x         input  6 bits: unsigned input k in [k*3 +: 3]
//   w         input  6 bits: unsigned weight k in [k*3 +: 3]
//   sum       output 6 bits: unsigned
// Latency: 0 clocks (combinational)
// Spec: {"accumulator":6,"activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"saturating","objective":"balanced","outputBits":8,"overflow":"saturate","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":2,"threshold":0}
module saturating_reference (
  input  wire [5:0] x,
  input  wire [5:0] w,
  output wire [5:0] sum
);
  wire [6:0] x0 = {{4{1'b0}}, x[2:0]};
  wire [6:0] w0 = {{4{1'b0}}, w[2:0]};
  wire [6:0] x1 = {{4{1'b0}}, x[5:3]};
  wire [6:0] w1 = {{4{1'b0}}, w[5:3]};
  wire [6:0] exact = x0 * w0
    + x1 * w1;
  wire [5:0] held = |exact[6:6] ? {6{1'b1}} : exact[5:0];
  assign sum = held;
endmodule
