// fastest8: digital neuron, structural (timing-driven tree, simple partial products, hybrid adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  8 bits: unsigned input k in [k*8 +: 8]
//   w         input  8 bits: unsigned weight k in [k*8 +: 8]
//   sum       output 16 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 35 full adders, 7 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"hybrid","adderCells":"library","architecture":"parallel","bias":false,"bits":8,"inputBits":8,"kind":"digital","multiplier":"timing-driven","name":"fastest8","objective":"delay","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module fastest8 (
  input  wire [7:0] x,
  input  wire [7:0] w,
  output wire [15:0] sum
);

  // partial products
  wire n18, n19, n20, n21, n22, n23, n24, n25, n26, n27, n28, n29, n30, n31, n32, n33, n34, n35,
    n36, n37, n38, n39, n40, n41, n42, n43, n44, n45, n46, n47, n48, n49, n50, n51, n52, n53,
    n54, n55, n56, n57, n58, n59, n60, n61, n62, n63, n64, n65, n66, n67, n68, n69, n70, n71,
    n72, n73, n74, n75, n76, n77, n78, n79, n80, n81;
  assign n18 = x[0] & w[0];
  assign n19 = x[1] & w[0];
  assign n20 = x[2] & w[0];
  assign n21 = x[3] & w[0];
  assign n22 = x[4] & w[0];
  assign n23 = x[5] & w[0];
  assign n24 = x[6] & w[0];
  assign n25 = x[7] & w[0];
  assign n26 = x[0] & w[1];
  assign n27 = x[1] & w[1];
  assign n28 = x[2] & w[1];
  assign n29 = x[3] & w[1];
  assign n30 = x[4] & w[1];
  assign n31 = x[5] & w[1];
  assign n32 = x[6] & w[1];
  assign n33 = x[7] & w[1];
  assign n34 = x[0] & w[2];
  assign n35 = x[1] & w[2];
  assign n36 = x[2] & w[2];
  assign n37 = x[3] & w[2];
  assign n38 = x[4] & w[2];
  assign n39 = x[5] & w[2];
  assign n40 = x[6] & w[2];
  assign n41 = x[7] & w[2];
  assign n42 = x[0] & w[3];
  assign n43 = x[1] & w[3];
  assign n44 = x[2] & w[3];
  assign n45 = x[3] & w[3];
  assign n46 = x[4] & w[3];
  assign n47 = x[5] & w[3];
  assign n48 = x[6] & w[3];
  assign n49 = x[7] & w[3];
  assign n50 = x[0] & w[4];
  assign n51 = x[1] & w[4];
  assign n52 = x[2] & w[4];
  assign n53 = x[3] & w[4];
  assign n54 = x[4] & w[4];
  assign n55 = x[5] & w[4];
  assign n56 = x[6] & w[4];
  assign n57 = x[7] & w[4];
  assign n58 = x[0] & w[5];
  assign n59 = x[1] & w[5];
  assign n60 = x[2] & w[5];
  assign n61 = x[3] & w[5];
  assign n62 = x[4] & w[5];
  assign n63 = x[5] & w[5];
  assign n64 = x[6] & w[5];
  assign n65 = x[7] & w[5];
  assign n66 = x[0] & w[6];
  assign n67 = x[1] & w[6];
  assign n68 = x[2] & w[6];
  assign n69 = x[3] & w[6];
  assign n70 = x[4] & w[6];
  assign n71 = x[5] & w[6];
  assign n72 = x[6] & w[6];
  assign n73 = x[7] & w[6];
  assign n74 = x[0] & w[7];
  assign n75 = x[1] & w[7];
  assign n76 = x[2] & w[7];
  assign n77 = x[3] & w[7];
  assign n78 = x[4] & w[7];
  assign n79 = x[5] & w[7];
  assign n80 = x[6] & w[7];
  assign n81 = x[7] & w[7];

  // timing-driven reduction
  wire n82, n83, n84, n85, n86, n87, n88, n89, n90, n91, n92, n93, n94, n95, n96, n97, n98, n99,
    n100, n101, n102, n103, n104, n105, n106, n107, n108, n109, n110, n111, n112, n113, n114,
    n115, n116, n117, n118, n119, n120, n121, n122, n123, n124, n125, n126, n127, n128, n129,
    n130, n131, n132, n133, n134, n135, n136, n137, n138, n139, n140, n141, n142, n143, n144,
    n145, n146, n147, n148, n149, n150, n151, n152, n153, n154, n155, n156, n157, n158, n159,
    n160, n161, n162, n163, n164, n165;
  half_adder ha64 (.a(n20), .b(n27), .sum(n82), .carry(n83));
  half_adder ha65 (.a(n21), .b(n28), .sum(n84), .carry(n85));
  full_adder fa66 (.a(n35), .b(n42), .c(n83), .sum(n86), .carry(n87));
  half_adder ha67 (.a(n22), .b(n29), .sum(n88), .carry(n89));
  full_adder fa68 (.a(n36), .b(n43), .c(n50), .sum(n90), .carry(n91));
  full_adder fa69 (.a(n85), .b(n88), .c(n90), .sum(n92), .carry(n93));
  half_adder ha70 (.a(n23), .b(n30), .sum(n94), .carry(n95));
  full_adder fa71 (.a(n37), .b(n44), .c(n51), .sum(n96), .carry(n97));
  full_adder fa72 (.a(n58), .b(n89), .c(n94), .sum(n98), .carry(n99));
  full_adder fa73 (.a(n91), .b(n96), .c(n98), .sum(n100), .carry(n101));
  half_adder ha74 (.a(n24), .b(n31), .sum(n102), .carry(n103));
  full_adder fa75 (.a(n38), .b(n45), .c(n52), .sum(n104), .carry(n105));
  full_adder fa76 (.a(n59), .b(n66), .c(n95), .sum(n106), .carry(n107));
  full_adder fa77 (.a(n102), .b(n97), .c(n104), .sum(n108), .carry(n109));
  full_adder fa78 (.a(n99), .b(n106), .c(n108), .sum(n110), .carry(n111));
  half_adder ha79 (.a(n25), .b(n32), .sum(n112), .carry(n113));
  full_adder fa80 (.a(n39), .b(n46), .c(n53), .sum(n114), .carry(n115));
  full_adder fa81 (.a(n60), .b(n67), .c(n74), .sum(n116), .carry(n117));
  full_adder fa82 (.a(n103), .b(n112), .c(n105), .sum(n118), .carry(n119));
  full_adder fa83 (.a(n114), .b(n116), .c(n107), .sum(n120), .carry(n121));
  full_adder fa84 (.a(n109), .b(n118), .c(n120), .sum(n122), .carry(n123));
  half_adder ha85 (.a(n33), .b(n40), .sum(n124), .carry(n125));
  full_adder fa86 (.a(n47), .b(n54), .c(n61), .sum(n126), .carry(n127));
  full_adder fa87 (.a(n68), .b(n75), .c(n113), .sum(n128), .carry(n129));
  full_adder fa88 (.a(n124), .b(n115), .c(n117), .sum(n130), .carry(n131));
  full_adder fa89 (.a(n126), .b(n119), .c(n128), .sum(n132), .carry(n133));
  full_adder fa90 (.a(n130), .b(n121), .c(n132), .sum(n134), .carry(n135));
  full_adder fa91 (.a(n41), .b(n48), .c(n55), .sum(n136), .carry(n137));
  full_adder fa92 (.a(n62), .b(n69), .c(n76), .sum(n138), .carry(n139));
  full_adder fa93 (.a(n125), .b(n127), .c(n136), .sum(n140), .carry(n141));
  full_adder fa94 (.a(n138), .b(n129), .c(n131), .sum(n142), .carry(n143));
  full_adder fa95 (.a(n140), .b(n133), .c(n142), .sum(n144), .carry(n145));
  full_adder fa96 (.a(n49), .b(n56), .c(n63), .sum(n146), .carry(n147));
  full_adder fa97 (.a(n70), .b(n77), .c(n137), .sum(n148), .carry(n149));
  full_adder fa98 (.a(n139), .b(n146), .c(n141), .sum(n150), .carry(n151));
  full_adder fa99 (.a(n148), .b(n143), .c(n150), .sum(n152), .carry(n153));
  full_adder fa100 (.a(n57), .b(n64), .c(n71), .sum(n154), .carry(n155));
  full_adder fa101 (.a(n78), .b(n147), .c(n154), .sum(n156), .carry(n157));
  full_adder fa102 (.a(n149), .b(n156), .c(n151), .sum(n158), .carry(n159));
  full_adder fa103 (.a(n65), .b(n72), .c(n79), .sum(n160), .carry(n161));
  full_adder fa104 (.a(n155), .b(n160), .c(n157), .sum(n162), .carry(n163));
  full_adder fa105 (.a(n73), .b(n80), .c(n161), .sum(n164), .carry(n165));

  // carry-propagate adder
  wire n166, n167, n168, n169, n170, n171, n172, n173, n174, n175, n176, n177, n178, n179, n180,
    n181, n182, n183, n184, n185, n186, n187, n188, n189, n190, n191, n192, n193, n194, n195,
    n196, n197, n198, n199, n200, n201, n202, n203, n204, n205, n206, n207, n208, n209, n210,
    n211, n212, n213, n214, n215, n216, n217, n218, n219, n220, n221, n222, n223, n224, n225,
    n226, n227, n228, n229, n230, n231, n232, n233, n234, n235, n236, n237, n238, n239, n240,
    n241, n242, n243, n244, n245, n246, n247, n248, n249, n250, n251, n252, n253, n254, n255,
    n256, n257, n258, n259, n260, n261, n262, n263, n264, n265, n266, n267, n268, n269, n270;
  assign n166 = n19 ^ n26;
  assign n167 = n34 ^ n82;
  assign n168 = n84 ^ n86;
  assign n169 = n87 ^ n92;
  assign n170 = n93 ^ n100;
  assign n171 = n101 ^ n110;
  assign n172 = n111 ^ n122;
  assign n173 = n123 ^ n134;
  assign n174 = n135 ^ n144;
  assign n175 = n145 ^ n152;
  assign n176 = n158 ^ n153;
  assign n177 = n162 ^ n159;
  assign n178 = n164 ^ n163;
  assign n179 = n81 ^ n165;
  assign n180 = ~(n19 & n26);
  assign n181 = ~(n167 ^ n180);
  assign n182 = ~(n34 | n82);
  assign n183 = ~(n34 & n82);
  assign n184 = ~((n182 | n180) & n183);
  assign n185 = n168 ^ n184;
  assign n186 = ~(n84 | n86);
  assign n187 = ~n186;
  assign n188 = ~(n84 & n86);
  assign n189 = ~n188;
  assign n190 = ~((n187 & n184) | n189);
  assign n191 = ~(n169 ^ n190);
  assign n192 = ~(n87 | n92);
  assign n193 = ~(n87 & n92);
  assign n194 = ~((n192 | n190) & n193);
  assign n195 = n170 ^ n194;
  assign n196 = ~(n93 | n100);
  assign n197 = ~n196;
  assign n198 = ~(n93 & n100);
  assign n199 = ~n198;
  assign n200 = ~((n197 & n194) | n199);
  assign n201 = ~(n171 ^ n200);
  assign n202 = ~(n101 | n110);
  assign n203 = ~(n101 & n110);
  assign n204 = ~((n202 | n200) & n203);
  assign n205 = n172 ^ n204;
  assign n206 = ~(n111 | n122);
  assign n207 = ~n206;
  assign n208 = ~(n111 & n122);
  assign n209 = ~n208;
  assign n210 = ~((n207 & n204) | n209);
  assign n211 = ~(n173 ^ n210);
  assign n212 = ~(n123 | n134);
  assign n213 = ~(n212 | n206);
  assign n214 = ~(n123 & n134);
  assign n215 = ~((n212 | n208) & n214);
  assign n216 = ~((n213 & n204) | n215);
  assign n217 = ~(n174 ^ n216);
  assign n218 = ~(n135 | n144);
  assign n219 = ~(n135 & n144);
  assign n220 = ~((n218 | n216) & n219);
  assign n221 = n175 ^ n220;
  assign n222 = ~(n145 | n152);
  assign n223 = ~(n222 | n218);
  assign n224 = ~n223;
  assign n225 = ~(n145 & n152);
  assign n226 = ~((n222 | n219) & n225);
  assign n227 = ~n226;
  assign n228 = ~((n224 | n216) & n227);
  assign n229 = n176 ^ n228;
  assign n230 = ~(n158 | n153);
  assign n231 = ~n230;
  assign n232 = ~(n231 & n223);
  assign n233 = ~(n158 & n153);
  assign n234 = ~n233;
  assign n235 = ~((n231 & n226) | n234);
  assign n236 = ~((n232 | n216) & n235);
  assign n237 = n177 ^ n236;
  assign n238 = ~(n162 | n159);
  assign n239 = ~(n238 | n230);
  assign n240 = ~(n239 & n223);
  assign n241 = ~(n162 & n159);
  assign n242 = ~((n238 | n233) & n241);
  assign n243 = ~((n239 & n226) | n242);
  assign n244 = ~((n240 | n216) & n243);
  assign n245 = n178 ^ n244;
  assign n246 = ~(n164 | n163);
  assign n247 = ~(n246 | n238);
  assign n248 = ~(n247 & n231);
  assign n249 = ~(n248 | n224);
  assign n250 = ~n249;
  assign n251 = ~(n164 & n163);
  assign n252 = ~((n246 | n241) & n251);
  assign n253 = ~((n247 & n234) | n252);
  assign n254 = ~((n248 | n227) & n253);
  assign n255 = ~n254;
  assign n256 = ~((n250 | n216) & n255);
  assign n257 = n179 ^ n256;
  assign n258 = ~(n81 | n165);
  assign n259 = ~(n258 | n246);
  assign n260 = ~n238;
  assign n261 = ~(n259 & n260);
  assign n262 = ~(n261 | n230);
  assign n263 = ~(n262 & n223);
  assign n264 = ~n241;
  assign n265 = ~(n81 & n165);
  assign n266 = ~((n258 | n251) & n265);
  assign n267 = ~((n259 & n264) | n266);
  assign n268 = ~((n261 | n233) & n267);
  assign n269 = ~((n262 & n226) | n268);
  assign n270 = ~((n263 | n216) & n269);

  assign sum = {n270, n257, n245, n237, n229, n221, n217, n211, n205, n201, n195, n191, n185,
    n181, n166, n18};
endmodule
