// serial: digital neuron, serial: a product a clock into an accumulator
//
// sum = x[0]*w[0] + ... over 4 synapses, exact
//
// Parameters
//   parameter [31:0] SYNAPSES = 32'd4
//   parameter ACC_BITS = $clog2({6'd0, SYNAPSES} * 38'd49 + 38'd1)
// Ports
//   clk       input  1 bit: rising edge
//   rst       input  1 bit: synchronous, active high
//   in_valid  input  1 bit: x and w hold a product
//   in_last   input  1 bit: the last product of a neuron
//   x         input  3 bits: unsigned
//   w         input  3 bits: unsigned
//   out_valid output 1 bit: sum is that of a whole neuron
//   sum       output 8 bits: unsigned
// Latency: 1 clock
// Cells: 3 full adders, 3 half adders in the multiplier
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"serial","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"serial","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":4,"threshold":0}
module serial #(
  parameter [31:0] SYNAPSES = 32'd4,
  parameter ACC_BITS = $clog2({6'd0, SYNAPSES} * 38'd49 + 38'd1)
) (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  input  wire in_last,
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire out_valid,
  output wire [ACC_BITS-1:0] sum
);
  wire [5:0] product;
  serial_multiplier multiplier (.x(x), .w(w), .product(product));

  // control
  wire valid = in_valid;
  wire last = in_last;

  // accumulator
  localparam WIDE = (ACC_BITS > 6 ? ACC_BITS : 6) + 1;
  reg [ACC_BITS-1:0] held;
  reg going, valid_out;
  wire [ACC_BITS-1:0] first = {ACC_BITS{1'b0}};
  wire [ACC_BITS-1:0] base = going ? held : first;
  wire [WIDE-1:0] wide = {{(WIDE-ACC_BITS){1'b0}}, base}
    + {{(WIDE-6){1'b0}}, product};
  wire unused_wide = &{1'b0, wide[WIDE-1:ACC_BITS]};
  always @(posedge clk)
    if (rst) begin
      held <= {ACC_BITS{1'b0}};
      going <= 1'b0;
      valid_out <= 1'b0;
    end else begin
      valid_out <= valid & last;
      if (valid) begin
        held <= wide[ACC_BITS-1:0];
        going <= ~last;
      end
    end
  assign out_valid = valid_out;
  assign sum = held;
endmodule
