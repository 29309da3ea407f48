// tanh_lut_fpga: tanh_lut for an FPGA, between registers
//
// Two clocks later than tanh_lut; the parameters are those of the spec
// Spec: {"accumulator":"exact","activation":"tanh-lut","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"tanh_lut","objective":"balanced","outputBits":3,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":1,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module tanh_lut_fpga (
  input  wire clk,
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum,
  output wire [2:0] y
);
  reg  [2:0] x_held;
  reg  [2:0] w_held;
  reg  [5:0] sum_held;
  reg  [2:0] y_held;
  wire [5:0] sum_next;
  wire [2:0] y_next;
  tanh_lut_reference neuron (.x(x_held), .w(w_held), .sum(sum_next), .y(y_next));
  always @(posedge clk) begin
    x_held <= x;
    w_held <= w;
    sum_held <= sum_next;
    y_held <= y_next;
  end
  assign sum = sum_held;
  assign y = y_held;
endmodule
