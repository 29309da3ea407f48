// dut_layer: one serial neuron, dut, for all outputs of a layer
//
// sum = {whole, fraction}: bias has 10 fraction bits; dut adds the bits above them, and they stand below
// its sum. bias is held from the first product to the last.
// code = number of thresholds at or below sum, less 3: an input of the next layer.
// Thresholds ascend and are written before the first product. Activations by thresholds: M. Blott et al., "FINN-R: An
// End-to-End Deep-Learning Framework for Fast Exploration of Quantized Neural Networks", ACM TRETS 11, 2018.
// Latency: 2 clocks from the last product to out_valid
// Spec: {"accumulator":12,"activation":"hard-tanh","adder":"ripple","adderCells":"library","architecture":"serial","bias":9,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"dut","objective":"balanced","outputBits":4,"overflow":"wrap","partialProducts":"simple","pipeline":1,"shift":0,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module dut_layer (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  input  wire in_last,
  input  wire [2:0] x,
  input  wire [2:0] w,
  input  wire [18:0] bias,
  input  wire write,
  input  wire [2:0] address,
  input  wire [22:0] threshold,
  output wire out_valid,
  output wire [21:0] sum,
  output wire [2:0] code,
  output wire [3:0] y
);
  wire [11:0] whole;
  dut neuron (
    .clk(clk),
    .rst(rst),
    .in_valid(in_valid),
    .in_last(in_last),
    .x(x),
    .w(w),
    .bias(bias[18:10]),
    .out_valid(out_valid),
    .sum(whole),
    .y(y)
  );

  reg [9:0] fraction_1, fraction_2;
  always @(posedge clk) begin
    fraction_1 <= bias[9:0];
    fraction_2 <= fraction_1;
  end
  assign sum = {whole, fraction_2};

  reg [22:0] thresholds [0:7];
  always @(posedge clk)
    if (write) thresholds[address] <= threshold;
  wire signed [22:0] level = {sum[21], sum};
  wire found_2 = level >= $signed(thresholds[{1'b0, 2'd3}]);
  wire found_1 = level >= $signed(thresholds[{found_2, 1'b0, 1'd1}]);
  wire found_0 = level >= $signed(thresholds[{found_2, found_1, 1'b0}]);
  assign code = {found_2, found_1, found_0} + 3'd5;
endmodule
