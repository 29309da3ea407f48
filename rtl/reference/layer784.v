// layer784: digital neuron, serial: a product a clock into an accumulator
//
// sum = bias + x[0]*w[0] + ... over 784 synapses, exact
// y = 127 tanh(x), a table
// x = sum / 2^(SHIFT + 7), in steps of v = sum >>> SHIFT; saturated from |x| = 4
// error: at most 0.99, rms 0.31, in units of the last place of y
//
// Parameters
//   parameter [31:0] SYNAPSES = 32'd784
//   parameter ACC_BITS = 1 + $clog2({16'd0, SYNAPSES} * 48'd16384 + 48'd32768)
//   parameter integer SHIFT = 12
// Ports
//   clk       input  1 bit: rising edge
//   rst       input  1 bit: synchronous, active high
//   in_valid  input  1 bit: x and w hold a product
//   in_last   input  1 bit: the last product of a neuron
//   x         input  8 bits: signed
//   w         input  8 bits: signed
//   bias      input  16 bits: signed, taken with the first product
//   out_valid output 1 bit: sum is that of a whole neuron
//   sum       output 25 bits: signed
//   y         output 8 bits: tanh-lut of sum
// Latency: 1 clock
// Cells: 39 full adders, 6 half adders in the multiplier
// Spec: {"accumulator":"exact","activation":"tanh-lut","adder":"hybrid","adderCells":"library","architecture":"serial","bias":true,"bits":8,"inputBits":8,"kind":"digital","multiplier":"reduced-area","name":"layer784","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":12,"signed":{"inputs":true,"weights":true},"synapses":784,"threshold":0}
module layer784 #(
  parameter [31:0] SYNAPSES = 32'd784,
  parameter ACC_BITS = 1 + $clog2({16'd0, SYNAPSES} * 48'd16384 + 48'd32768),
  parameter integer SHIFT = 12
) (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  input  wire in_last,
  input  wire [7:0] x,
  input  wire [7:0] w,
  input  wire [15:0] bias,
  output wire out_valid,
  output wire [ACC_BITS-1:0] sum,
  output wire [7:0] y
);
  wire [15:0] product;
  layer784_multiplier multiplier (.x(x), .w(w), .product(product));

  // control
  wire valid = in_valid;
  wire last = in_last;
  wire [15:0] start = bias;

  // accumulator
  localparam WIDE = (ACC_BITS > 16 ? ACC_BITS : 16) + 1;
  reg [ACC_BITS-1:0] held;
  reg going, valid_out;
  localparam START = (ACC_BITS > 16 ? ACC_BITS : 16) + 1;
  wire [START-1:0] wide_start = {{(START-16){start[15]}}, start};
  wire [ACC_BITS-1:0] first = wide_start[ACC_BITS-1:0];
  wire unused_wide_start = &{1'b0, wide_start[START-1:ACC_BITS]};
  wire [ACC_BITS-1:0] base = going ? held : first;
  wire [WIDE-1:0] wide = {{(WIDE-ACC_BITS){base[ACC_BITS-1]}}, base}
    + {{(WIDE-16){product[15]}}, product};
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

  // activation: tanh-lut
  localparam EXTENDED_BITS = ACC_BITS < 11 ? 11 : ACC_BITS + 1;
  wire signed [EXTENDED_BITS-1:0] extended = {{EXTENDED_BITS-ACC_BITS{sum[ACC_BITS-1]}}, sum};
  wire signed [EXTENDED_BITS-1:0] v = extended >>> SHIFT;
  // Steps from zero: -1 - v below it.
  wire negative = v[EXTENDED_BITS-1];
  wire [EXTENDED_BITS-1-1:0] distance = v[EXTENDED_BITS-1-1:0] ^ {EXTENDED_BITS-1{negative}};
  wire [8:0] step = distance[8:0] | {9{|distance[EXTENDED_BITS-1-1:9]}};
  function [6:0] rise;
    input [8:0] entry;
    case (entry)
      9'd0: rise = 7'd0;
      9'd1: rise = 7'd1;
      9'd2: rise = 7'd2;
      9'd3: rise = 7'd3;
      9'd4: rise = 7'd4;
      9'd5: rise = 7'd5;
      9'd6: rise = 7'd6;
      9'd7: rise = 7'd7;
      9'd8: rise = 7'd8;
      9'd9: rise = 7'd9;
      9'd10: rise = 7'd10;
      9'd11: rise = 7'd11;
      9'd12: rise = 7'd12;
      9'd13: rise = 7'd13;
      9'd14: rise = 7'd14;
      9'd15: rise = 7'd15;
      9'd16: rise = 7'd16;
      9'd17: rise = 7'd17;
      9'd18: rise = 7'd18;
      9'd19: rise = 7'd19;
      9'd20: rise = 7'd20;
      9'd21: rise = 7'd21;
      9'd22: rise = 7'd22;
      9'd23: rise = 7'd23;
      9'd24: rise = 7'd24;
      9'd25: rise = 7'd25;
      9'd26: rise = 7'd26;
      9'd27: rise = 7'd27;
      9'd28: rise = 7'd28;
      9'd29: rise = 7'd29;
      9'd30: rise = 7'd30;
      9'd31: rise = 7'd31;
      9'd32, 9'd33: rise = 7'd32;
      9'd34: rise = 7'd33;
      9'd35: rise = 7'd34;
      9'd36: rise = 7'd35;
      9'd37: rise = 7'd36;
      9'd38: rise = 7'd37;
      9'd39: rise = 7'd38;
      9'd40: rise = 7'd39;
      9'd41: rise = 7'd40;
      9'd42: rise = 7'd41;
      9'd43, 9'd44: rise = 7'd42;
      9'd45: rise = 7'd43;
      9'd46: rise = 7'd44;
      9'd47: rise = 7'd45;
      9'd48: rise = 7'd46;
      9'd49: rise = 7'd47;
      9'd50: rise = 7'd48;
      9'd51, 9'd52: rise = 7'd49;
      9'd53: rise = 7'd50;
      9'd54: rise = 7'd51;
      9'd55: rise = 7'd52;
      9'd56, 9'd57: rise = 7'd53;
      9'd58: rise = 7'd54;
      9'd59: rise = 7'd55;
      9'd60: rise = 7'd56;
      9'd61: rise = 7'd57;
      9'd62, 9'd63: rise = 7'd58;
      9'd64: rise = 7'd59;
      9'd65: rise = 7'd60;
      9'd66, 9'd67: rise = 7'd61;
      9'd68: rise = 7'd62;
      9'd69: rise = 7'd63;
      9'd70, 9'd71: rise = 7'd64;
      9'd72: rise = 7'd65;
      9'd73: rise = 7'd66;
      9'd74, 9'd75: rise = 7'd67;
      9'd76: rise = 7'd68;
      9'd77, 9'd78: rise = 7'd69;
      9'd79: rise = 7'd70;
      9'd80, 9'd81: rise = 7'd71;
      9'd82: rise = 7'd72;
      9'd83, 9'd84: rise = 7'd73;
      9'd85: rise = 7'd74;
      9'd86, 9'd87: rise = 7'd75;
      9'd88: rise = 7'd76;
      9'd89, 9'd90: rise = 7'd77;
      9'd91: rise = 7'd78;
      9'd92, 9'd93: rise = 7'd79;
      9'd94, 9'd95: rise = 7'd80;
      9'd96: rise = 7'd81;
      9'd97, 9'd98: rise = 7'd82;
      9'd99, 9'd100: rise = 7'd83;
      9'd101, 9'd102: rise = 7'd84;
      9'd103, 9'd104: rise = 7'd85;
      9'd105: rise = 7'd86;
      9'd106, 9'd107: rise = 7'd87;
      9'd108, 9'd109: rise = 7'd88;
      9'd110, 9'd111: rise = 7'd89;
      9'd112, 9'd113: rise = 7'd90;
      9'd114, 9'd115: rise = 7'd91;
      9'd116, 9'd117: rise = 7'd92;
      9'd118, 9'd119, 9'd120: rise = 7'd93;
      9'd121, 9'd122: rise = 7'd94;
      9'd123, 9'd124: rise = 7'd95;
      9'd125, 9'd126: rise = 7'd96;
      9'd127, 9'd128, 9'd129: rise = 7'd97;
      9'd130, 9'd131: rise = 7'd98;
      9'd132, 9'd133, 9'd134: rise = 7'd99;
      9'd135, 9'd136, 9'd137: rise = 7'd100;
      9'd138, 9'd139: rise = 7'd101;
      9'd140, 9'd141, 9'd142: rise = 7'd102;
      9'd143, 9'd144, 9'd145: rise = 7'd103;
      9'd146, 9'd147, 9'd148: rise = 7'd104;
      9'd149, 9'd150, 9'd151: rise = 7'd105;
      9'd152, 9'd153, 9'd154, 9'd155: rise = 7'd106;
      9'd156, 9'd157, 9'd158: rise = 7'd107;
      9'd159, 9'd160, 9'd161, 9'd162: rise = 7'd108;
      9'd163, 9'd164, 9'd165, 9'd166: rise = 7'd109;
      9'd167, 9'd168, 9'd169, 9'd170: rise = 7'd110;
      9'd171, 9'd172, 9'd173, 9'd174: rise = 7'd111;
      9'd175, 9'd176, 9'd177, 9'd178: rise = 7'd112;
      9'd179, 9'd180, 9'd181, 9'd182, 9'd183: rise = 7'd113;
      9'd184, 9'd185, 9'd186, 9'd187, 9'd188, 9'd189: rise = 7'd114;
      9'd190, 9'd191, 9'd192, 9'd193, 9'd194: rise = 7'd115;
      9'd195, 9'd196, 9'd197, 9'd198, 9'd199, 9'd200: rise = 7'd116;
      9'd201, 9'd202, 9'd203, 9'd204, 9'd205, 9'd206, 9'd207: rise = 7'd117;
      9'd208, 9'd209, 9'd210, 9'd211, 9'd212, 9'd213, 9'd214: rise = 7'd118;
      9'd215, 9'd216, 9'd217, 9'd218, 9'd219, 9'd220, 9'd221, 9'd222, 9'd223: rise = 7'd119;
      9'd224, 9'd225, 9'd226, 9'd227, 9'd228, 9'd229, 9'd230, 9'd231, 9'd232: rise = 7'd120;
      9'd233, 9'd234, 9'd235, 9'd236, 9'd237, 9'd238, 9'd239, 9'd240, 9'd241, 9'd242,
    9'd243: rise = 7'd121;
      9'd244, 9'd245, 9'd246, 9'd247, 9'd248, 9'd249, 9'd250, 9'd251, 9'd252, 9'd253, 9'd254,
    9'd255, 9'd256: rise = 7'd122;
      9'd257, 9'd258, 9'd259, 9'd260, 9'd261, 9'd262, 9'd263, 9'd264, 9'd265, 9'd266, 9'd267,
    9'd268, 9'd269, 9'd270, 9'd271, 9'd272: rise = 7'd123;
      9'd273, 9'd274, 9'd275, 9'd276, 9'd277, 9'd278, 9'd279, 9'd280, 9'd281, 9'd282, 9'd283,
    9'd284, 9'd285, 9'd286, 9'd287, 9'd288, 9'd289, 9'd290, 9'd291, 9'd292, 9'd293,
    9'd294: rise = 7'd124;
      9'd295, 9'd296, 9'd297, 9'd298, 9'd299, 9'd300, 9'd301, 9'd302, 9'd303, 9'd304, 9'd305,
    9'd306, 9'd307, 9'd308, 9'd309, 9'd310, 9'd311, 9'd312, 9'd313, 9'd314, 9'd315, 9'd316,
    9'd317, 9'd318, 9'd319, 9'd320, 9'd321, 9'd322, 9'd323, 9'd324, 9'd325, 9'd326,
    9'd327: rise = 7'd125;
      9'd328, 9'd329, 9'd330, 9'd331, 9'd332, 9'd333, 9'd334, 9'd335, 9'd336, 9'd337, 9'd338,
    9'd339, 9'd340, 9'd341, 9'd342, 9'd343, 9'd344, 9'd345, 9'd346, 9'd347, 9'd348, 9'd349,
    9'd350, 9'd351, 9'd352, 9'd353, 9'd354, 9'd355, 9'd356, 9'd357, 9'd358, 9'd359, 9'd360,
    9'd361, 9'd362, 9'd363, 9'd364, 9'd365, 9'd366, 9'd367, 9'd368, 9'd369, 9'd370, 9'd371,
    9'd372, 9'd373, 9'd374, 9'd375, 9'd376, 9'd377, 9'd378, 9'd379, 9'd380, 9'd381, 9'd382,
    9'd383, 9'd384, 9'd385, 9'd386, 9'd387, 9'd388, 9'd389, 9'd390, 9'd391, 9'd392, 9'd393,
    9'd394, 9'd395, 9'd396, 9'd397, 9'd398: rise = 7'd126;
      default: rise = 7'd127;
    endcase
  endfunction
  wire [7:0] half = {1'b0, rise(step)};
  assign y = (half ^ {8{negative}}) + {{7{1'b0}}, negative};
endmodule
