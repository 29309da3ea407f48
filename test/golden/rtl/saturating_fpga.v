// saturating_fpga: saturating for an FPGA, between registers
//
// Two clocks later than saturating; the parameters are those of the spec
// Spec: {"accumulator":6,"activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"saturating","objective":"balanced","outputBits":8,"overflow":"saturate","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":2,"threshold":0}
module saturating_fpga (
  input  wire clk,
  input  wire [5:0] x,
  input  wire [5:0] w,
  output wire [5:0] sum
);
  reg  [5:0] x_held;
  reg  [5:0] w_held;
  reg  [5:0] sum_held;
  wire [5:0] sum_next;
  saturating_reference neuron (.x(x_held), .w(w_held), .sum(sum_next));
  always @(posedge clk) begin
    x_held <= x;
    w_held <= w;
    sum_held <= sum_next;
  end
  assign sum = sum_held;
endmodule
