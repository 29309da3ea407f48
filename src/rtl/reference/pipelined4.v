// pipelined4: digital neuron, structural (dadda tree, simple partial products, brent-kung adder)
//
// sum = x[0]*w[0] + ... over 2 synapses, exact
// y = v = sum >>> SHIFT, clamped to 0 ... 63
//
// Parameters
//   parameter integer SHIFT = 2
// Ports
//   clk       input  1 bit: rising edge
//   x         input  8 bits: signed input k in [k*4 +: 4]
//   w         input  8 bits: signed weight k in [k*4 +: 4]
//   sum       output 9 bits: signed
//   y         output 6 bits: relu of sum
// Latency: 3 clocks
// Cells: 6 full adders, 4 half adders
// Spec: {"accumulator":"exact","activation":"relu","adder":"brent-kung","adderCells":"library","architecture":"parallel","bias":false,"bits":4,"inputBits":4,"kind":"digital","multiplier":"dadda","name":"pipelined4","objective":"balanced","outputBits":6,"overflow":"wrap","partialProducts":"simple","pipeline":3,"shift":2,"signed":{"inputs":true,"weights":true},"synapses":2,"threshold":0}
module pipelined4 #(
  parameter integer SHIFT = 2
) (
  input  wire clk,
  input  wire [7:0] x,
  input  wire [7:0] w,
  output wire [8:0] sum,
  output wire [5:0] y
);

  // registers
  reg r206, r207, r208, r209, r210, r211, r212, r213, r214, r215, r216, r217, r218, r219, r220,
    r221, r222, r223, r224, r225, r226, r227, r228, r229, r230, r231, r232, r233, r234, r235,
    r236, r237, r238, r239, r240, r241, r242, r243, r244, r245, r246, r247, r248, r249, r250,
    r251, r252, r253, r254, r255, r256, r257, r258, r259, r260, r261, r262, r263, r264, r265,
    r266, r267, r268, r269, r270, r271, r272, r273, r274, r275, r276, r277, r278, r279, r280,
    r281;

  // partial products
  wire n18, n19, n20, n21, n22, n23, n24, n25, n26, n27, n28, n29, n30, n31, n32, n33;
  assign n18 = x[0] & w[0];
  assign n19 = x[1] & w[0];
  assign n20 = x[2] & w[0];
  assign n21 = ~(x[3] & w[0]);
  assign n22 = x[0] & w[1];
  assign n23 = x[1] & w[1];
  assign n24 = x[2] & w[1];
  assign n25 = ~(x[3] & w[1]);
  assign n26 = x[0] & w[2];
  assign n27 = x[1] & w[2];
  assign n28 = x[2] & w[2];
  assign n29 = ~(x[3] & w[2]);
  assign n30 = ~(x[0] & w[3]);
  assign n31 = ~(x[1] & w[3]);
  assign n32 = ~(x[2] & w[3]);
  assign n33 = x[3] & w[3];

  // reduction stage 1
  wire n34, n35, n36, n37;
  half_adder ha16 (.a(n21), .b(n24), .sum(n34), .carry(n35));
  assign n36 = ~(n25 ^ n28);
  assign n37 = n25 | n28;

  // reduction stage 2
  wire n38, n39, n40, n41, n42, n43, n44, n45;
  half_adder ha19 (.a(n20), .b(n23), .sum(n38), .carry(n39));
  full_adder fa20 (.a(n34), .b(n27), .c(n30), .sum(n40), .carry(n41));
  full_adder fa21 (.a(n35), .b(n36), .c(n31), .sum(n42), .carry(n43));
  full_adder fa22 (.a(n37), .b(n29), .c(n32), .sum(n44), .carry(n45));

  // carry-propagate adder
  wire n46, n47, n48, n49, n50, n51, n52, n53, n54, n55, n56, n57, n58, n59, n60, n61, n62, n63,
    n64, n65, n66, n67, n68, n69, n70, n71, n72, n73, n74, n75, n76, n77, n78, n79, n80, n81;
  assign n46 = ~(n19 & n22);
  assign n47 = n19 ^ n22;
  assign n48 = n38 ^ n26;
  assign n49 = ~(r206 ^ r207);
  assign n50 = r208 ^ r209;
  assign n51 = ~(n38 | n26);
  assign n52 = ~(n38 & n26);
  assign n53 = ~((r210 | r207) & r211);
  assign n54 = n50 ^ n53;
  assign n55 = r212 ^ r213;
  assign n56 = ~(r208 | r209);
  assign n57 = ~n56;
  assign n58 = ~(r208 & r209);
  assign n59 = ~n58;
  assign n60 = ~((n57 & n53) | n59);
  assign n61 = ~(r214 ^ r215);
  assign n62 = r216 ^ r217;
  assign n63 = ~(r212 | r213);
  assign n64 = ~(n63 | n56);
  assign n65 = ~(r212 & r213);
  assign n66 = ~((n63 | n58) & n65);
  assign n67 = ~((n64 & n53) | n66);
  assign n68 = ~(r218 ^ r219);
  assign n69 = r220 ^ r221;
  assign n70 = ~(r216 | r217);
  assign n71 = ~(r216 & r217);
  assign n72 = ~((r222 | r219) & r223);
  assign n73 = r224 ^ n72;
  assign n74 = ~(r220 | r221);
  assign n75 = ~(n74 | n70);
  assign n76 = ~n75;
  assign n77 = ~(r220 & r221);
  assign n78 = ~((n74 | n71) & n77);
  assign n79 = ~n78;
  assign n80 = ~((r225 | r219) & r226);
  assign n81 = ~n80;

  // partial products
  wire n82, n83, n84, n85, n86, n87, n88, n89, n90, n91, n92, n93, n94, n95, n96, n97;
  assign n82 = x[4] & w[4];
  assign n83 = x[5] & w[4];
  assign n84 = x[6] & w[4];
  assign n85 = ~(x[7] & w[4]);
  assign n86 = x[4] & w[5];
  assign n87 = x[5] & w[5];
  assign n88 = x[6] & w[5];
  assign n89 = ~(x[7] & w[5]);
  assign n90 = x[4] & w[6];
  assign n91 = x[5] & w[6];
  assign n92 = x[6] & w[6];
  assign n93 = ~(x[7] & w[6]);
  assign n94 = ~(x[4] & w[7]);
  assign n95 = ~(x[5] & w[7]);
  assign n96 = ~(x[6] & w[7]);
  assign n97 = x[7] & w[7];

  // reduction stage 1
  wire n98, n99, n100, n101;
  half_adder ha75 (.a(n85), .b(n88), .sum(n98), .carry(n99));
  assign n100 = ~(n89 ^ n92);
  assign n101 = n89 | n92;

  // reduction stage 2
  wire n102, n103, n104, n105, n106, n107, n108, n109;
  half_adder ha78 (.a(n84), .b(n87), .sum(n102), .carry(n103));
  full_adder fa79 (.a(n98), .b(n91), .c(n94), .sum(n104), .carry(n105));
  full_adder fa80 (.a(n99), .b(n100), .c(n95), .sum(n106), .carry(n107));
  full_adder fa81 (.a(n101), .b(n93), .c(n96), .sum(n108), .carry(n109));

  // carry-propagate adder
  wire n110, n111, n112, n113, n114, n115, n116, n117, n118, n119, n120, n121, n122, n123, n124,
    n125, n126, n127, n128, n129, n130, n131, n132, n133, n134, n135, n136, n137, n138, n139,
    n140, n141, n142, n143, n144, n145;
  assign n110 = ~(n83 & n86);
  assign n111 = n83 ^ n86;
  assign n112 = n102 ^ n90;
  assign n113 = ~(r227 ^ r228);
  assign n114 = r229 ^ r230;
  assign n115 = ~(n102 | n90);
  assign n116 = ~(n102 & n90);
  assign n117 = ~((r231 | r228) & r232);
  assign n118 = n114 ^ n117;
  assign n119 = r233 ^ r234;
  assign n120 = ~(r229 | r230);
  assign n121 = ~n120;
  assign n122 = ~(r229 & r230);
  assign n123 = ~n122;
  assign n124 = ~((n121 & n117) | n123);
  assign n125 = ~(r235 ^ r236);
  assign n126 = r237 ^ r238;
  assign n127 = ~(r233 | r234);
  assign n128 = ~(n127 | n120);
  assign n129 = ~(r233 & r234);
  assign n130 = ~((n127 | n122) & n129);
  assign n131 = ~((n128 & n117) | n130);
  assign n132 = ~(r239 ^ r240);
  assign n133 = r241 ^ r242;
  assign n134 = ~(r237 | r238);
  assign n135 = ~(r237 & r238);
  assign n136 = ~((r243 | r240) & r244);
  assign n137 = r245 ^ n136;
  assign n138 = ~(r241 | r242);
  assign n139 = ~(n138 | n134);
  assign n140 = ~n139;
  assign n141 = ~(r241 & r242);
  assign n142 = ~((n138 | n135) & n141);
  assign n143 = ~n142;
  assign n144 = ~((r246 | r240) & r247);
  assign n145 = ~n144;

  // adder tree: 2 numbers
  wire n146, n147, n148, n149, n150, n151, n152, n153, n154, n155, n156, n157, n158, n159, n160,
    n161, n162, n163, n164, n165, n166, n167, n168, n169, n170, n171, n172, n173, n174, n175,
    n176, n177, n178, n179, n180, n181, n182, n183, n184, n185, n186, n187, n188, n189, n190,
    n191, n192, n193, n194, n195, n196, n197, n198;
  assign n146 = ~(n18 & n82);
  assign n147 = n18 ^ n82;
  assign n148 = n47 ^ n111;
  assign n149 = ~(r248 ^ r249);
  assign n150 = n49 ^ n113;
  assign n151 = ~(n47 | n111);
  assign n152 = ~(n47 & n111);
  assign n153 = ~((r250 | r249) & r251);
  assign n154 = n150 ^ n153;
  assign n155 = n54 ^ n118;
  assign n156 = ~(n49 | n113);
  assign n157 = ~n156;
  assign n158 = ~(n49 & n113);
  assign n159 = ~n158;
  assign n160 = ~((r252 & r253) | r254);
  assign n161 = ~(r255 ^ n160);
  assign n162 = n61 ^ n125;
  assign n163 = ~(n54 | n118);
  assign n164 = ~(r256 | r257);
  assign n165 = ~(n54 & n118);
  assign n166 = ~((r256 | r258) & r259);
  assign n167 = ~((n164 & r253) | n166);
  assign n168 = ~(n162 ^ n167);
  assign n169 = n68 ^ n132;
  assign n170 = ~(n61 | n125);
  assign n171 = ~(n61 & n125);
  assign n172 = ~((n170 | n167) & n171);
  assign n173 = n169 ^ n172;
  assign n174 = n73 ^ n137;
  assign n175 = ~(n68 | n132);
  assign n176 = ~(n175 | n170);
  assign n177 = ~n176;
  assign n178 = ~(n68 & n132);
  assign n179 = ~((n175 | n171) & n178);
  assign n180 = ~n179;
  assign n181 = ~((r260 | r261) & r262);
  assign n182 = r263 ^ n181;
  assign n183 = n81 ^ n145;
  assign n184 = ~(n73 | n137);
  assign n185 = ~n184;
  assign n186 = ~(n73 & n137);
  assign n187 = ~n186;
  assign n188 = ~((r264 & n181) | r265);
  assign n189 = ~(r266 ^ n188);
  assign n190 = n81 ^ n145;
  assign n191 = ~(n81 | n145);
  assign n192 = ~(n191 | n184);
  assign n193 = ~(r267 & r268);
  assign n194 = ~(n81 & n145);
  assign n195 = ~((n191 | n186) & n194);
  assign n196 = ~((r267 & r269) | r270);
  assign n197 = ~((n193 | r261) & n196);
  assign n198 = r271 ^ n197;

  always @(posedge clk) begin
    r206 <= n48;
    r207 <= n46;
    r208 <= n39;
    r209 <= n40;
    r210 <= n51;
    r211 <= n52;
    r212 <= n41;
    r213 <= n42;
    r214 <= n55;
    r215 <= n60;
    r216 <= n43;
    r217 <= n44;
    r218 <= n62;
    r219 <= n67;
    r220 <= n45;
    r221 <= n33;
    r222 <= n70;
    r223 <= n71;
    r224 <= n69;
    r225 <= n76;
    r226 <= n79;
    r227 <= n112;
    r228 <= n110;
    r229 <= n103;
    r230 <= n104;
    r231 <= n115;
    r232 <= n116;
    r233 <= n105;
    r234 <= n106;
    r235 <= n119;
    r236 <= n124;
    r237 <= n107;
    r238 <= n108;
    r239 <= n126;
    r240 <= n131;
    r241 <= n109;
    r242 <= n97;
    r243 <= n134;
    r244 <= n135;
    r245 <= n133;
    r246 <= n140;
    r247 <= n143;
    r248 <= n148;
    r249 <= n146;
    r250 <= n151;
    r251 <= n152;
    r252 <= n157;
    r253 <= n153;
    r254 <= n159;
    r255 <= n155;
    r256 <= n163;
    r257 <= n156;
    r258 <= n158;
    r259 <= n165;
    r260 <= n177;
    r261 <= n167;
    r262 <= n180;
    r263 <= n174;
    r264 <= n185;
    r265 <= n187;
    r266 <= n183;
    r267 <= n192;
    r268 <= n176;
    r269 <= n179;
    r270 <= n195;
    r271 <= n190;
    r272 <= n154;
    r273 <= r272;
    r274 <= n161;
    r275 <= n168;
    r276 <= n173;
    r277 <= n147;
    r278 <= r277;
    r279 <= r278;
    r280 <= n149;
    r281 <= r280;
  end

  assign sum = {n198, n189, n182, r276, r275, r274, r273, r281, r279};

  // activation: relu
  wire signed [9:0] extended = {{1{sum[8]}}, sum};
  wire signed [9:0] v = extended >>> SHIFT;
  assign y = v[9] ? {6{1'b0}} : v[5:0] | {6{|v[8:6]}};
endmodule
