// layer784_multiplier: multiplier of layer784 (reduced-area tree, simple partial products, hybrid adder)
// Cells: 39 full adders, 6 half adders
// Latency: 0 clocks
module layer784_multiplier (
  input  wire [7:0] x,
  input  wire [7:0] w,
  output wire [15:0] product
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
  wire n82, n83, n84, n85, n86, n87, n88, n89, n90, n91, n92, n93, n94, n95, n96, n97, n98, n99,
    n100, n101, n102, n103, n104, n105, n106, n107, n108, n109, n110, n111, n112, n113, n114,
    n115;
  half_adder ha64 (.a(n19), .b(n26), .sum(n82), .carry(n83));
  full_adder fa65 (.a(n20), .b(n27), .c(n34), .sum(n84), .carry(n85));
  full_adder fa66 (.a(n21), .b(n28), .c(n35), .sum(n86), .carry(n87));
  full_adder fa67 (.a(n22), .b(n29), .c(n36), .sum(n88), .carry(n89));
  full_adder fa68 (.a(n23), .b(n30), .c(n37), .sum(n90), .carry(n91));
  full_adder fa69 (.a(n44), .b(n51), .c(n58), .sum(n92), .carry(n93));
  full_adder fa70 (.a(n24), .b(n31), .c(n38), .sum(n94), .carry(n95));
  full_adder fa71 (.a(n45), .b(n52), .c(n59), .sum(n96), .carry(n97));
  full_adder fa72 (.a(n25), .b(n32), .c(n39), .sum(n98), .carry(n99));
  full_adder fa73 (.a(n46), .b(n53), .c(n60), .sum(n100), .carry(n101));
  assign n102 = ~(n33 ^ n40);
  assign n103 = n33 | n40;
  full_adder fa76 (.a(n47), .b(n54), .c(n61), .sum(n104), .carry(n105));
  full_adder fa77 (.a(n41), .b(n48), .c(n55), .sum(n106), .carry(n107));
  full_adder fa78 (.a(n62), .b(n69), .c(n76), .sum(n108), .carry(n109));
  full_adder fa79 (.a(n49), .b(n56), .c(n63), .sum(n110), .carry(n111));
  full_adder fa80 (.a(n57), .b(n64), .c(n71), .sum(n112), .carry(n113));
  full_adder fa81 (.a(n65), .b(n72), .c(n79), .sum(n114), .carry(n115));

  // reduction stage 2
  wire n116, n117, n118, n119, n120, n121, n122, n123, n124, n125, n126, n127, n128, n129, n130,
    n131, n132, n133, n134, n135, n136, n137, n138, n139, n140, n141;
  half_adder ha82 (.a(n83), .b(n84), .sum(n116), .carry(n117));
  full_adder fa83 (.a(n85), .b(n86), .c(n42), .sum(n118), .carry(n119));
  full_adder fa84 (.a(n87), .b(n88), .c(n43), .sum(n120), .carry(n121));
  full_adder fa85 (.a(n89), .b(n90), .c(n92), .sum(n122), .carry(n123));
  full_adder fa86 (.a(n91), .b(n93), .c(n94), .sum(n124), .carry(n125));
  full_adder fa87 (.a(n95), .b(n97), .c(n98), .sum(n126), .carry(n127));
  full_adder fa88 (.a(n100), .b(n67), .c(n74), .sum(n128), .carry(n129));
  full_adder fa89 (.a(n99), .b(n101), .c(n102), .sum(n130), .carry(n131));
  full_adder fa90 (.a(n104), .b(n68), .c(n75), .sum(n132), .carry(n133));
  full_adder fa91 (.a(n103), .b(n105), .c(n106), .sum(n134), .carry(n135));
  full_adder fa92 (.a(n107), .b(n109), .c(n110), .sum(n136), .carry(n137));
  full_adder fa93 (.a(n111), .b(n112), .c(n78), .sum(n138), .carry(n139));
  full_adder fa94 (.a(n115), .b(n73), .c(n80), .sum(n140), .carry(n141));

  // reduction stage 3
  wire n142, n143, n144, n145, n146, n147, n148, n149, n150, n151, n152, n153, n154, n155, n156,
    n157;
  half_adder ha95 (.a(n117), .b(n118), .sum(n142), .carry(n143));
  full_adder fa96 (.a(n119), .b(n120), .c(n50), .sum(n144), .carry(n145));
  full_adder fa97 (.a(n123), .b(n124), .c(n96), .sum(n146), .carry(n147));
  full_adder fa98 (.a(n125), .b(n126), .c(n128), .sum(n148), .carry(n149));
  full_adder fa99 (.a(n127), .b(n129), .c(n130), .sum(n150), .carry(n151));
  full_adder fa100 (.a(n131), .b(n133), .c(n134), .sum(n152), .carry(n153));
  full_adder fa101 (.a(n135), .b(n136), .c(n70), .sum(n154), .carry(n155));
  full_adder fa102 (.a(n139), .b(n113), .c(n114), .sum(n156), .carry(n157));

  // reduction stage 4
  wire n158, n159, n160, n161, n162, n163, n164, n165, n166, n167, n168, n169, n170, n171, n172,
    n173;
  half_adder ha103 (.a(n143), .b(n144), .sum(n158), .carry(n159));
  full_adder fa104 (.a(n145), .b(n121), .c(n122), .sum(n160), .carry(n161));
  half_adder ha105 (.a(n146), .b(n66), .sum(n162), .carry(n163));
  half_adder ha106 (.a(n147), .b(n148), .sum(n164), .carry(n165));
  full_adder fa107 (.a(n149), .b(n150), .c(n132), .sum(n166), .carry(n167));
  full_adder fa108 (.a(n151), .b(n152), .c(n108), .sum(n168), .carry(n169));
  full_adder fa109 (.a(n153), .b(n154), .c(n77), .sum(n170), .carry(n171));
  full_adder fa110 (.a(n155), .b(n137), .c(n138), .sum(n172), .carry(n173));

  // carry-propagate adder
  wire n174, n175, n176, n177, n178, n179, n180, n181, n182, n183, n184, n185, n186, n187, n188,
    n189, n190, n191, n192, n193, n194, n195, n196, n197, n198, n199, n200, n201, n202, n203,
    n204, n205, n206, n207, n208, n209, n210, n211, n212, n213, n214, n215, n216, n217, n218,
    n219, n220, n221, n222, n223, n224, n225, n226, n227, n228, n229, n230, n231, n232, n233,
    n234, n235, n236, n237, n238, n239, n240, n241, n242, n243, n244, n245, n246, n247, n248,
    n249, n250, n251, n252, n253, n254;
  assign n174 = n159 ^ n160;
  assign n175 = n161 ^ n162;
  assign n176 = n163 ^ n164;
  assign n177 = n165 ^ n166;
  assign n178 = n167 ^ n168;
  assign n179 = n169 ^ n170;
  assign n180 = n171 ^ n172;
  assign n181 = n173 ^ n156;
  assign n182 = n157 ^ n140;
  assign n183 = n141 ^ n81;
  assign n184 = ~(n159 & n160);
  assign n185 = ~(n175 ^ n184);
  assign n186 = ~(n161 | n162);
  assign n187 = ~(n161 & n162);
  assign n188 = ~((n186 | n184) & n187);
  assign n189 = n176 ^ n188;
  assign n190 = ~(n163 | n164);
  assign n191 = ~n190;
  assign n192 = ~(n163 & n164);
  assign n193 = ~n192;
  assign n194 = ~((n191 & n188) | n193);
  assign n195 = ~(n177 ^ n194);
  assign n196 = ~(n165 | n166);
  assign n197 = ~(n196 | n190);
  assign n198 = ~(n165 & n166);
  assign n199 = ~((n196 | n192) & n198);
  assign n200 = ~((n197 & n188) | n199);
  assign n201 = ~(n178 ^ n200);
  assign n202 = ~(n167 | n168);
  assign n203 = ~(n167 & n168);
  assign n204 = ~((n202 | n200) & n203);
  assign n205 = n179 ^ n204;
  assign n206 = ~(n169 | n170);
  assign n207 = ~(n206 | n202);
  assign n208 = ~n207;
  assign n209 = ~(n169 & n170);
  assign n210 = ~((n206 | n203) & n209);
  assign n211 = ~n210;
  assign n212 = ~((n208 | n200) & n211);
  assign n213 = n180 ^ n212;
  assign n214 = ~(n171 | n172);
  assign n215 = ~n214;
  assign n216 = ~(n215 & n207);
  assign n217 = ~(n171 & n172);
  assign n218 = ~n217;
  assign n219 = ~((n215 & n210) | n218);
  assign n220 = ~((n216 | n200) & n219);
  assign n221 = n181 ^ n220;
  assign n222 = ~(n173 | n156);
  assign n223 = ~(n222 | n214);
  assign n224 = ~(n223 & n207);
  assign n225 = ~(n173 & n156);
  assign n226 = ~((n222 | n217) & n225);
  assign n227 = ~((n223 & n210) | n226);
  assign n228 = ~((n224 | n200) & n227);
  assign n229 = n182 ^ n228;
  assign n230 = ~n200;
  assign n231 = ~(n157 | n140);
  assign n232 = ~(n231 | n222);
  assign n233 = ~(n232 & n215);
  assign n234 = ~(n233 | n208);
  assign n235 = ~(n157 & n140);
  assign n236 = ~((n231 | n225) & n235);
  assign n237 = ~((n232 & n218) | n236);
  assign n238 = ~((n233 | n211) & n237);
  assign n239 = ~((n234 & n230) | n238);
  assign n240 = ~(n183 ^ n239);
  assign n241 = ~(n141 | n81);
  assign n242 = ~(n241 | n231);
  assign n243 = ~n222;
  assign n244 = ~(n242 & n243);
  assign n245 = ~(n244 | n214);
  assign n246 = ~(n245 & n207);
  assign n247 = ~n225;
  assign n248 = ~(n141 & n81);
  assign n249 = ~((n241 | n235) & n248);
  assign n250 = ~((n242 & n247) | n249);
  assign n251 = ~((n244 | n217) & n250);
  assign n252 = ~((n245 & n210) | n251);
  assign n253 = ~((n246 | n200) & n252);
  assign n254 = ~n253;

  assign product = {n254, n240, n229, n221, n213, n205, n201, n195, n189, n185, n174, n158, n142,
    n116, n82, n18};
endmodule
