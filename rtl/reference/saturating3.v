// saturating3: digital neuron, serial: a product a clock into an accumulator
//
// sum = x[0]*w[0] + ... over 9 synapses, saturated to 8 bits
// y = v = sum >>> SHIFT, clamped to -7 ... 7
//
// Parameters
//   parameter [31:0] SYNAPSES = 32'd9
//   parameter ACC_BITS = 8
//   parameter integer SHIFT = 2
// Ports
//   clk       input  1 bit: rising edge
//   rst       input  1 bit: synchronous, active high
//   in_valid  input  1 bit: x and w hold a product
//   in_last   input  1 bit: the last product of a neuron
//   x         input  3 bits: unsigned
//   w         input  3 bits: signed
//   out_valid output 1 bit: sum is that of a whole neuron
//   sum       output 8 bits: signed
//   y         output 4 bits: hard-tanh of sum
// Latency: 1 clock
// Cells: 2 full adders, 1 half adders in the multiplier
// Spec: {"accumulator":8,"activation":"hard-tanh","adder":"hybrid","adderCells":"library","architecture":"serial","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"reduced-area","name":"saturating3","objective":"balanced","outputBits":4,"overflow":"saturate","partialProducts":"simple","pipeline":0,"shift":2,"signed":{"inputs":false,"weights":true},"synapses":9,"threshold":0}
module saturating3 #(
  parameter [31:0] SYNAPSES = 32'd9,
  parameter ACC_BITS = 8,
  parameter integer SHIFT = 2
) (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  input  wire in_last,
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire out_valid,
  output wire [ACC_BITS-1:0] sum,
  output wire [3:0] y
);
  wire unused_parameters = &{1'b0, SYNAPSES};
  wire [5:0] product;
  saturating3_multiplier multiplier (.x(x), .w(w), .product(product));

  // control
  wire valid = in_valid;
  wire last = in_last;

  // accumulator
  localparam WIDE = (ACC_BITS > 6 ? ACC_BITS : 6) + 1;
  reg [ACC_BITS-1:0] held;
  reg going, valid_out;
  localparam [ACC_BITS-1:0] MOST_NEGATIVE = {{(ACC_BITS-1){1'b0}}, 1'b1} << (ACC_BITS-1);
  wire [ACC_BITS-1:0] first = {ACC_BITS{1'b0}};
  wire [ACC_BITS-1:0] base = going ? held : first;
  wire [WIDE-1:0] wide = {{(WIDE-ACC_BITS){base[ACC_BITS-1]}}, base}
    + {{(WIDE-6){product[5]}}, product};
  always @(posedge clk)
    if (rst) begin
      held <= {ACC_BITS{1'b0}};
      going <= 1'b0;
      valid_out <= 1'b0;
    end else begin
      valid_out <= valid & last;
      if (valid) begin

            held <= (&wide[WIDE-1:ACC_BITS-1] | ~|wide[WIDE-1:ACC_BITS-1]) ? wide[ACC_BITS-1:0] : wide[WIDE-1] ? MOST_NEGATIVE : ~MOST_NEGATIVE;
        going <= ~last;
      end
    end
  assign out_valid = valid_out;
  assign sum = held;

  // activation: hard-tanh
  localparam EXTENDED_BITS = ACC_BITS < 5 ? 5 : ACC_BITS + 1;
  wire signed [EXTENDED_BITS-1:0] extended = {{EXTENDED_BITS-ACC_BITS{sum[ACC_BITS-1]}}, sum};
  wire signed [EXTENDED_BITS-1:0] v = extended >>> SHIFT;

      wire [3:0] clamped = &v[EXTENDED_BITS-1:3] | ~|v[EXTENDED_BITS-1:3] ? v[3:0] : {v[EXTENDED_BITS-1],
    {3{~v[EXTENDED_BITS-1]}}};
  // The smallest number has no opposite: it becomes the next.
  wire lowest = clamped[3] & ~|clamped[2:0];
  assign y = {clamped[3:1], clamped[0] | lowest};
endmodule
