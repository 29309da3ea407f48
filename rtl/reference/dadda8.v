// dadda8: digital neuron, structural (dadda tree, simple partial products, brent-kung adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  8 bits: signed input k in [k*8 +: 8]
//   w         input  8 bits: signed weight k in [k*8 +: 8]
//   sum       output 16 bits: signed
// Latency: 0 clocks (combinational)
// Cells: 35 full adders, 6 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"brent-kung","adderCells":"library","architecture":"parallel","bias":false,"bits":8,"inputBits":8,"kind":"digital","multiplier":"dadda","name":"dadda8","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module dadda8 (
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
  assign n25 = ~(x[7] & w[0]);
  assign n26 = x[0] & w[1];
  assign n27 = x[1] & w[1];
  assign n28 = x[2] & w[1];
  assign n29 = x[3] & w[1];
  assign n30 = x[4] & w[1];
  assign n31 = x[5] & w[1];
  assign n32 = x[6] & w[1];
  assign n33 = ~(x[7] & w[1]);
  assign n34 = x[0] & w[2];
  assign n35 = x[1] & w[2];
  assign n36 = x[2] & w[2];
  assign n37 = x[3] & w[2];
  assign n38 = x[4] & w[2];
  assign n39 = x[5] & w[2];
  assign n40 = x[6] & w[2];
  assign n41 = ~(x[7] & w[2]);
  assign n42 = x[0] & w[3];
  assign n43 = x[1] & w[3];
  assign n44 = x[2] & w[3];
  assign n45 = x[3] & w[3];
  assign n46 = x[4] & w[3];
  assign n47 = x[5] & w[3];
  assign n48 = x[6] & w[3];
  assign n49 = ~(x[7] & w[3]);
  assign n50 = x[0] & w[4];
  assign n51 = x[1] & w[4];
  assign n52 = x[2] & w[4];
  assign n53 = x[3] & w[4];
  assign n54 = x[4] & w[4];
  assign n55 = x[5] & w[4];
  assign n56 = x[6] & w[4];
  assign n57 = ~(x[7] & w[4]);
  assign n58 = x[0] & w[5];
  assign n59 = x[1] & w[5];
  assign n60 = x[2] & w[5];
  assign n61 = x[3] & w[5];
  assign n62 = x[4] & w[5];
  assign n63 = x[5] & w[5];
  assign n64 = x[6] & w[5];
  assign n65 = ~(x[7] & w[5]);
  assign n66 = x[0] & w[6];
  assign n67 = x[1] & w[6];
  assign n68 = x[2] & w[6];
  assign n69 = x[3] & w[6];
  assign n70 = x[4] & w[6];
  assign n71 = x[5] & w[6];
  assign n72 = x[6] & w[6];
  assign n73 = ~(x[7] & w[6]);
  assign n74 = ~(x[0] & w[7]);
  assign n75 = ~(x[1] & w[7]);
  assign n76 = ~(x[2] & w[7]);
  assign n77 = ~(x[3] & w[7]);
  assign n78 = ~(x[4] & w[7]);
  assign n79 = ~(x[5] & w[7]);
  assign n80 = ~(x[6] & w[7]);
  assign n81 = x[7] & w[7];

  // reduction stage 1
  wire n82, n83, n84, n85, n86, n87, n88, n89, n90, n91, n92, n93;
  half_adder ha64 (.a(n24), .b(n31), .sum(n82), .carry(n83));
  full_adder fa65 (.a(n25), .b(n32), .c(n39), .sum(n84), .carry(n85));
  half_adder ha66 (.a(n46), .b(n53), .sum(n86), .carry(n87));
  assign n88 = ~(n33 ^ n40);
  assign n89 = n33 | n40;
  full_adder fa69 (.a(n47), .b(n54), .c(n61), .sum(n90), .carry(n91));
  full_adder fa70 (.a(n41), .b(n48), .c(n55), .sum(n92), .carry(n93));

  // reduction stage 2
  wire n94, n95, n96, n97, n98, n99, n100, n101, n102, n103, n104, n105, n106, n107, n108, n109,
    n110, n111, n112, n113, n114, n115, n116, n117, n118, n119, n120, n121;
  half_adder ha71 (.a(n22), .b(n29), .sum(n94), .carry(n95));
  full_adder fa72 (.a(n23), .b(n30), .c(n37), .sum(n96), .carry(n97));
  half_adder ha73 (.a(n44), .b(n51), .sum(n98), .carry(n99));
  full_adder fa74 (.a(n82), .b(n38), .c(n45), .sum(n100), .carry(n101));
  full_adder fa75 (.a(n52), .b(n59), .c(n66), .sum(n102), .carry(n103));
  full_adder fa76 (.a(n83), .b(n84), .c(n86), .sum(n104), .carry(n105));
  full_adder fa77 (.a(n60), .b(n67), .c(n74), .sum(n106), .carry(n107));
  full_adder fa78 (.a(n85), .b(n87), .c(n88), .sum(n108), .carry(n109));
  full_adder fa79 (.a(n90), .b(n68), .c(n75), .sum(n110), .carry(n111));
  full_adder fa80 (.a(n89), .b(n91), .c(n92), .sum(n112), .carry(n113));
  full_adder fa81 (.a(n62), .b(n69), .c(n76), .sum(n114), .carry(n115));
  full_adder fa82 (.a(n93), .b(n49), .c(n56), .sum(n116), .carry(n117));
  full_adder fa83 (.a(n63), .b(n70), .c(n77), .sum(n118), .carry(n119));
  full_adder fa84 (.a(n57), .b(n64), .c(n71), .sum(n120), .carry(n121));

  // reduction stage 3
  wire n122, n123, n124, n125, n126, n127, n128, n129, n130, n131, n132, n133, n134, n135, n136,
    n137, n138, n139, n140, n141;
  half_adder ha85 (.a(n21), .b(n28), .sum(n122), .carry(n123));
  full_adder fa86 (.a(n94), .b(n36), .c(n43), .sum(n124), .carry(n125));
  full_adder fa87 (.a(n95), .b(n96), .c(n98), .sum(n126), .carry(n127));
  full_adder fa88 (.a(n97), .b(n99), .c(n100), .sum(n128), .carry(n129));
  full_adder fa89 (.a(n101), .b(n103), .c(n104), .sum(n130), .carry(n131));
  full_adder fa90 (.a(n105), .b(n107), .c(n108), .sum(n132), .carry(n133));
  full_adder fa91 (.a(n109), .b(n111), .c(n112), .sum(n134), .carry(n135));
  full_adder fa92 (.a(n113), .b(n115), .c(n116), .sum(n136), .carry(n137));
  full_adder fa93 (.a(n117), .b(n119), .c(n120), .sum(n138), .carry(n139));
  full_adder fa94 (.a(n121), .b(n65), .c(n72), .sum(n140), .carry(n141));

  // reduction stage 4
  wire n142, n143, n144, n145, n146, n147, n148, n149, n150, n151, n152, n153, n154, n155, n156,
    n157, n158, n159, n160, n161, n162, n163, n164, n165;
  half_adder ha95 (.a(n20), .b(n27), .sum(n142), .carry(n143));
  full_adder fa96 (.a(n122), .b(n35), .c(n42), .sum(n144), .carry(n145));
  full_adder fa97 (.a(n123), .b(n124), .c(n50), .sum(n146), .carry(n147));
  full_adder fa98 (.a(n125), .b(n126), .c(n58), .sum(n148), .carry(n149));
  full_adder fa99 (.a(n127), .b(n128), .c(n102), .sum(n150), .carry(n151));
  full_adder fa100 (.a(n129), .b(n130), .c(n106), .sum(n152), .carry(n153));
  full_adder fa101 (.a(n131), .b(n132), .c(n110), .sum(n154), .carry(n155));
  full_adder fa102 (.a(n133), .b(n134), .c(n114), .sum(n156), .carry(n157));
  full_adder fa103 (.a(n135), .b(n136), .c(n118), .sum(n158), .carry(n159));
  full_adder fa104 (.a(n137), .b(n138), .c(n78), .sum(n160), .carry(n161));
  full_adder fa105 (.a(n139), .b(n140), .c(n79), .sum(n162), .carry(n163));
  full_adder fa106 (.a(n141), .b(n73), .c(n80), .sum(n164), .carry(n165));

  // carry-propagate adder
  wire n166, n167, n168, n169, n170, n171, n172, n173, n174, n175, n176, n177, n178, n179, n180,
    n181, n182, n183, n184, n185, n186, n187, n188, n189, n190, n191, n192, n193, n194, n195,
    n196, n197, n198, n199, n200, n201, n202, n203, n204, n205, n206, n207, n208, n209, n210,
    n211, n212, n213, n214, n215, n216, n217, n218, n219, n220, n221, n222, n223, n224, n225,
    n226, n227, n228, n229, n230, n231, n232, n233, n234, n235, n236, n237, n238, n239, n240,
    n241, n242, n243, n244, n245, n246, n247, n248, n249, n250, n251, n252, n253, n254, n255,
    n256, n257, n258, n259, n260, n261;
  assign n166 = n19 ^ n26;
  assign n167 = n142 ^ n34;
  assign n168 = n143 ^ n144;
  assign n169 = n145 ^ n146;
  assign n170 = n147 ^ n148;
  assign n171 = n149 ^ n150;
  assign n172 = n151 ^ n152;
  assign n173 = n153 ^ n154;
  assign n174 = n155 ^ n156;
  assign n175 = n157 ^ n158;
  assign n176 = n159 ^ n160;
  assign n177 = n161 ^ n162;
  assign n178 = n163 ^ n164;
  assign n179 = n165 ^ n81;
  assign n180 = ~(n19 & n26);
  assign n181 = ~(n167 ^ n180);
  assign n182 = ~(n142 | n34);
  assign n183 = ~(n142 & n34);
  assign n184 = ~((n182 | n180) & n183);
  assign n185 = n168 ^ n184;
  assign n186 = ~(n143 | n144);
  assign n187 = ~n186;
  assign n188 = ~(n143 & n144);
  assign n189 = ~n188;
  assign n190 = ~((n187 & n184) | n189);
  assign n191 = ~(n169 ^ n190);
  assign n192 = ~(n145 | n146);
  assign n193 = ~(n192 | n186);
  assign n194 = ~(n145 & n146);
  assign n195 = ~((n192 | n188) & n194);
  assign n196 = ~((n193 & n184) | n195);
  assign n197 = ~(n170 ^ n196);
  assign n198 = ~(n147 | n148);
  assign n199 = ~(n147 & n148);
  assign n200 = ~((n198 | n196) & n199);
  assign n201 = n171 ^ n200;
  assign n202 = ~(n149 | n150);
  assign n203 = ~(n202 | n198);
  assign n204 = ~n203;
  assign n205 = ~(n149 & n150);
  assign n206 = ~((n202 | n199) & n205);
  assign n207 = ~n206;
  assign n208 = ~((n204 | n196) & n207);
  assign n209 = n172 ^ n208;
  assign n210 = ~(n151 | n152);
  assign n211 = ~n210;
  assign n212 = ~(n151 & n152);
  assign n213 = ~n212;
  assign n214 = ~((n211 & n208) | n213);
  assign n215 = ~(n173 ^ n214);
  assign n216 = ~(n153 | n154);
  assign n217 = ~(n216 | n210);
  assign n218 = ~(n217 & n203);
  assign n219 = ~(n153 & n154);
  assign n220 = ~((n216 | n212) & n219);
  assign n221 = ~((n217 & n206) | n220);
  assign n222 = ~((n218 | n196) & n221);
  assign n223 = n174 ^ n222;
  assign n224 = ~(n155 | n156);
  assign n225 = ~n224;
  assign n226 = ~(n155 & n156);
  assign n227 = ~n226;
  assign n228 = ~((n225 & n222) | n227);
  assign n229 = ~(n175 ^ n228);
  assign n230 = ~(n157 | n158);
  assign n231 = ~(n230 | n224);
  assign n232 = ~(n157 & n158);
  assign n233 = ~((n230 | n226) & n232);
  assign n234 = ~((n231 & n222) | n233);
  assign n235 = ~(n176 ^ n234);
  assign n236 = ~(n159 | n160);
  assign n237 = ~(n159 & n160);
  assign n238 = ~((n236 | n234) & n237);
  assign n239 = n177 ^ n238;
  assign n240 = ~(n161 | n162);
  assign n241 = ~(n240 | n236);
  assign n242 = ~(n241 & n231);
  assign n243 = ~n242;
  assign n244 = ~(n161 & n162);
  assign n245 = ~((n240 | n237) & n244);
  assign n246 = ~((n241 & n233) | n245);
  assign n247 = ~n246;
  assign n248 = ~((n243 & n222) | n247);
  assign n249 = ~(n178 ^ n248);
  assign n250 = ~(n163 | n164);
  assign n251 = ~(n163 & n164);
  assign n252 = ~((n250 | n248) & n251);
  assign n253 = n179 ^ n252;
  assign n254 = ~(n165 | n81);
  assign n255 = ~(n254 | n250);
  assign n256 = ~n255;
  assign n257 = ~(n165 & n81);
  assign n258 = ~((n254 | n251) & n257);
  assign n259 = ~n258;
  assign n260 = ~((n256 | n248) & n259);
  assign n261 = ~n260;

  assign sum = {n261, n253, n249, n239, n235, n229, n223, n215, n209, n201, n197, n191, n185,
    n181, n166, n18};
endmodule
