// serial_layer: one serial neuron, serial, for all outputs of a layer
//
// sum = {whole, fraction}: bias has 2 fraction bits; serial adds the bits above them, and they stand below
// its sum. bias is held from the first product to the last.
// code = number of thresholds at or below sum, less 3: an input of the next layer.
// Thresholds ascend and are written before the first product. Activations by thresholds: M. Blott et al., "FINN-R: An
// End-to-End Deep-Learning Framework for Fast Exploration of Quantized Neural Networks", ACM TRETS 11, 2018.
// Latency: 1 clock from the last product to out_valid
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"serial","bias":6,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"serial","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":4,"threshold":0}
module serial_layer (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  input  wire in_last,
  input  wire [2:0] x,
  input  wire [2:0] w,
  input  wire [7:0] bias,
  input  wire write,
  input  wire [2:0] address,
  input  wire [11:0] threshold,
  output wire out_valid,
  output wire [10:0] sum,
  output wire [2:0] code
);
  wire [8:0] whole;
  serial neuron (
    .clk(clk),
    .rst(rst),
    .in_valid(in_valid),
    .in_last(in_last),
    .x(x),
    .w(w),
    .bias(bias[7:2]),
    .out_valid(out_valid),
    .sum(whole)
  );

  reg [1:0] fraction_1;
  always @(posedge clk) begin
    fraction_1 <= bias[1:0];
  end
  assign sum = {whole, fraction_1};

  reg [11:0] thresholds [0:7];
  always @(posedge clk)
    if (write) thresholds[address] <= threshold;
  wire signed [11:0] level = {sum[10], sum};
  wire found_2 = level >= $signed(thresholds[{1'b0, 2'd3}]);
  wire found_1 = level >= $signed(thresholds[{found_2, 1'b0, 1'd1}]);
  wire found_0 = level >= $signed(thresholds[{found_2, found_1, 1'b0}]);
  assign code = {found_2, found_1, found_0} + 3'd5;
endmodule
