// dot4: digital neuron, structural (reduced-area tree, simple partial products, hybrid adder)
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
// Cells: 57 full adders, 5 half adders
// Spec: {"accumulator":"exact","activation":"threshold","adder":"hybrid","adderCells":"library","architecture":"fused","bias":8,"bits":4,"inputBits":4,"kind":"digital","multiplier":"reduced-area","name":"dot4","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":4,"threshold":128}
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
  wire n106, n107, n108, n109, n110, n111, n112, n113, n114, n115, n116, n117, n118, n119, n120,
    n121, n122, n123, n124, n125, n126, n127, n128, n129, n130, n131, n132, n133, n134, n135,
    n136, n137, n138, n139, n140, n141, n142, n143, n144, n145, n146, n147;
  full_adder fa64 (.a(n42), .b(n58), .c(n74), .sum(n106), .carry(n107));
  full_adder fa65 (.a(n43), .b(n46), .c(n59), .sum(n108), .carry(n109));
  full_adder fa66 (.a(n62), .b(n75), .c(n78), .sum(n110), .carry(n111));
  full_adder fa67 (.a(n91), .b(n94), .c(bias[1]), .sum(n112), .carry(n113));
  full_adder fa68 (.a(n44), .b(n47), .c(n50), .sum(n114), .carry(n115));
  full_adder fa69 (.a(n60), .b(n63), .c(n66), .sum(n116), .carry(n117));
  full_adder fa70 (.a(n76), .b(n79), .c(n82), .sum(n118), .carry(n119));
  full_adder fa71 (.a(n92), .b(n95), .c(n98), .sum(n120), .carry(n121));
  full_adder fa72 (.a(n45), .b(n48), .c(n51), .sum(n122), .carry(n123));
  full_adder fa73 (.a(n54), .b(n61), .c(n64), .sum(n124), .carry(n125));
  full_adder fa74 (.a(n67), .b(n70), .c(n77), .sum(n126), .carry(n127));
  full_adder fa75 (.a(n80), .b(n83), .c(n86), .sum(n128), .carry(n129));
  full_adder fa76 (.a(n93), .b(n96), .c(n99), .sum(n130), .carry(n131));
  full_adder fa77 (.a(n49), .b(n52), .c(n55), .sum(n132), .carry(n133));
  full_adder fa78 (.a(n65), .b(n68), .c(n71), .sum(n134), .carry(n135));
  full_adder fa79 (.a(n81), .b(n84), .c(n87), .sum(n136), .carry(n137));
  full_adder fa80 (.a(n97), .b(n100), .c(n103), .sum(n138), .carry(n139));
  full_adder fa81 (.a(n53), .b(n56), .c(n69), .sum(n140), .carry(n141));
  full_adder fa82 (.a(n72), .b(n85), .c(n88), .sum(n142), .carry(n143));
  full_adder fa83 (.a(n101), .b(n104), .c(bias[5]), .sum(n144), .carry(n145));
  full_adder fa84 (.a(n57), .b(n73), .c(n89), .sum(n146), .carry(n147));

  // reduction stage 2
  wire n148, n149, n150, n151, n152, n153, n154, n155, n156, n157, n158, n159, n160, n161, n162,
    n163, n164, n165, n166, n167, n168, n169, n170, n171, n172, n173, n174, n175;
  full_adder fa85 (.a(n106), .b(n90), .c(bias[0]), .sum(n148), .carry(n149));
  full_adder fa86 (.a(n107), .b(n108), .c(n110), .sum(n150), .carry(n151));
  full_adder fa87 (.a(n109), .b(n111), .c(n113), .sum(n152), .carry(n153));
  full_adder fa88 (.a(n114), .b(n116), .c(n118), .sum(n154), .carry(n155));
  full_adder fa89 (.a(n115), .b(n117), .c(n119), .sum(n156), .carry(n157));
  full_adder fa90 (.a(n121), .b(n122), .c(n124), .sum(n158), .carry(n159));
  full_adder fa91 (.a(n126), .b(n128), .c(n130), .sum(n160), .carry(n161));
  full_adder fa92 (.a(n123), .b(n125), .c(n127), .sum(n162), .carry(n163));
  full_adder fa93 (.a(n129), .b(n131), .c(n132), .sum(n164), .carry(n165));
  full_adder fa94 (.a(n134), .b(n136), .c(n138), .sum(n166), .carry(n167));
  full_adder fa95 (.a(n133), .b(n135), .c(n137), .sum(n168), .carry(n169));
  full_adder fa96 (.a(n139), .b(n140), .c(n142), .sum(n170), .carry(n171));
  full_adder fa97 (.a(n141), .b(n143), .c(n145), .sum(n172), .carry(n173));
  full_adder fa98 (.a(n146), .b(n105), .c(bias[6]), .sum(n174), .carry(n175));

  // reduction stage 3
  wire n176, n177, n178, n179, n180, n181, n182, n183, n184, n185, n186, n187, n188, n189, n190,
    n191, n192, n193, n194, n195;
  full_adder fa99 (.a(n149), .b(n150), .c(n112), .sum(n176), .carry(n177));
  full_adder fa100 (.a(n151), .b(n152), .c(n154), .sum(n178), .carry(n179));
  full_adder fa101 (.a(n153), .b(n155), .c(n156), .sum(n180), .carry(n181));
  full_adder fa102 (.a(n158), .b(n160), .c(n102), .sum(n182), .carry(n183));
  full_adder fa103 (.a(n157), .b(n159), .c(n161), .sum(n184), .carry(n185));
  full_adder fa104 (.a(n162), .b(n164), .c(n166), .sum(n186), .carry(n187));
  full_adder fa105 (.a(n163), .b(n165), .c(n167), .sum(n188), .carry(n189));
  full_adder fa106 (.a(n168), .b(n170), .c(n144), .sum(n190), .carry(n191));
  full_adder fa107 (.a(n169), .b(n171), .c(n172), .sum(n192), .carry(n193));
  full_adder fa108 (.a(n173), .b(n175), .c(n147), .sum(n194), .carry(n195));

  // reduction stage 4
  wire n196, n197, n198, n199, n200, n201, n202, n203, n204, n205, n206, n207;
  full_adder fa109 (.a(n177), .b(n178), .c(n120), .sum(n196), .carry(n197));
  full_adder fa110 (.a(n179), .b(n180), .c(n182), .sum(n198), .carry(n199));
  full_adder fa111 (.a(n181), .b(n183), .c(n184), .sum(n200), .carry(n201));
  full_adder fa112 (.a(n185), .b(n187), .c(n188), .sum(n202), .carry(n203));
  full_adder fa113 (.a(n189), .b(n191), .c(n192), .sum(n204), .carry(n205));
  full_adder fa114 (.a(n193), .b(n194), .c(bias[7]), .sum(n206), .carry(n207));

  // reduction stage 5
  wire n208, n209, n210, n211, n212, n213, n214, n215, n216, n217;
  half_adder ha115 (.a(n196), .b(bias[2]), .sum(n208), .carry(n209));
  full_adder fa116 (.a(n197), .b(n198), .c(bias[3]), .sum(n210), .carry(n211));
  full_adder fa117 (.a(n199), .b(n200), .c(n186), .sum(n212), .carry(n213));
  full_adder fa118 (.a(n201), .b(n202), .c(n190), .sum(n214), .carry(n215));
  full_adder fa119 (.a(n203), .b(n204), .c(n174), .sum(n216), .carry(n217));

  // reduction stage 6
  wire n218, n219, n220, n221, n222, n223, n224, n225, n226, n227, n228, n229;
  half_adder ha120 (.a(n209), .b(n210), .sum(n218), .carry(n219));
  full_adder fa121 (.a(n211), .b(n212), .c(bias[4]), .sum(n220), .carry(n221));
  half_adder ha122 (.a(n213), .b(n214), .sum(n222), .carry(n223));
  half_adder ha123 (.a(n215), .b(n216), .sum(n224), .carry(n225));
  full_adder fa124 (.a(n217), .b(n205), .c(n206), .sum(n226), .carry(n227));
  half_adder ha125 (.a(n207), .b(n195), .sum(n228), .carry(n229));

  // carry-propagate adder
  wire n230, n231, n232, n233, n234, n235, n236, n237, n238, n239, n240, n241, n242, n243, n244,
    n245, n246, n247, n248, n249, n250, n251, n252, n253, n254, n255, n256, n257, n258, n259,
    n260, n261, n262;
  assign n230 = n219 ^ n220;
  assign n231 = n221 ^ n222;
  assign n232 = n223 ^ n224;
  assign n233 = n225 ^ n226;
  assign n234 = n227 ^ n228;
  assign n235 = ~(n219 & n220);
  assign n236 = ~(n231 ^ n235);
  assign n237 = ~(n221 | n222);
  assign n238 = ~(n221 & n222);
  assign n239 = ~((n237 | n235) & n238);
  assign n240 = n232 ^ n239;
  assign n241 = ~n235;
  assign n242 = ~(n223 | n224);
  assign n243 = ~(n242 | n237);
  assign n244 = ~(n223 & n224);
  assign n245 = ~((n242 | n238) & n244);
  assign n246 = ~((n243 & n241) | n245);
  assign n247 = ~(n233 ^ n246);
  assign n248 = ~(n225 | n226);
  assign n249 = ~(n225 & n226);
  assign n250 = ~((n248 | n246) & n249);
  assign n251 = n234 ^ n250;
  assign n252 = ~(n227 | n228);
  assign n253 = ~(n252 | n248);
  assign n254 = ~n253;
  assign n255 = ~(n227 & n228);
  assign n256 = ~((n252 | n249) & n255);
  assign n257 = ~n256;
  assign n258 = ~((n254 | n246) & n257);
  assign n259 = n229 ^ n258;
  assign n260 = ~(n229 & n253);
  assign n261 = ~(n229 & n256);
  assign n262 = ~((n260 | n246) & n261);

  assign sum = {n262, n259, n251, n247, n240, n236, n230, n218, n208, n176, n148};

  // activation
  wire signed [11:0] extended = {{1{1'b0}}, sum};
  assign y = extended >= THRESHOLD;
endmodule
