// dot4: digital neuron, structural (dadda tree, simple partial products, brent-kung adder)
//
// sum = bias + x[0]*w[0] + ... over 4 synapses, exact
// y = 1 where sum >= THRESHOLD, else 0
//
// Parameters
//   parameter signed [11:0] THRESHOLD = 12'sd128
// Ports
//   x         input  16 bits: unsigned input k in [k*4 +: 4]
//   w         input  16 bits: unsigned weight k in [k*4 +: 4]
//   bias      input  8 bits: unsigned, added to sum
//   sum       output 11 bits: unsigned
//   y         output 1 bit: threshold of sum
// Latency: 0 clocks (combinational)
// Cells: 53 full adders, 10 half adders
// Spec: {"accumulator":"exact","activation":"threshold","adder":"brent-kung","adderCells":"library","architecture":"fused","bias":8,"bits":4,"inputBits":4,"kind":"digital","multiplier":"dadda","name":"dot4","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":4,"threshold":128}
module dot4 #(
  parameter signed [11:0] THRESHOLD = 12'sd128
) (
  input  wire [15:0] x,
  input  wire [15:0] w,
  input  wire [7:0] bias,
  output wire [10:0] sum,
  output wire y
);

  // partial products
  wire n42, n43, n44, n45, n46, n47, n48, n49, n50, n51, n52, n53, n54, n55, n56, n57;
  assign n42 = x[0] & w[0];
  assign n43 = x[1] & w[0];
  assign n44 = x[2] & w[0];
  assign n45 = x[3] & w[0];
  assign n46 = x[0] & w[1];
  assign n47 = x[1] & w[1];
  assign n48 = x[2] & w[1];
  assign n49 = x[3] & w[1];
  assign n50 = x[0] & w[2];
  assign n51 = x[1] & w[2];
  assign n52 = x[2] & w[2];
  assign n53 = x[3] & w[2];
  assign n54 = x[0] & w[3];
  assign n55 = x[1] & w[3];
  assign n56 = x[2] & w[3];
  assign n57 = x[3] & w[3];

  // partial products
  wire n58, n59, n60, n61, n62, n63, n64, n65, n66, n67, n68, n69, n70, n71, n72, n73;
  assign n58 = x[4] & w[4];
  assign n59 = x[5] & w[4];
  assign n60 = x[6] & w[4];
  assign n61 = x[7] & w[4];
  assign n62 = x[4] & w[5];
  assign n63 = x[5] & w[5];
  assign n64 = x[6] & w[5];
  assign n65 = x[7] & w[5];
  assign n66 = x[4] & w[6];
  assign n67 = x[5] & w[6];
  assign n68 = x[6] & w[6];
  assign n69 = x[7] & w[6];
  assign n70 = x[4] & w[7];
  assign n71 = x[5] & w[7];
  assign n72 = x[6] & w[7];
  assign n73 = x[7] & w[7];

  // partial products
  wire n74, n75, n76, n77, n78, n79, n80, n81, n82, n83, n84, n85, n86, n87, n88, n89;
  assign n74 = x[8] & w[8];
  assign n75 = x[9] & w[8];
  assign n76 = x[10] & w[8];
  assign n77 = x[11] & w[8];
  assign n78 = x[8] & w[9];
  assign n79 = x[9] & w[9];
  assign n80 = x[10] & w[9];
  assign n81 = x[11] & w[9];
  assign n82 = x[8] & w[10];
  assign n83 = x[9] & w[10];
  assign n84 = x[10] & w[10];
  assign n85 = x[11] & w[10];
  assign n86 = x[8] & w[11];
  assign n87 = x[9] & w[11];
  assign n88 = x[10] & w[11];
  assign n89 = x[11] & w[11];

  // partial products
  wire n90, n91, n92, n93, n94, n95, n96, n97, n98, n99, n100, n101, n102, n103, n104, n105;
  assign n90 = x[12] & w[12];
  assign n91 = x[13] & w[12];
  assign n92 = x[14] & w[12];
  assign n93 = x[15] & w[12];
  assign n94 = x[12] & w[13];
  assign n95 = x[13] & w[13];
  assign n96 = x[14] & w[13];
  assign n97 = x[15] & w[13];
  assign n98 = x[12] & w[14];
  assign n99 = x[13] & w[14];
  assign n100 = x[14] & w[14];
  assign n101 = x[15] & w[14];
  assign n102 = x[12] & w[15];
  assign n103 = x[13] & w[15];
  assign n104 = x[14] & w[15];
  assign n105 = x[15] & w[15];

  // reduction stage 1
  wire n106, n107, n108, n109, n110, n111;
  full_adder fa64 (.a(n45), .b(n48), .c(n51), .sum(n106), .carry(n107));
  full_adder fa65 (.a(n54), .b(n61), .c(n64), .sum(n108), .carry(n109));
  full_adder fa66 (.a(n49), .b(n52), .c(n55), .sum(n110), .carry(n111));

  // reduction stage 2
  wire n112, n113, n114, n115, n116, n117, n118, n119, n120, n121, n122, n123, n124, n125, n126,
    n127, n128, n129, n130, n131, n132, n133, n134, n135;
  full_adder fa67 (.a(n44), .b(n47), .c(n50), .sum(n112), .carry(n113));
  full_adder fa68 (.a(n60), .b(n63), .c(n66), .sum(n114), .carry(n115));
  full_adder fa69 (.a(n106), .b(n108), .c(n67), .sum(n116), .carry(n117));
  full_adder fa70 (.a(n70), .b(n77), .c(n80), .sum(n118), .carry(n119));
  full_adder fa71 (.a(n83), .b(n86), .c(n93), .sum(n120), .carry(n121));
  full_adder fa72 (.a(n107), .b(n109), .c(n110), .sum(n122), .carry(n123));
  full_adder fa73 (.a(n65), .b(n68), .c(n71), .sum(n124), .carry(n125));
  full_adder fa74 (.a(n81), .b(n84), .c(n87), .sum(n126), .carry(n127));
  half_adder ha75 (.a(n97), .b(n100), .sum(n128), .carry(n129));
  full_adder fa76 (.a(n111), .b(n53), .c(n56), .sum(n130), .carry(n131));
  full_adder fa77 (.a(n69), .b(n72), .c(n85), .sum(n132), .carry(n133));
  half_adder ha78 (.a(n88), .b(n101), .sum(n134), .carry(n135));

  // reduction stage 3
  wire n136, n137, n138, n139, n140, n141, n142, n143, n144, n145, n146, n147, n148, n149, n150,
    n151, n152, n153, n154, n155, n156, n157, n158, n159, n160, n161, n162, n163, n164, n165,
    n166, n167, n168, n169;
  full_adder fa79 (.a(n43), .b(n46), .c(n59), .sum(n136), .carry(n137));
  half_adder ha80 (.a(n62), .b(n75), .sum(n138), .carry(n139));
  full_adder fa81 (.a(n112), .b(n114), .c(n76), .sum(n140), .carry(n141));
  full_adder fa82 (.a(n79), .b(n82), .c(n92), .sum(n142), .carry(n143));
  half_adder ha83 (.a(n95), .b(n98), .sum(n144), .carry(n145));
  full_adder fa84 (.a(n113), .b(n115), .c(n116), .sum(n146), .carry(n147));
  full_adder fa85 (.a(n118), .b(n120), .c(n96), .sum(n148), .carry(n149));
  full_adder fa86 (.a(n99), .b(n102), .c(bias[3]), .sum(n150), .carry(n151));
  full_adder fa87 (.a(n117), .b(n119), .c(n121), .sum(n152), .carry(n153));
  full_adder fa88 (.a(n122), .b(n124), .c(n126), .sum(n154), .carry(n155));
  full_adder fa89 (.a(n128), .b(n103), .c(bias[4]), .sum(n156), .carry(n157));
  full_adder fa90 (.a(n123), .b(n125), .c(n127), .sum(n158), .carry(n159));
  full_adder fa91 (.a(n129), .b(n130), .c(n132), .sum(n160), .carry(n161));
  full_adder fa92 (.a(n134), .b(n104), .c(bias[5]), .sum(n162), .carry(n163));
  full_adder fa93 (.a(n131), .b(n133), .c(n135), .sum(n164), .carry(n165));
  full_adder fa94 (.a(n57), .b(n73), .c(n89), .sum(n166), .carry(n167));
  half_adder ha95 (.a(n105), .b(bias[6]), .sum(n168), .carry(n169));

  // reduction stage 4
  wire n170, n171, n172, n173, n174, n175, n176, n177, n178, n179, n180, n181, n182, n183, n184,
    n185, n186, n187, n188, n189, n190, n191, n192, n193, n194, n195, n196, n197;
  half_adder ha96 (.a(n42), .b(n58), .sum(n170), .carry(n171));
  full_adder fa97 (.a(n136), .b(n138), .c(n78), .sum(n172), .carry(n173));
  half_adder ha98 (.a(n91), .b(n94), .sum(n174), .carry(n175));
  full_adder fa99 (.a(n137), .b(n139), .c(n140), .sum(n176), .carry(n177));
  full_adder fa100 (.a(n142), .b(n144), .c(bias[2]), .sum(n178), .carry(n179));
  full_adder fa101 (.a(n141), .b(n143), .c(n145), .sum(n180), .carry(n181));
  full_adder fa102 (.a(n146), .b(n148), .c(n150), .sum(n182), .carry(n183));
  full_adder fa103 (.a(n147), .b(n149), .c(n151), .sum(n184), .carry(n185));
  full_adder fa104 (.a(n152), .b(n154), .c(n156), .sum(n186), .carry(n187));
  full_adder fa105 (.a(n153), .b(n155), .c(n157), .sum(n188), .carry(n189));
  full_adder fa106 (.a(n158), .b(n160), .c(n162), .sum(n190), .carry(n191));
  full_adder fa107 (.a(n159), .b(n161), .c(n163), .sum(n192), .carry(n193));
  full_adder fa108 (.a(n164), .b(n166), .c(n168), .sum(n194), .carry(n195));
  full_adder fa109 (.a(n165), .b(n167), .c(n169), .sum(n196), .carry(n197));

  // reduction stage 5
  wire n198, n199, n200, n201, n202, n203, n204, n205, n206, n207, n208, n209, n210, n211, n212,
    n213;
  half_adder ha110 (.a(n170), .b(n74), .sum(n198), .carry(n199));
  full_adder fa111 (.a(n171), .b(n172), .c(n174), .sum(n200), .carry(n201));
  full_adder fa112 (.a(n173), .b(n175), .c(n176), .sum(n202), .carry(n203));
  full_adder fa113 (.a(n177), .b(n179), .c(n180), .sum(n204), .carry(n205));
  full_adder fa114 (.a(n181), .b(n183), .c(n184), .sum(n206), .carry(n207));
  full_adder fa115 (.a(n185), .b(n187), .c(n188), .sum(n208), .carry(n209));
  full_adder fa116 (.a(n189), .b(n191), .c(n192), .sum(n210), .carry(n211));
  full_adder fa117 (.a(n193), .b(n195), .c(n196), .sum(n212), .carry(n213));

  // reduction stage 6
  wire n214, n215, n216, n217, n218, n219, n220, n221, n222, n223, n224, n225, n226, n227, n228,
    n229, n230, n231;
  half_adder ha118 (.a(n198), .b(n90), .sum(n214), .carry(n215));
  full_adder fa119 (.a(n199), .b(n200), .c(bias[1]), .sum(n216), .carry(n217));
  full_adder fa120 (.a(n201), .b(n202), .c(n178), .sum(n218), .carry(n219));
  full_adder fa121 (.a(n203), .b(n204), .c(n182), .sum(n220), .carry(n221));
  full_adder fa122 (.a(n205), .b(n206), .c(n186), .sum(n222), .carry(n223));
  full_adder fa123 (.a(n207), .b(n208), .c(n190), .sum(n224), .carry(n225));
  full_adder fa124 (.a(n209), .b(n210), .c(n194), .sum(n226), .carry(n227));
  full_adder fa125 (.a(n211), .b(n212), .c(bias[7]), .sum(n228), .carry(n229));
  half_adder ha126 (.a(n213), .b(n197), .sum(n230), .carry(n231));

  // carry-propagate adder
  wire n232, n233, n234, n235, n236, n237, n238, n239, n240, n241, n242, n243, n244, n245, n246,
    n247, n248, n249, n250, n251, n252, n253, n254, n255, n256, n257, n258, n259, n260, n261,
    n262, n263, n264, n265, n266, n267, n268, n269, n270, n271, n272, n273, n274, n275, n276,
    n277, n278, n279, n280, n281, n282, n283, n284, n285, n286, n287, n288, n289, n290, n291,
    n292, n293, n294, n295;
  assign n232 = ~(n214 & bias[0]);
  assign n233 = n214 ^ bias[0];
  assign n234 = n215 ^ n216;
  assign n235 = ~(n234 ^ n232);
  assign n236 = n217 ^ n218;
  assign n237 = ~(n215 | n216);
  assign n238 = ~(n215 & n216);
  assign n239 = ~((n237 | n232) & n238);
  assign n240 = n236 ^ n239;
  assign n241 = n219 ^ n220;
  assign n242 = ~(n217 | n218);
  assign n243 = ~n242;
  assign n244 = ~(n217 & n218);
  assign n245 = ~n244;
  assign n246 = ~((n243 & n239) | n245);
  assign n247 = ~(n241 ^ n246);
  assign n248 = n221 ^ n222;
  assign n249 = ~(n219 | n220);
  assign n250 = ~(n249 | n242);
  assign n251 = ~(n219 & n220);
  assign n252 = ~((n249 | n244) & n251);
  assign n253 = ~((n250 & n239) | n252);
  assign n254 = ~(n248 ^ n253);
  assign n255 = n223 ^ n224;
  assign n256 = ~(n221 | n222);
  assign n257 = ~(n221 & n222);
  assign n258 = ~((n256 | n253) & n257);
  assign n259 = n255 ^ n258;
  assign n260 = n225 ^ n226;
  assign n261 = ~(n223 | n224);
  assign n262 = ~(n261 | n256);
  assign n263 = ~n262;
  assign n264 = ~(n223 & n224);
  assign n265 = ~((n261 | n257) & n264);
  assign n266 = ~n265;
  assign n267 = ~((n263 | n253) & n266);
  assign n268 = n260 ^ n267;
  assign n269 = n227 ^ n228;
  assign n270 = ~(n225 | n226);
  assign n271 = ~n270;
  assign n272 = ~(n225 & n226);
  assign n273 = ~n272;
  assign n274 = ~((n271 & n267) | n273);
  assign n275 = ~(n269 ^ n274);
  assign n276 = n229 ^ n230;
  assign n277 = ~(n227 | n228);
  assign n278 = ~(n277 | n270);
  assign n279 = ~(n278 & n262);
  assign n280 = ~(n227 & n228);
  assign n281 = ~((n277 | n272) & n280);
  assign n282 = ~((n278 & n265) | n281);
  assign n283 = ~((n279 | n253) & n282);
  assign n284 = n276 ^ n283;
  assign n285 = ~(n229 | n230);
  assign n286 = ~n285;
  assign n287 = ~(n229 & n230);
  assign n288 = ~n287;
  assign n289 = ~((n286 & n283) | n288);
  assign n290 = ~(n231 ^ n289);
  assign n291 = ~n231;
  assign n292 = ~(n291 | n285);
  assign n293 = ~(n291 | n287);
  assign n294 = ~((n292 & n283) | n293);
  assign n295 = ~n294;

  assign sum = {n295, n290, n284, n275, n268, n259, n254, n247, n240, n235, n233};

  // activation
  wire signed [11:0] extended = {{1{1'b0}}, sum};
  assign y = extended >= THRESHOLD;
endmodule
