// pipelined_reference: behavioural reference of pipelined
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   clk       input  1 bit: rising edge
//   x         input  3 bits: unsigned input k in [k*3 +: 3]
//   w         input  3 bits: unsigned weight k in [k*3 +: 3]
//   sum       output 6 bits: unsigned
// Latency: 2 clocks
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"pipelined","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":2,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module pipelined_reference (
  input  wire clk,
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum
);
  wire [5:0] x0 = {{3{1'b0}}, x[2:0]};
  wire [5:0] w0 = {{3{1'b0}}, w[2:0]};
  reg [5:0] term0;
  always @(posedge clk) begin
    term0 <= x0 * w0;
  end
  wire [5:0] exact = term0;
  wire [5:0] held = exact;
  reg [5:0] stage1;
  always @(posedge clk) begin
    stage1 <= held;
  end
  assign sum = stage1;
endmodule
