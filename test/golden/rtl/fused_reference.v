// fused_reference: behavioural reference of fused
//
// sum = bias + x[0]*w[0] + ... over 2 synapses, exact
//
// Parameters: none
// Ports
//   x         input  6 bits: unsigned input k in [k*3 +: 3]
//   w         input  6 bits: unsigned weight k in [k*3 +: 3]
//   bias      input  6 bits: unsigned, added to sum
//   sum       output 8 bits: unsigned
// Latency: 0 clocks (combinational)
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"fused","bias":true,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"fused","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":2,"threshold":0}
module fused_reference (
  input  wire [5:0] x,
  input  wire [5:0] w,
  input  wire [5:0] bias,
  output wire [7:0] sum
);
  wire [7:0] x0 = {{5{1'b0}}, x[2:0]};
  wire [7:0] w0 = {{5{1'b0}}, w[2:0]};
  wire [7:0] x1 = {{5{1'b0}}, x[5:3]};
  wire [7:0] w1 = {{5{1'b0}}, w[5:3]};
  wire [7:0] bias0 = {{2{1'b0}}, bias[5:0]};
  wire [7:0] exact = x0 * w0
    + x1 * w1
    + bias0;
  wire [7:0] held = exact;
  assign sum = held;
endmodule
