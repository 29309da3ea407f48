// pipelined_fpga: pipelined for an FPGA, between registers
//
// Two clocks later than pipelined; the parameters are those of the spec
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"pipelined","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":2,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module pipelined_fpga (
  input  wire clk,
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum
);
  reg  [2:0] x_held;
  reg  [2:0] w_held;
  reg  [5:0] sum_held;
  wire [5:0] sum_next;
  pipelined_reference neuron (.clk(clk), .x(x_held), .w(w_held), .sum(sum_next));
  always @(posedge clk) begin
    x_held <= x;
    w_held <= w;
    sum_held <= sum_next;
  end
  assign sum = sum_held;
endmodule
