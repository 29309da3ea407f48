// smallest8: digital neuron, structural (timing-driven tree, radix4 partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  8 bits: unsigned input k in [k*8 +: 8]
//   w         input  8 bits: unsigned weight k in [k*8 +: 8]
//   sum       output 16 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 23 full adders, 7 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"gates","architecture":"parallel","bias":false,"bits":8,"inputBits":8,"kind":"digital","multiplier":"timing-driven","name":"smallest8","objective":"transistors","outputBits":8,"overflow":"wrap","partialProducts":"radix4","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module smallest8 (
  input  wire [7:0] x,
  input  wire [7:0] w,
  output wire [15:0] sum
);

  // partial products
  wire n18, n19, n20, n21, n22, n23, n24, n25, n27, n26, n28, n29, n30, n31, n32, n33, n34, n35,
    n36, n37, n38, n39, n40, n41, n42, n43, n44, n45, n46, n47, n48, n49, n50, n51, n52, n53,
    n54, n55, n56, n57, n58, n59, n60, n61, n62, n63, n64, n65, n66, n67, n68, n69, n70, n71,
    n72, n73, n74, n75, n76, n77, n78, n79, n80, n81, n82, n83, n84, n85, n86, n87, n88, n89,
    n90, n91, n92, n93, n94, n95, n96, n97, n98, n99, n100, n101, n102, n103, n104, n105, n106,
    n107, n108, n109, n110, n111, n112, n113, n114, n115, n116, n117, n118, n119, n120, n121,
    n122, n123, n124, n125, n126, n127, n128, n129, n130, n131, n132, n133, n134, n135, n136,
    n137, n138, n139, n140, n141, n142, n143, n144, n145;
  assign n18 = ~x[0];
  assign n19 = ~x[1];
  assign n20 = ~x[2];
  assign n21 = ~x[3];
  assign n22 = ~x[4];
  assign n23 = ~x[5];
  assign n24 = ~x[6];
  assign n25 = ~x[7];
  half_adder_nn_pp ha8 (.a(n19), .b(n18), .sum(n27), .carry(n26));
  assign n28 = ~(n19 | n26);
  assign n29 = ~(x[2] | n28);
  assign n30 = ~((x[2] & n28) | n29);
  assign n31 = ~(x[2] | n26);
  assign n32 = ~(n20 | n19);
  assign n33 = ~(n31 | n32);
  assign n34 = ~(x[3] | n33);
  assign n35 = ~((x[3] & n33) | n34);
  assign n36 = ~(x[3] | n32);
  assign n37 = ~(n21 | n31);
  assign n38 = ~(n36 | n37);
  assign n39 = ~(x[4] | n38);
  assign n40 = ~((x[4] & n38) | n39);
  assign n41 = ~(x[4] | n37);
  assign n42 = ~(n22 | n36);
  assign n43 = ~(n41 | n42);
  assign n44 = ~(x[5] | n43);
  assign n45 = ~((x[5] & n43) | n44);
  assign n46 = ~(x[5] | n42);
  assign n47 = ~(n23 | n41);
  assign n48 = ~(n46 | n47);
  assign n49 = ~(x[6] | n48);
  assign n50 = ~((x[6] & n48) | n49);
  assign n51 = ~(x[6] | n47);
  assign n52 = ~(n24 | n46);
  assign n53 = ~(n51 | n52);
  assign n54 = ~(x[7] | n53);
  assign n55 = ~((x[7] & n53) | n54);
  assign n56 = ~(x[7] | n52);
  assign n57 = ~(n25 | n51);
  assign n58 = ~(n56 | n57);
  assign n59 = ~(w[0] & w[1]);
  assign n60 = ~(w[0] & n59);
  assign n61 = ~(w[1] & n59);
  assign n62 = ~(w[0] & x[0]);
  assign n63 = ~((n60 | n19) & (n61 | n18));
  assign n64 = ~n59;
  assign n65 = ~((n64 & n27) | n63);
  assign n66 = ~((n60 | n20) & (n61 | n19));
  assign n67 = ~((n64 & n30) | n66);
  assign n68 = ~((n60 | n21) & (n61 | n20));
  assign n69 = ~((n64 & n35) | n68);
  assign n70 = ~((n60 | n22) & (n61 | n21));
  assign n71 = ~((n64 & n40) | n70);
  assign n72 = ~((n60 | n23) & (n61 | n22));
  assign n73 = ~((n64 & n45) | n72);
  assign n74 = ~((n60 | n24) & (n61 | n23));
  assign n75 = ~((n64 & n50) | n74);
  assign n76 = ~((n60 | n25) & (n61 | n24));
  assign n77 = ~((n64 & n55) | n76);
  assign n78 = ~(n61 | n25);
  assign n79 = ~((n64 & n58) | n78);
  assign n80 = ~(n64 & n57);
  assign n81 = ~(w[2] & w[3]);
  assign n82 = ~(w[2] & n81);
  assign n83 = ~(w[3] & n81);
  assign n84 = ~(w[2] & x[0]);
  assign n85 = ~((n82 | n19) & (n83 | n18));
  assign n86 = ~n81;
  assign n87 = ~((n86 & n27) | n85);
  assign n88 = ~((n82 | n20) & (n83 | n19));
  assign n89 = ~((n86 & n30) | n88);
  assign n90 = ~((n82 | n21) & (n83 | n20));
  assign n91 = ~((n86 & n35) | n90);
  assign n92 = ~((n82 | n22) & (n83 | n21));
  assign n93 = ~((n86 & n40) | n92);
  assign n94 = ~((n82 | n23) & (n83 | n22));
  assign n95 = ~((n86 & n45) | n94);
  assign n96 = ~((n82 | n24) & (n83 | n23));
  assign n97 = ~((n86 & n50) | n96);
  assign n98 = ~((n82 | n25) & (n83 | n24));
  assign n99 = ~((n86 & n55) | n98);
  assign n100 = ~(n83 | n25);
  assign n101 = ~((n86 & n58) | n100);
  assign n102 = ~(n86 & n57);
  assign n103 = ~(w[4] & w[5]);
  assign n104 = ~(w[4] & n103);
  assign n105 = ~(w[5] & n103);
  assign n106 = ~(w[4] & x[0]);
  assign n107 = ~((n104 | n19) & (n105 | n18));
  assign n108 = ~n103;
  assign n109 = ~((n108 & n27) | n107);
  assign n110 = ~((n104 | n20) & (n105 | n19));
  assign n111 = ~((n108 & n30) | n110);
  assign n112 = ~((n104 | n21) & (n105 | n20));
  assign n113 = ~((n108 & n35) | n112);
  assign n114 = ~((n104 | n22) & (n105 | n21));
  assign n115 = ~((n108 & n40) | n114);
  assign n116 = ~((n104 | n23) & (n105 | n22));
  assign n117 = ~((n108 & n45) | n116);
  assign n118 = ~((n104 | n24) & (n105 | n23));
  assign n119 = ~((n108 & n50) | n118);
  assign n120 = ~((n104 | n25) & (n105 | n24));
  assign n121 = ~((n108 & n55) | n120);
  assign n122 = ~(n105 | n25);
  assign n123 = ~((n108 & n58) | n122);
  assign n124 = ~(n108 & n57);
  assign n125 = ~(w[6] & w[7]);
  assign n126 = ~(w[6] & n125);
  assign n127 = ~(w[7] & n125);
  assign n128 = ~(w[6] & x[0]);
  assign n129 = ~((n126 | n19) & (n127 | n18));
  assign n130 = ~n125;
  assign n131 = ~((n130 & n27) | n129);
  assign n132 = ~((n126 | n20) & (n127 | n19));
  assign n133 = ~((n130 & n30) | n132);
  assign n134 = ~((n126 | n21) & (n127 | n20));
  assign n135 = ~((n130 & n35) | n134);
  assign n136 = ~((n126 | n22) & (n127 | n21));
  assign n137 = ~((n130 & n40) | n136);
  assign n138 = ~((n126 | n23) & (n127 | n22));
  assign n139 = ~((n130 & n45) | n138);
  assign n140 = ~((n126 | n24) & (n127 | n23));
  assign n141 = ~((n130 & n50) | n140);
  assign n142 = ~((n126 | n25) & (n127 | n24));
  assign n143 = ~((n130 & n55) | n142);
  assign n144 = ~(n127 | n25);
  assign n145 = ~((n130 & n58) | n144);

  // sum of the columns
  wire n148, n147, n152, n153, n155, n154, n159, n160, n164, n165, n169, n170, n172, n171, n176,
    n177, n181, n182, n186, n187, n191, n192, n196, n197, n201, n202, n206, n207, n211, n212,
    n216, n217, n221, n222, n226, n227, n229, n228, n233, n234, n238, n239, n241, n240, n245,
    n246, n250, n251, n255, n256, n260, n261, n263, n262, n267, n268, n272, n273, n274, n275,
    n276, n277;
  half_adder_nn_pp ha128 (.a(n84), .b(n67), .sum(n148), .carry(n147));
  full_adder_ppn_np fa130 (.a(n87), .b(n69), .c(n147), .sum(n152), .carry(n153));
  half_adder_nn_pp ha135 (.a(n106), .b(n89), .sum(n155), .carry(n154));
  full_adder_ppn_np fa137 (.a(n71), .b(n153), .c(n155), .sum(n159), .carry(n160));
  full_adder_ppn_pn fa142 (.a(n109), .b(n91), .c(n154), .sum(n164), .carry(n165));
  full_adder_ppp_np fa147 (.a(n73), .b(n164), .c(n160), .sum(n169), .carry(n170));
  half_adder_nn_pp ha152 (.a(n128), .b(n111), .sum(n172), .carry(n171));
  full_adder_ppn_pn fa154 (.a(n93), .b(n75), .c(n172), .sum(n176), .carry(n177));
  full_adder_ppn_np fa159 (.a(n176), .b(n170), .c(n165), .sum(n181), .carry(n182));
  full_adder_ppn_pn fa164 (.a(n131), .b(n113), .c(n171), .sum(n186), .carry(n187));
  full_adder_ppp_np fa169 (.a(n95), .b(n77), .c(n186), .sum(n191), .carry(n192));
  full_adder_ppn_pp fa174 (.a(n177), .b(n191), .c(n182), .sum(n196), .carry(n197));
  full_adder_ppp_np fa179 (.a(n133), .b(n115), .c(n79), .sum(n201), .carry(n202));
  full_adder_ppn_pp fa184 (.a(n187), .b(n201), .c(n97), .sum(n206), .carry(n207));
  full_adder_ppn_pp fa189 (.a(n206), .b(n197), .c(n192), .sum(n211), .carry(n212));
  full_adder_ppp_np fa194 (.a(n135), .b(n80), .c(n117), .sum(n216), .carry(n217));
  full_adder_ppn_pn fa199 (.a(n99), .b(n202), .c(n216), .sum(n221), .carry(n222));
  full_adder_ppn_pp fa204 (.a(n207), .b(n212), .c(n221), .sum(n226), .carry(n227));
  half_adder_nn_pp ha209 (.a(n137), .b(n101), .sum(n229), .carry(n228));
  full_adder_ppn_pn fa211 (.a(n119), .b(n217), .c(n229), .sum(n233), .carry(n234));
  full_adder_ppn_pp fa216 (.a(n222), .b(n227), .c(n233), .sum(n238), .carry(n239));
  half_adder_nn_pp ha221 (.a(n102), .b(n139), .sum(n241), .carry(n240));
  full_adder_ppn_pp fa223 (.a(n228), .b(n241), .c(n121), .sum(n245), .carry(n246));
  full_adder_ppp_pp fa228 (.a(n245), .b(n234), .c(n239), .sum(n250), .carry(n251));
  full_adder_ppn_pn fa233 (.a(n123), .b(n141), .c(n240), .sum(n255), .carry(n256));
  full_adder_ppn_pp fa238 (.a(n246), .b(n251), .c(n255), .sum(n260), .carry(n261));
  half_adder_nn_pp ha243 (.a(n124), .b(n143), .sum(n263), .carry(n262));
  full_adder_ppp_pp fa245 (.a(n263), .b(n256), .c(n261), .sum(n267), .carry(n268));
  full_adder_ppn_pn fa250 (.a(n262), .b(n268), .c(n145), .sum(n272), .carry(n273));
  assign n274 = ~n57;
  assign n275 = ~((n125 | n274) & n273);
  assign n276 = ~n62;
  assign n277 = ~n65;

  assign sum = {n275, n272, n267, n260, n250, n238, n226, n211, n196, n181, n169, n159, n152,
    n148, n277, n276};
endmodule
