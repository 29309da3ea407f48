// booth16: digital neuron, structural (reduced-area tree, booth partial products, kogge-stone adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  16 bits: signed input k in [k*16 +: 16]
//   w         input  16 bits: signed weight k in [k*16 +: 16]
//   sum       output 32 bits: signed
// Latency: 0 clocks (combinational)
// Cells: 91 full adders, 20 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"kogge-stone","adderCells":"library","architecture":"parallel","bias":false,"bits":16,"inputBits":16,"kind":"digital","multiplier":"reduced-area","name":"booth16","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"booth","pipeline":0,"shift":0,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module booth16 (
  input  wire [15:0] x,
  input  wire [15:0] w,
  output wire [31:0] sum
);

  // partial products
  wire n34, n35, n36, n37, n38, n39, n40, n41, n42, n43, n44, n45, n46, n47, n48, n49, n50, n51,
    n52, n53, n54, n55, n56, n57, n58, n59, n60, n61, n62, n63, n64, n65, n66, n67, n68, n69,
    n70, n71, n72, n73, n74, n75, n76, n77, n78, n79, n80, n81, n82, n83, n84, n85, n86, n87,
    n88, n89, n90, n91, n92, n93, n94, n95, n96, n97, n98, n99, n100, n101, n102, n103, n104,
    n105, n106, n107, n108, n109, n110, n111, n112, n113, n114, n115, n116, n117, n118, n119,
    n120, n121, n122, n123, n124, n125, n126, n127, n128, n129, n130, n131, n132, n133, n134,
    n135, n136, n137, n138, n139, n140, n141, n142, n143, n144, n145, n146, n147, n148, n149,
    n150, n151, n152, n153, n154, n155, n156, n157, n158, n159, n160, n161, n162, n163, n164,
    n165, n166, n167, n168, n169, n170, n171, n172, n173, n174, n175, n176, n177, n178, n179,
    n180, n181, n182, n183, n184, n185, n186, n187, n188, n189, n190, n191, n192, n193, n194,
    n195, n196, n197, n198, n199, n200, n201, n202, n203, n204, n205, n206, n207, n208, n209,
    n210, n211, n212, n213, n214, n215, n216, n217, n218, n219, n220, n221, n222, n223, n224,
    n225, n226, n227, n228, n229, n230, n231, n232, n233, n234, n235, n236, n237, n238, n239,
    n240, n241, n242, n243, n244, n245, n246, n247, n248, n249, n250, n251, n252, n253, n254,
    n255, n256, n257, n258, n259, n260, n261, n262, n263, n264, n265, n266, n267, n268, n269,
    n270, n271, n272, n273, n274, n275, n276, n277, n278, n279, n280, n281, n282, n283, n284,
    n285, n286, n287, n288, n289, n290, n291, n292, n293, n294, n295, n296, n297, n298, n299,
    n300, n301, n302, n303, n304, n305, n306, n307, n308, n309, n310, n311, n312, n313, n314,
    n315, n316, n317, n318, n319, n320, n321, n322, n323, n324, n325, n326, n327, n328, n329;
  assign n34 = ~w[1];
  assign n35 = ~(w[0] | n34);
  assign n36 = w[2] ^ w[1];
  assign n37 = ~(w[3] ^ w[2]);
  assign n38 = ~(n36 | n37);
  assign n39 = w[4] ^ w[3];
  assign n40 = ~(w[5] ^ w[4]);
  assign n41 = ~(n39 | n40);
  assign n42 = w[6] ^ w[5];
  assign n43 = ~(w[7] ^ w[6]);
  assign n44 = ~(n42 | n43);
  assign n45 = w[8] ^ w[7];
  assign n46 = ~(w[9] ^ w[8]);
  assign n47 = ~(n45 | n46);
  assign n48 = w[10] ^ w[9];
  assign n49 = ~(w[11] ^ w[10]);
  assign n50 = ~(n48 | n49);
  assign n51 = w[12] ^ w[11];
  assign n52 = ~(w[13] ^ w[12]);
  assign n53 = ~(n51 | n52);
  assign n54 = w[14] ^ w[13];
  assign n55 = ~(w[15] ^ w[14]);
  assign n56 = ~(n54 | n55);
  assign n57 = ~(w[0] & x[0]);
  assign n58 = ~(n57 ^ w[1]);
  assign n59 = ~((w[0] & x[1]) | (n35 & x[0]));
  assign n60 = ~(n59 ^ w[1]);
  assign n61 = ~((w[0] & x[2]) | (n35 & x[1]));
  assign n62 = ~(n61 ^ w[1]);
  assign n63 = ~((w[0] & x[3]) | (n35 & x[2]));
  assign n64 = ~(n63 ^ w[1]);
  assign n65 = ~((w[0] & x[4]) | (n35 & x[3]));
  assign n66 = ~(n65 ^ w[1]);
  assign n67 = ~((w[0] & x[5]) | (n35 & x[4]));
  assign n68 = ~(n67 ^ w[1]);
  assign n69 = ~((w[0] & x[6]) | (n35 & x[5]));
  assign n70 = ~(n69 ^ w[1]);
  assign n71 = ~((w[0] & x[7]) | (n35 & x[6]));
  assign n72 = ~(n71 ^ w[1]);
  assign n73 = ~((w[0] & x[8]) | (n35 & x[7]));
  assign n74 = ~(n73 ^ w[1]);
  assign n75 = ~((w[0] & x[9]) | (n35 & x[8]));
  assign n76 = ~(n75 ^ w[1]);
  assign n77 = ~((w[0] & x[10]) | (n35 & x[9]));
  assign n78 = ~(n77 ^ w[1]);
  assign n79 = ~((w[0] & x[11]) | (n35 & x[10]));
  assign n80 = ~(n79 ^ w[1]);
  assign n81 = ~((w[0] & x[12]) | (n35 & x[11]));
  assign n82 = ~(n81 ^ w[1]);
  assign n83 = ~((w[0] & x[13]) | (n35 & x[12]));
  assign n84 = ~(n83 ^ w[1]);
  assign n85 = ~((w[0] & x[14]) | (n35 & x[13]));
  assign n86 = ~(n85 ^ w[1]);
  assign n87 = ~((w[0] & x[15]) | (n35 & x[14]));
  assign n88 = ~(n87 ^ w[1]);
  assign n89 = ~((w[0] & x[15]) | (n35 & x[15]));
  assign n90 = ~(n89 ^ w[1]);
  assign n91 = ~n90;
  assign n92 = ~(n36 & x[0]);
  assign n93 = ~(n92 ^ w[3]);
  assign n94 = ~((n36 & x[1]) | (n38 & x[0]));
  assign n95 = ~(n94 ^ w[3]);
  assign n96 = ~((n36 & x[2]) | (n38 & x[1]));
  assign n97 = ~(n96 ^ w[3]);
  assign n98 = ~((n36 & x[3]) | (n38 & x[2]));
  assign n99 = ~(n98 ^ w[3]);
  assign n100 = ~((n36 & x[4]) | (n38 & x[3]));
  assign n101 = ~(n100 ^ w[3]);
  assign n102 = ~((n36 & x[5]) | (n38 & x[4]));
  assign n103 = ~(n102 ^ w[3]);
  assign n104 = ~((n36 & x[6]) | (n38 & x[5]));
  assign n105 = ~(n104 ^ w[3]);
  assign n106 = ~((n36 & x[7]) | (n38 & x[6]));
  assign n107 = ~(n106 ^ w[3]);
  assign n108 = ~((n36 & x[8]) | (n38 & x[7]));
  assign n109 = ~(n108 ^ w[3]);
  assign n110 = ~((n36 & x[9]) | (n38 & x[8]));
  assign n111 = ~(n110 ^ w[3]);
  assign n112 = ~((n36 & x[10]) | (n38 & x[9]));
  assign n113 = ~(n112 ^ w[3]);
  assign n114 = ~((n36 & x[11]) | (n38 & x[10]));
  assign n115 = ~(n114 ^ w[3]);
  assign n116 = ~((n36 & x[12]) | (n38 & x[11]));
  assign n117 = ~(n116 ^ w[3]);
  assign n118 = ~((n36 & x[13]) | (n38 & x[12]));
  assign n119 = ~(n118 ^ w[3]);
  assign n120 = ~((n36 & x[14]) | (n38 & x[13]));
  assign n121 = ~(n120 ^ w[3]);
  assign n122 = ~((n36 & x[15]) | (n38 & x[14]));
  assign n123 = ~(n122 ^ w[3]);
  assign n124 = ~((n36 & x[15]) | (n38 & x[15]));
  assign n125 = n124 ^ w[3];
  assign n126 = ~(n39 & x[0]);
  assign n127 = ~(n126 ^ w[5]);
  assign n128 = ~((n39 & x[1]) | (n41 & x[0]));
  assign n129 = ~(n128 ^ w[5]);
  assign n130 = ~((n39 & x[2]) | (n41 & x[1]));
  assign n131 = ~(n130 ^ w[5]);
  assign n132 = ~((n39 & x[3]) | (n41 & x[2]));
  assign n133 = ~(n132 ^ w[5]);
  assign n134 = ~((n39 & x[4]) | (n41 & x[3]));
  assign n135 = ~(n134 ^ w[5]);
  assign n136 = ~((n39 & x[5]) | (n41 & x[4]));
  assign n137 = ~(n136 ^ w[5]);
  assign n138 = ~((n39 & x[6]) | (n41 & x[5]));
  assign n139 = ~(n138 ^ w[5]);
  assign n140 = ~((n39 & x[7]) | (n41 & x[6]));
  assign n141 = ~(n140 ^ w[5]);
  assign n142 = ~((n39 & x[8]) | (n41 & x[7]));
  assign n143 = ~(n142 ^ w[5]);
  assign n144 = ~((n39 & x[9]) | (n41 & x[8]));
  assign n145 = ~(n144 ^ w[5]);
  assign n146 = ~((n39 & x[10]) | (n41 & x[9]));
  assign n147 = ~(n146 ^ w[5]);
  assign n148 = ~((n39 & x[11]) | (n41 & x[10]));
  assign n149 = ~(n148 ^ w[5]);
  assign n150 = ~((n39 & x[12]) | (n41 & x[11]));
  assign n151 = ~(n150 ^ w[5]);
  assign n152 = ~((n39 & x[13]) | (n41 & x[12]));
  assign n153 = ~(n152 ^ w[5]);
  assign n154 = ~((n39 & x[14]) | (n41 & x[13]));
  assign n155 = ~(n154 ^ w[5]);
  assign n156 = ~((n39 & x[15]) | (n41 & x[14]));
  assign n157 = ~(n156 ^ w[5]);
  assign n158 = ~((n39 & x[15]) | (n41 & x[15]));
  assign n159 = n158 ^ w[5];
  assign n160 = ~(n42 & x[0]);
  assign n161 = ~(n160 ^ w[7]);
  assign n162 = ~((n42 & x[1]) | (n44 & x[0]));
  assign n163 = ~(n162 ^ w[7]);
  assign n164 = ~((n42 & x[2]) | (n44 & x[1]));
  assign n165 = ~(n164 ^ w[7]);
  assign n166 = ~((n42 & x[3]) | (n44 & x[2]));
  assign n167 = ~(n166 ^ w[7]);
  assign n168 = ~((n42 & x[4]) | (n44 & x[3]));
  assign n169 = ~(n168 ^ w[7]);
  assign n170 = ~((n42 & x[5]) | (n44 & x[4]));
  assign n171 = ~(n170 ^ w[7]);
  assign n172 = ~((n42 & x[6]) | (n44 & x[5]));
  assign n173 = ~(n172 ^ w[7]);
  assign n174 = ~((n42 & x[7]) | (n44 & x[6]));
  assign n175 = ~(n174 ^ w[7]);
  assign n176 = ~((n42 & x[8]) | (n44 & x[7]));
  assign n177 = ~(n176 ^ w[7]);
  assign n178 = ~((n42 & x[9]) | (n44 & x[8]));
  assign n179 = ~(n178 ^ w[7]);
  assign n180 = ~((n42 & x[10]) | (n44 & x[9]));
  assign n181 = ~(n180 ^ w[7]);
  assign n182 = ~((n42 & x[11]) | (n44 & x[10]));
  assign n183 = ~(n182 ^ w[7]);
  assign n184 = ~((n42 & x[12]) | (n44 & x[11]));
  assign n185 = ~(n184 ^ w[7]);
  assign n186 = ~((n42 & x[13]) | (n44 & x[12]));
  assign n187 = ~(n186 ^ w[7]);
  assign n188 = ~((n42 & x[14]) | (n44 & x[13]));
  assign n189 = ~(n188 ^ w[7]);
  assign n190 = ~((n42 & x[15]) | (n44 & x[14]));
  assign n191 = ~(n190 ^ w[7]);
  assign n192 = ~((n42 & x[15]) | (n44 & x[15]));
  assign n193 = n192 ^ w[7];
  assign n194 = ~(n45 & x[0]);
  assign n195 = ~(n194 ^ w[9]);
  assign n196 = ~((n45 & x[1]) | (n47 & x[0]));
  assign n197 = ~(n196 ^ w[9]);
  assign n198 = ~((n45 & x[2]) | (n47 & x[1]));
  assign n199 = ~(n198 ^ w[9]);
  assign n200 = ~((n45 & x[3]) | (n47 & x[2]));
  assign n201 = ~(n200 ^ w[9]);
  assign n202 = ~((n45 & x[4]) | (n47 & x[3]));
  assign n203 = ~(n202 ^ w[9]);
  assign n204 = ~((n45 & x[5]) | (n47 & x[4]));
  assign n205 = ~(n204 ^ w[9]);
  assign n206 = ~((n45 & x[6]) | (n47 & x[5]));
  assign n207 = ~(n206 ^ w[9]);
  assign n208 = ~((n45 & x[7]) | (n47 & x[6]));
  assign n209 = ~(n208 ^ w[9]);
  assign n210 = ~((n45 & x[8]) | (n47 & x[7]));
  assign n211 = ~(n210 ^ w[9]);
  assign n212 = ~((n45 & x[9]) | (n47 & x[8]));
  assign n213 = ~(n212 ^ w[9]);
  assign n214 = ~((n45 & x[10]) | (n47 & x[9]));
  assign n215 = ~(n214 ^ w[9]);
  assign n216 = ~((n45 & x[11]) | (n47 & x[10]));
  assign n217 = ~(n216 ^ w[9]);
  assign n218 = ~((n45 & x[12]) | (n47 & x[11]));
  assign n219 = ~(n218 ^ w[9]);
  assign n220 = ~((n45 & x[13]) | (n47 & x[12]));
  assign n221 = ~(n220 ^ w[9]);
  assign n222 = ~((n45 & x[14]) | (n47 & x[13]));
  assign n223 = ~(n222 ^ w[9]);
  assign n224 = ~((n45 & x[15]) | (n47 & x[14]));
  assign n225 = ~(n224 ^ w[9]);
  assign n226 = ~((n45 & x[15]) | (n47 & x[15]));
  assign n227 = n226 ^ w[9];
  assign n228 = ~(n48 & x[0]);
  assign n229 = ~(n228 ^ w[11]);
  assign n230 = ~((n48 & x[1]) | (n50 & x[0]));
  assign n231 = ~(n230 ^ w[11]);
  assign n232 = ~((n48 & x[2]) | (n50 & x[1]));
  assign n233 = ~(n232 ^ w[11]);
  assign n234 = ~((n48 & x[3]) | (n50 & x[2]));
  assign n235 = ~(n234 ^ w[11]);
  assign n236 = ~((n48 & x[4]) | (n50 & x[3]));
  assign n237 = ~(n236 ^ w[11]);
  assign n238 = ~((n48 & x[5]) | (n50 & x[4]));
  assign n239 = ~(n238 ^ w[11]);
  assign n240 = ~((n48 & x[6]) | (n50 & x[5]));
  assign n241 = ~(n240 ^ w[11]);
  assign n242 = ~((n48 & x[7]) | (n50 & x[6]));
  assign n243 = ~(n242 ^ w[11]);
  assign n244 = ~((n48 & x[8]) | (n50 & x[7]));
  assign n245 = ~(n244 ^ w[11]);
  assign n246 = ~((n48 & x[9]) | (n50 & x[8]));
  assign n247 = ~(n246 ^ w[11]);
  assign n248 = ~((n48 & x[10]) | (n50 & x[9]));
  assign n249 = ~(n248 ^ w[11]);
  assign n250 = ~((n48 & x[11]) | (n50 & x[10]));
  assign n251 = ~(n250 ^ w[11]);
  assign n252 = ~((n48 & x[12]) | (n50 & x[11]));
  assign n253 = ~(n252 ^ w[11]);
  assign n254 = ~((n48 & x[13]) | (n50 & x[12]));
  assign n255 = ~(n254 ^ w[11]);
  assign n256 = ~((n48 & x[14]) | (n50 & x[13]));
  assign n257 = ~(n256 ^ w[11]);
  assign n258 = ~((n48 & x[15]) | (n50 & x[14]));
  assign n259 = ~(n258 ^ w[11]);
  assign n260 = ~((n48 & x[15]) | (n50 & x[15]));
  assign n261 = n260 ^ w[11];
  assign n262 = ~(n51 & x[0]);
  assign n263 = ~(n262 ^ w[13]);
  assign n264 = ~((n51 & x[1]) | (n53 & x[0]));
  assign n265 = ~(n264 ^ w[13]);
  assign n266 = ~((n51 & x[2]) | (n53 & x[1]));
  assign n267 = ~(n266 ^ w[13]);
  assign n268 = ~((n51 & x[3]) | (n53 & x[2]));
  assign n269 = ~(n268 ^ w[13]);
  assign n270 = ~((n51 & x[4]) | (n53 & x[3]));
  assign n271 = ~(n270 ^ w[13]);
  assign n272 = ~((n51 & x[5]) | (n53 & x[4]));
  assign n273 = ~(n272 ^ w[13]);
  assign n274 = ~((n51 & x[6]) | (n53 & x[5]));
  assign n275 = ~(n274 ^ w[13]);
  assign n276 = ~((n51 & x[7]) | (n53 & x[6]));
  assign n277 = ~(n276 ^ w[13]);
  assign n278 = ~((n51 & x[8]) | (n53 & x[7]));
  assign n279 = ~(n278 ^ w[13]);
  assign n280 = ~((n51 & x[9]) | (n53 & x[8]));
  assign n281 = ~(n280 ^ w[13]);
  assign n282 = ~((n51 & x[10]) | (n53 & x[9]));
  assign n283 = ~(n282 ^ w[13]);
  assign n284 = ~((n51 & x[11]) | (n53 & x[10]));
  assign n285 = ~(n284 ^ w[13]);
  assign n286 = ~((n51 & x[12]) | (n53 & x[11]));
  assign n287 = ~(n286 ^ w[13]);
  assign n288 = ~((n51 & x[13]) | (n53 & x[12]));
  assign n289 = ~(n288 ^ w[13]);
  assign n290 = ~((n51 & x[14]) | (n53 & x[13]));
  assign n291 = ~(n290 ^ w[13]);
  assign n292 = ~((n51 & x[15]) | (n53 & x[14]));
  assign n293 = ~(n292 ^ w[13]);
  assign n294 = ~((n51 & x[15]) | (n53 & x[15]));
  assign n295 = n294 ^ w[13];
  assign n296 = ~(n54 & x[0]);
  assign n297 = ~(n296 ^ w[15]);
  assign n298 = ~((n54 & x[1]) | (n56 & x[0]));
  assign n299 = ~(n298 ^ w[15]);
  assign n300 = ~((n54 & x[2]) | (n56 & x[1]));
  assign n301 = ~(n300 ^ w[15]);
  assign n302 = ~((n54 & x[3]) | (n56 & x[2]));
  assign n303 = ~(n302 ^ w[15]);
  assign n304 = ~((n54 & x[4]) | (n56 & x[3]));
  assign n305 = ~(n304 ^ w[15]);
  assign n306 = ~((n54 & x[5]) | (n56 & x[4]));
  assign n307 = ~(n306 ^ w[15]);
  assign n308 = ~((n54 & x[6]) | (n56 & x[5]));
  assign n309 = ~(n308 ^ w[15]);
  assign n310 = ~((n54 & x[7]) | (n56 & x[6]));
  assign n311 = ~(n310 ^ w[15]);
  assign n312 = ~((n54 & x[8]) | (n56 & x[7]));
  assign n313 = ~(n312 ^ w[15]);
  assign n314 = ~((n54 & x[9]) | (n56 & x[8]));
  assign n315 = ~(n314 ^ w[15]);
  assign n316 = ~((n54 & x[10]) | (n56 & x[9]));
  assign n317 = ~(n316 ^ w[15]);
  assign n318 = ~((n54 & x[11]) | (n56 & x[10]));
  assign n319 = ~(n318 ^ w[15]);
  assign n320 = ~((n54 & x[12]) | (n56 & x[11]));
  assign n321 = ~(n320 ^ w[15]);
  assign n322 = ~((n54 & x[13]) | (n56 & x[12]));
  assign n323 = ~(n322 ^ w[15]);
  assign n324 = ~((n54 & x[14]) | (n56 & x[13]));
  assign n325 = ~(n324 ^ w[15]);
  assign n326 = ~((n54 & x[15]) | (n56 & x[14]));
  assign n327 = ~(n326 ^ w[15]);
  assign n328 = ~((n54 & x[15]) | (n56 & x[15]));
  assign n329 = n328 ^ w[15];

  // reduction stage 1
  wire n330, n331, n332, n333, n334, n335, n336, n337, n338, n339, n340, n341, n342, n343, n344,
    n345, n346, n347, n348, n349, n350, n351, n352, n353, n354, n355, n356, n357, n358, n359,
    n360, n361, n362, n363, n364, n365, n366, n367, n368, n369, n370, n371, n372, n373, n374,
    n375, n376, n377, n378, n379, n380, n381, n382, n383, n384, n385, n386, n387, n388, n389,
    n390, n391, n392, n393, n394, n395, n396, n397, n398, n399, n400, n401, n402, n403, n404,
    n405, n406, n407, n408, n409, n410, n411, n412, n413, n414, n415, n416, n417;
  half_adder ha296 (.a(n58), .b(w[1]), .sum(n330), .carry(n331));
  full_adder fa297 (.a(n62), .b(n93), .c(w[3]), .sum(n332), .carry(n333));
  full_adder fa298 (.a(n66), .b(n97), .c(n127), .sum(n334), .carry(n335));
  full_adder fa299 (.a(n68), .b(n99), .c(n129), .sum(n336), .carry(n337));
  full_adder fa300 (.a(n70), .b(n101), .c(n131), .sum(n338), .carry(n339));
  full_adder fa301 (.a(n72), .b(n103), .c(n133), .sum(n340), .carry(n341));
  full_adder fa302 (.a(n74), .b(n105), .c(n135), .sum(n342), .carry(n343));
  full_adder fa303 (.a(n165), .b(n195), .c(w[9]), .sum(n344), .carry(n345));
  full_adder fa304 (.a(n76), .b(n107), .c(n137), .sum(n346), .carry(n347));
  full_adder fa305 (.a(n78), .b(n109), .c(n139), .sum(n348), .carry(n349));
  full_adder fa306 (.a(n169), .b(n199), .c(n229), .sum(n350), .carry(n351));
  full_adder fa307 (.a(n80), .b(n111), .c(n141), .sum(n352), .carry(n353));
  full_adder fa308 (.a(n171), .b(n201), .c(n231), .sum(n354), .carry(n355));
  full_adder fa309 (.a(n82), .b(n113), .c(n143), .sum(n356), .carry(n357));
  full_adder fa310 (.a(n173), .b(n203), .c(n233), .sum(n358), .carry(n359));
  full_adder fa311 (.a(n84), .b(n115), .c(n145), .sum(n360), .carry(n361));
  full_adder fa312 (.a(n175), .b(n205), .c(n235), .sum(n362), .carry(n363));
  full_adder fa313 (.a(n86), .b(n117), .c(n147), .sum(n364), .carry(n365));
  full_adder fa314 (.a(n177), .b(n207), .c(n237), .sum(n366), .carry(n367));
  full_adder fa315 (.a(n267), .b(n297), .c(w[15]), .sum(n368), .carry(n369));
  full_adder fa316 (.a(n88), .b(n119), .c(n149), .sum(n370), .carry(n371));
  full_adder fa317 (.a(n179), .b(n209), .c(n239), .sum(n372), .carry(n373));
  half_adder ha318 (.a(n269), .b(n299), .sum(n374), .carry(n375));
  full_adder fa319 (.a(n90), .b(n121), .c(n151), .sum(n376), .carry(n377));
  full_adder fa320 (.a(n181), .b(n211), .c(n241), .sum(n378), .carry(n379));
  half_adder ha321 (.a(n271), .b(n301), .sum(n380), .carry(n381));
  full_adder fa322 (.a(n90), .b(n123), .c(n153), .sum(n382), .carry(n383));
  full_adder fa323 (.a(n183), .b(n213), .c(n243), .sum(n384), .carry(n385));
  half_adder ha324 (.a(n273), .b(n303), .sum(n386), .carry(n387));
  full_adder fa325 (.a(n91), .b(n125), .c(n155), .sum(n388), .carry(n389));
  full_adder fa326 (.a(n185), .b(n215), .c(n245), .sum(n390), .carry(n391));
  half_adder ha327 (.a(n275), .b(n305), .sum(n392), .carry(n393));
  assign n394 = ~(n157 ^ n187);
  assign n395 = n157 | n187;
  full_adder fa330 (.a(n217), .b(n247), .c(n277), .sum(n396), .carry(n397));
  full_adder fa331 (.a(n159), .b(n189), .c(n219), .sum(n398), .carry(n399));
  full_adder fa332 (.a(n249), .b(n279), .c(n309), .sum(n400), .carry(n401));
  assign n402 = ~(n191 ^ n221);
  assign n403 = n191 | n221;
  full_adder fa335 (.a(n251), .b(n281), .c(n311), .sum(n404), .carry(n405));
  full_adder fa336 (.a(n193), .b(n223), .c(n253), .sum(n406), .carry(n407));
  assign n408 = ~(n225 ^ n255);
  assign n409 = n225 | n255;
  full_adder fa339 (.a(n227), .b(n257), .c(n287), .sum(n410), .carry(n411));
  assign n412 = ~(n259 ^ n289);
  assign n413 = n259 | n289;
  full_adder fa342 (.a(n261), .b(n291), .c(n321), .sum(n414), .carry(n415));
  assign n416 = ~(n293 ^ n323);
  assign n417 = n293 | n323;

  // reduction stage 2
  wire n418, n419, n420, n421, n422, n423, n424, n425, n426, n427, n428, n429, n430, n431, n432,
    n433, n434, n435, n436, n437, n438, n439, n440, n441, n442, n443, n444, n445, n446, n447,
    n448, n449, n450, n451, n452, n453, n454, n455, n456, n457, n458, n459, n460, n461, n462,
    n463, n464, n465, n466, n467, n468, n469, n470, n471, n472, n473, n474, n475, n476, n477,
    n478, n479;
  half_adder ha345 (.a(n331), .b(n60), .sum(n418), .carry(n419));
  full_adder fa346 (.a(n333), .b(n64), .c(n95), .sum(n420), .carry(n421));
  full_adder fa347 (.a(n337), .b(n338), .c(n161), .sum(n422), .carry(n423));
  full_adder fa348 (.a(n339), .b(n340), .c(n163), .sum(n424), .carry(n425));
  full_adder fa349 (.a(n341), .b(n342), .c(n344), .sum(n426), .carry(n427));
  full_adder fa350 (.a(n343), .b(n345), .c(n346), .sum(n428), .carry(n429));
  full_adder fa351 (.a(n347), .b(n348), .c(n350), .sum(n430), .carry(n431));
  full_adder fa352 (.a(n349), .b(n351), .c(n352), .sum(n432), .carry(n433));
  full_adder fa353 (.a(n353), .b(n355), .c(n356), .sum(n434), .carry(n435));
  full_adder fa354 (.a(n358), .b(n263), .c(w[13]), .sum(n436), .carry(n437));
  full_adder fa355 (.a(n357), .b(n359), .c(n360), .sum(n438), .carry(n439));
  half_adder ha356 (.a(n362), .b(n265), .sum(n440), .carry(n441));
  full_adder fa357 (.a(n361), .b(n363), .c(n364), .sum(n442), .carry(n443));
  half_adder ha358 (.a(n366), .b(n368), .sum(n444), .carry(n445));
  full_adder fa359 (.a(n365), .b(n367), .c(n369), .sum(n446), .carry(n447));
  full_adder fa360 (.a(n370), .b(n372), .c(n374), .sum(n448), .carry(n449));
  full_adder fa361 (.a(n371), .b(n373), .c(n375), .sum(n450), .carry(n451));
  full_adder fa362 (.a(n376), .b(n378), .c(n380), .sum(n452), .carry(n453));
  full_adder fa363 (.a(n377), .b(n379), .c(n381), .sum(n454), .carry(n455));
  full_adder fa364 (.a(n382), .b(n384), .c(n386), .sum(n456), .carry(n457));
  full_adder fa365 (.a(n383), .b(n385), .c(n387), .sum(n458), .carry(n459));
  full_adder fa366 (.a(n388), .b(n390), .c(n392), .sum(n460), .carry(n461));
  full_adder fa367 (.a(n389), .b(n391), .c(n393), .sum(n462), .carry(n463));
  full_adder fa368 (.a(n394), .b(n396), .c(n307), .sum(n464), .carry(n465));
  full_adder fa369 (.a(n395), .b(n397), .c(n398), .sum(n466), .carry(n467));
  full_adder fa370 (.a(n399), .b(n401), .c(n402), .sum(n468), .carry(n469));
  full_adder fa371 (.a(n403), .b(n405), .c(n406), .sum(n470), .carry(n471));
  full_adder fa372 (.a(n407), .b(n408), .c(n285), .sum(n472), .carry(n473));
  full_adder fa373 (.a(n409), .b(n410), .c(n317), .sum(n474), .carry(n475));
  full_adder fa374 (.a(n411), .b(n412), .c(n319), .sum(n476), .carry(n477));
  full_adder fa375 (.a(n417), .b(n295), .c(n325), .sum(n478), .carry(n479));

  // reduction stage 3
  wire n480, n481, n482, n483, n484, n485, n486, n487, n488, n489, n490, n491, n492, n493, n494,
    n495, n496, n497, n498, n499, n500, n501, n502, n503, n504, n505, n506, n507, n508, n509,
    n510, n511, n512, n513, n514, n515, n516, n517;
  half_adder ha376 (.a(n419), .b(n332), .sum(n480), .carry(n481));
  full_adder fa377 (.a(n421), .b(n334), .c(w[5]), .sum(n482), .carry(n483));
  full_adder fa378 (.a(n427), .b(n428), .c(n167), .sum(n484), .carry(n485));
  full_adder fa379 (.a(n429), .b(n430), .c(w[11]), .sum(n486), .carry(n487));
  full_adder fa380 (.a(n431), .b(n432), .c(n354), .sum(n488), .carry(n489));
  full_adder fa381 (.a(n433), .b(n434), .c(n436), .sum(n490), .carry(n491));
  full_adder fa382 (.a(n435), .b(n437), .c(n438), .sum(n492), .carry(n493));
  full_adder fa383 (.a(n439), .b(n441), .c(n442), .sum(n494), .carry(n495));
  full_adder fa384 (.a(n443), .b(n445), .c(n446), .sum(n496), .carry(n497));
  full_adder fa385 (.a(n447), .b(n449), .c(n450), .sum(n498), .carry(n499));
  full_adder fa386 (.a(n451), .b(n453), .c(n454), .sum(n500), .carry(n501));
  full_adder fa387 (.a(n455), .b(n457), .c(n458), .sum(n502), .carry(n503));
  full_adder fa388 (.a(n459), .b(n461), .c(n462), .sum(n504), .carry(n505));
  full_adder fa389 (.a(n463), .b(n465), .c(n466), .sum(n506), .carry(n507));
  full_adder fa390 (.a(n467), .b(n468), .c(n404), .sum(n508), .carry(n509));
  full_adder fa391 (.a(n469), .b(n470), .c(n283), .sum(n510), .carry(n511));
  full_adder fa392 (.a(n471), .b(n472), .c(n315), .sum(n512), .carry(n513));
  full_adder fa393 (.a(n477), .b(n413), .c(n414), .sum(n514), .carry(n515));
  assign n516 = ~(n479 ^ n327);
  assign n517 = n479 | n327;

  // reduction stage 4
  wire n518, n519, n520, n521, n522, n523, n524, n525, n526, n527, n528, n529, n530, n531, n532,
    n533, n534, n535, n536, n537, n538, n539, n540, n541, n542, n543, n544, n545, n546, n547,
    n548, n549, n550, n551, n552, n553, n554, n555, n556, n557, n558, n559, n560, n561, n562,
    n563;
  half_adder ha396 (.a(n481), .b(n420), .sum(n518), .carry(n519));
  full_adder fa397 (.a(n483), .b(n335), .c(n336), .sum(n520), .carry(n521));
  half_adder ha398 (.a(n422), .b(w[7]), .sum(n522), .carry(n523));
  half_adder ha399 (.a(n423), .b(n424), .sum(n524), .carry(n525));
  half_adder ha400 (.a(n425), .b(n426), .sum(n526), .carry(n527));
  half_adder ha401 (.a(n484), .b(n197), .sum(n528), .carry(n529));
  half_adder ha402 (.a(n485), .b(n486), .sum(n530), .carry(n531));
  half_adder ha403 (.a(n487), .b(n488), .sum(n532), .carry(n533));
  half_adder ha404 (.a(n489), .b(n490), .sum(n534), .carry(n535));
  full_adder fa405 (.a(n491), .b(n492), .c(n440), .sum(n536), .carry(n537));
  full_adder fa406 (.a(n493), .b(n494), .c(n444), .sum(n538), .carry(n539));
  full_adder fa407 (.a(n495), .b(n496), .c(n448), .sum(n540), .carry(n541));
  full_adder fa408 (.a(n497), .b(n498), .c(n452), .sum(n542), .carry(n543));
  full_adder fa409 (.a(n499), .b(n500), .c(n456), .sum(n544), .carry(n545));
  full_adder fa410 (.a(n501), .b(n502), .c(n460), .sum(n546), .carry(n547));
  full_adder fa411 (.a(n503), .b(n504), .c(n464), .sum(n548), .carry(n549));
  full_adder fa412 (.a(n505), .b(n506), .c(n400), .sum(n550), .carry(n551));
  half_adder ha413 (.a(n507), .b(n508), .sum(n552), .carry(n553));
  full_adder fa414 (.a(n509), .b(n510), .c(n313), .sum(n554), .carry(n555));
  half_adder ha415 (.a(n511), .b(n512), .sum(n556), .carry(n557));
  full_adder fa416 (.a(n513), .b(n473), .c(n474), .sum(n558), .carry(n559));
  half_adder ha417 (.a(n475), .b(n476), .sum(n560), .carry(n561));
  full_adder fa418 (.a(n515), .b(n415), .c(n416), .sum(n562), .carry(n563));

  // carry-propagate adder
  wire n564, n565, n566, n567, n568, n569, n570, n571, n572, n573, n574, n575, n576, n577, n578,
    n579, n580, n581, n582, n583, n584, n585, n586, n587, n588, n589, n590, n591, n592, n593,
    n594, n595, n596, n597, n598, n599, n600, n601, n602, n603, n604, n605, n606, n607, n608,
    n609, n610, n611, n612, n613, n614, n615, n616, n617, n618, n619, n620, n621, n622, n623,
    n624, n625, n626, n627, n628, n629, n630, n631, n632, n633, n634, n635, n636, n637, n638,
    n639, n640, n641, n642, n643, n644, n645, n646, n647, n648, n649, n650, n651, n652, n653,
    n654, n655, n656, n657, n658, n659, n660, n661, n662, n663, n664, n665, n666, n667, n668,
    n669, n670, n671, n672, n673, n674, n675, n676, n677, n678, n679, n680, n681, n682, n683,
    n684, n685, n686, n687, n688, n689, n690, n691, n692, n693, n694, n695, n696, n697, n698,
    n699, n700, n701, n702, n703, n704, n705, n706, n707, n708, n709, n710, n711, n712, n713,
    n714, n715, n716, n717, n718, n719, n720, n721, n722, n723, n724, n725, n726, n727, n728,
    n729, n730, n731, n732, n733, n734, n735, n736, n737, n738, n739, n740, n741, n742, n743,
    n744, n745, n746, n747, n748, n749, n750, n751, n752, n753, n754, n755, n756, n757, n758,
    n759, n760, n761, n762, n763, n764, n765, n766, n767, n768, n769, n770, n771, n772, n773,
    n774, n775, n776, n777, n778, n779, n780, n781, n782, n783, n784, n785, n786, n787, n788,
    n789, n790, n791, n792, n793, n794, n795, n796, n797, n798, n799, n800, n801, n802, n803,
    n804, n805, n806, n807, n808, n809, n810, n811, n812, n813, n814, n815, n816, n817, n818,
    n819, n820, n821, n822, n823, n824, n825, n826, n827, n828, n829, n830, n831, n832, n833,
    n834, n835, n836, n837, n838, n839, n840, n841, n842, n843, n844, n845, n846, n847, n848,
    n849, n850, n851, n852, n853, n854;
  assign n564 = n519 ^ n482;
  assign n565 = n521 ^ n522;
  assign n566 = n523 ^ n524;
  assign n567 = n525 ^ n526;
  assign n568 = n527 ^ n528;
  assign n569 = n529 ^ n530;
  assign n570 = n531 ^ n532;
  assign n571 = n533 ^ n534;
  assign n572 = n535 ^ n536;
  assign n573 = n537 ^ n538;
  assign n574 = n539 ^ n540;
  assign n575 = n541 ^ n542;
  assign n576 = n543 ^ n544;
  assign n577 = n545 ^ n546;
  assign n578 = n547 ^ n548;
  assign n579 = n549 ^ n550;
  assign n580 = n551 ^ n552;
  assign n581 = n553 ^ n554;
  assign n582 = n555 ^ n556;
  assign n583 = n557 ^ n558;
  assign n584 = n559 ^ n560;
  assign n585 = n561 ^ n514;
  assign n586 = n563 ^ n478;
  assign n587 = n517 ^ n329;
  assign n588 = ~(n519 & n482);
  assign n589 = ~(n520 ^ n588);
  assign n590 = ~n520;
  assign n591 = ~(n590 | n588);
  assign n592 = n565 ^ n591;
  assign n593 = ~n588;
  assign n594 = ~(n521 | n522);
  assign n595 = ~(n594 | n590);
  assign n596 = ~(n521 & n522);
  assign n597 = ~n596;
  assign n598 = ~((n595 & n593) | n597);
  assign n599 = ~(n566 ^ n598);
  assign n600 = ~(n523 | n524);
  assign n601 = ~(n600 | n594);
  assign n602 = ~(n523 & n524);
  assign n603 = ~((n600 | n596) & n602);
  assign n604 = ~((n601 & n591) | n603);
  assign n605 = ~(n567 ^ n604);
  assign n606 = ~(n525 | n526);
  assign n607 = ~(n606 | n600);
  assign n608 = ~(n607 & n595);
  assign n609 = ~(n525 & n526);
  assign n610 = ~((n606 | n602) & n609);
  assign n611 = ~((n607 & n597) | n610);
  assign n612 = ~((n608 | n588) & n611);
  assign n613 = n568 ^ n612;
  assign n614 = ~n591;
  assign n615 = ~(n527 | n528);
  assign n616 = ~(n615 | n606);
  assign n617 = ~(n616 & n601);
  assign n618 = ~(n527 & n528);
  assign n619 = ~((n615 | n609) & n618);
  assign n620 = ~((n616 & n603) | n619);
  assign n621 = ~((n617 | n614) & n620);
  assign n622 = n569 ^ n621;
  assign n623 = ~(n529 | n530);
  assign n624 = ~(n623 | n615);
  assign n625 = ~(n624 & n607);
  assign n626 = ~(n529 & n530);
  assign n627 = ~((n623 | n618) & n626);
  assign n628 = ~((n624 & n610) | n627);
  assign n629 = ~((n625 | n598) & n628);
  assign n630 = n570 ^ n629;
  assign n631 = ~(n531 | n532);
  assign n632 = ~(n631 | n623);
  assign n633 = ~(n632 & n616);
  assign n634 = ~(n531 & n532);
  assign n635 = ~((n631 | n626) & n634);
  assign n636 = ~((n632 & n619) | n635);
  assign n637 = ~((n633 | n604) & n636);
  assign n638 = n571 ^ n637;
  assign n639 = ~(n533 | n534);
  assign n640 = ~(n639 | n631);
  assign n641 = ~(n640 & n624);
  assign n642 = ~(n641 | n608);
  assign n643 = ~(n533 & n534);
  assign n644 = ~((n639 | n634) & n643);
  assign n645 = ~((n640 & n627) | n644);
  assign n646 = ~((n641 | n611) & n645);
  assign n647 = ~((n642 & n593) | n646);
  assign n648 = ~(n572 ^ n647);
  assign n649 = ~(n535 | n536);
  assign n650 = ~(n649 | n639);
  assign n651 = ~(n650 & n632);
  assign n652 = ~(n651 | n617);
  assign n653 = ~(n535 & n536);
  assign n654 = ~((n649 | n643) & n653);
  assign n655 = ~((n650 & n635) | n654);
  assign n656 = ~((n651 | n620) & n655);
  assign n657 = ~((n652 & n591) | n656);
  assign n658 = ~(n573 ^ n657);
  assign n659 = ~n598;
  assign n660 = ~(n537 | n538);
  assign n661 = ~(n660 | n649);
  assign n662 = ~(n661 & n640);
  assign n663 = ~(n662 | n625);
  assign n664 = ~(n537 & n538);
  assign n665 = ~((n660 | n653) & n664);
  assign n666 = ~((n661 & n644) | n665);
  assign n667 = ~((n662 | n628) & n666);
  assign n668 = ~((n663 & n659) | n667);
  assign n669 = ~(n574 ^ n668);
  assign n670 = ~n604;
  assign n671 = ~(n539 | n540);
  assign n672 = ~(n671 | n660);
  assign n673 = ~(n672 & n650);
  assign n674 = ~(n673 | n633);
  assign n675 = ~(n539 & n540);
  assign n676 = ~((n671 | n664) & n675);
  assign n677 = ~((n672 & n654) | n676);
  assign n678 = ~((n673 | n636) & n677);
  assign n679 = ~((n674 & n670) | n678);
  assign n680 = ~(n575 ^ n679);
  assign n681 = ~(n541 | n542);
  assign n682 = ~(n681 | n671);
  assign n683 = ~(n682 & n661);
  assign n684 = ~(n683 | n641);
  assign n685 = ~(n541 & n542);
  assign n686 = ~((n681 | n675) & n685);
  assign n687 = ~((n682 & n665) | n686);
  assign n688 = ~((n683 | n645) & n687);
  assign n689 = ~((n684 & n612) | n688);
  assign n690 = ~(n576 ^ n689);
  assign n691 = ~(n543 | n544);
  assign n692 = ~(n691 | n681);
  assign n693 = ~(n692 & n672);
  assign n694 = ~(n693 | n651);
  assign n695 = ~(n543 & n544);
  assign n696 = ~((n691 | n685) & n695);
  assign n697 = ~((n692 & n676) | n696);
  assign n698 = ~((n693 | n655) & n697);
  assign n699 = ~((n694 & n621) | n698);
  assign n700 = ~(n577 ^ n699);
  assign n701 = ~(n545 | n546);
  assign n702 = ~(n701 | n691);
  assign n703 = ~(n702 & n682);
  assign n704 = ~(n703 | n662);
  assign n705 = ~(n545 & n546);
  assign n706 = ~((n701 | n695) & n705);
  assign n707 = ~((n702 & n686) | n706);
  assign n708 = ~((n703 | n666) & n707);
  assign n709 = ~((n704 & n629) | n708);
  assign n710 = ~(n578 ^ n709);
  assign n711 = ~(n547 | n548);
  assign n712 = ~(n711 | n701);
  assign n713 = ~(n712 & n692);
  assign n714 = ~(n713 | n673);
  assign n715 = ~(n547 & n548);
  assign n716 = ~((n711 | n705) & n715);
  assign n717 = ~((n712 & n696) | n716);
  assign n718 = ~((n713 | n677) & n717);
  assign n719 = ~((n714 & n637) | n718);
  assign n720 = ~(n579 ^ n719);
  assign n721 = ~(n549 | n550);
  assign n722 = ~(n721 | n711);
  assign n723 = ~(n722 & n702);
  assign n724 = ~(n723 | n683);
  assign n725 = ~(n724 & n642);
  assign n726 = ~(n549 & n550);
  assign n727 = ~((n721 | n715) & n726);
  assign n728 = ~((n722 & n706) | n727);
  assign n729 = ~((n723 | n687) & n728);
  assign n730 = ~((n724 & n646) | n729);
  assign n731 = ~((n725 | n588) & n730);
  assign n732 = n580 ^ n731;
  assign n733 = ~(n551 | n552);
  assign n734 = ~(n733 | n721);
  assign n735 = ~(n734 & n712);
  assign n736 = ~(n735 | n693);
  assign n737 = ~(n736 & n652);
  assign n738 = ~(n551 & n552);
  assign n739 = ~((n733 | n726) & n738);
  assign n740 = ~((n734 & n716) | n739);
  assign n741 = ~((n735 | n697) & n740);
  assign n742 = ~((n736 & n656) | n741);
  assign n743 = ~((n737 | n614) & n742);
  assign n744 = n581 ^ n743;
  assign n745 = ~(n553 | n554);
  assign n746 = ~(n745 | n733);
  assign n747 = ~(n746 & n722);
  assign n748 = ~(n747 | n703);
  assign n749 = ~(n748 & n663);
  assign n750 = ~(n553 & n554);
  assign n751 = ~((n745 | n738) & n750);
  assign n752 = ~((n746 & n727) | n751);
  assign n753 = ~((n747 | n707) & n752);
  assign n754 = ~((n748 & n667) | n753);
  assign n755 = ~((n749 | n598) & n754);
  assign n756 = n582 ^ n755;
  assign n757 = ~(n555 | n556);
  assign n758 = ~(n757 | n745);
  assign n759 = ~(n758 & n734);
  assign n760 = ~(n759 | n713);
  assign n761 = ~(n760 & n674);
  assign n762 = ~(n555 & n556);
  assign n763 = ~((n757 | n750) & n762);
  assign n764 = ~((n758 & n739) | n763);
  assign n765 = ~((n759 | n717) & n764);
  assign n766 = ~((n760 & n678) | n765);
  assign n767 = ~((n761 | n604) & n766);
  assign n768 = n583 ^ n767;
  assign n769 = ~n612;
  assign n770 = ~(n557 | n558);
  assign n771 = ~(n770 | n757);
  assign n772 = ~(n771 & n746);
  assign n773 = ~(n772 | n723);
  assign n774 = ~(n773 & n684);
  assign n775 = ~(n557 & n558);
  assign n776 = ~((n770 | n762) & n775);
  assign n777 = ~((n771 & n751) | n776);
  assign n778 = ~((n772 | n728) & n777);
  assign n779 = ~((n773 & n688) | n778);
  assign n780 = ~((n774 | n769) & n779);
  assign n781 = n584 ^ n780;
  assign n782 = ~n621;
  assign n783 = ~(n559 | n560);
  assign n784 = ~(n783 | n770);
  assign n785 = ~(n784 & n758);
  assign n786 = ~(n785 | n735);
  assign n787 = ~(n786 & n694);
  assign n788 = ~(n559 & n560);
  assign n789 = ~((n783 | n775) & n788);
  assign n790 = ~((n784 & n763) | n789);
  assign n791 = ~((n785 | n740) & n790);
  assign n792 = ~((n786 & n698) | n791);
  assign n793 = ~((n787 | n782) & n792);
  assign n794 = n585 ^ n793;
  assign n795 = ~n629;
  assign n796 = ~(n561 | n514);
  assign n797 = ~(n796 | n783);
  assign n798 = ~(n797 & n771);
  assign n799 = ~(n798 | n747);
  assign n800 = ~(n799 & n704);
  assign n801 = ~(n561 & n514);
  assign n802 = ~((n796 | n788) & n801);
  assign n803 = ~((n797 & n776) | n802);
  assign n804 = ~((n798 | n752) & n803);
  assign n805 = ~((n799 & n708) | n804);
  assign n806 = ~((n800 | n795) & n805);
  assign n807 = n562 ^ n806;
  assign n808 = ~n637;
  assign n809 = ~n562;
  assign n810 = ~(n809 | n796);
  assign n811 = ~(n810 & n784);
  assign n812 = ~(n811 | n759);
  assign n813 = ~(n812 & n714);
  assign n814 = ~(n809 | n801);
  assign n815 = ~((n810 & n789) | n814);
  assign n816 = ~((n811 | n764) & n815);
  assign n817 = ~((n812 & n718) | n816);
  assign n818 = ~((n813 | n808) & n817);
  assign n819 = n586 ^ n818;
  assign n820 = ~(n563 | n478);
  assign n821 = ~(n820 | n809);
  assign n822 = ~(n821 & n797);
  assign n823 = ~(n822 | n772);
  assign n824 = ~(n823 & n724);
  assign n825 = ~(n563 & n478);
  assign n826 = ~n825;
  assign n827 = ~((n821 & n802) | n826);
  assign n828 = ~((n822 | n777) & n827);
  assign n829 = ~((n823 & n729) | n828);
  assign n830 = ~((n824 | n647) & n829);
  assign n831 = n516 ^ n830;
  assign n832 = ~n516;
  assign n833 = ~(n832 | n820);
  assign n834 = ~(n833 & n810);
  assign n835 = ~(n834 | n785);
  assign n836 = ~(n835 & n736);
  assign n837 = ~(n832 | n825);
  assign n838 = ~((n833 & n814) | n837);
  assign n839 = ~((n834 | n790) & n838);
  assign n840 = ~((n835 & n741) | n839);
  assign n841 = ~((n836 | n657) & n840);
  assign n842 = n587 ^ n841;
  assign n843 = ~(n517 | n329);
  assign n844 = ~(n843 | n832);
  assign n845 = ~(n844 & n821);
  assign n846 = ~(n845 | n798);
  assign n847 = ~(n846 & n748);
  assign n848 = ~(n517 & n329);
  assign n849 = ~n848;
  assign n850 = ~((n844 & n826) | n849);
  assign n851 = ~((n845 | n803) & n850);
  assign n852 = ~((n846 & n753) | n851);
  assign n853 = ~((n847 | n668) & n852);
  assign n854 = ~n853;

  assign sum = {n854, n842, n831, n819, n807, n794, n781, n768, n756, n744, n732, n720, n710,
    n700, n690, n680, n669, n658, n648, n638, n630, n622, n613, n605, n599, n592, n589, n564,
    n518, n480, n418, n330};
endmodule
