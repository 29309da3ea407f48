// fused_fpga: fused for an FPGA, between registers
//
// Two clocks later than fused; the parameters are those of the spec
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"fused","bias":true,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"fused","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":2,"threshold":0}
module fused_fpga (
  input  wire clk,
  input  wire [5:0] x,
  input  wire [5:0] w,
  input  wire [5:0] bias,
  output wire [7:0] sum
);
  reg  [5:0] x_held;
  reg  [5:0] w_held;
  reg  [5:0] bias_held;
  reg  [7:0] sum_held;
  wire [7:0] sum_next;
  fused_reference neuron (.x(x_held), .w(w_held), .bias(bias_held), .sum(sum_next));
  always @(posedge clk) begin
    x_held <= x;
    w_held <= w;
    bias_held <= bias;
    sum_held <= sum_next;
  end
  assign sum = sum_held;
endmodule
