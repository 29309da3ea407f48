// dig8: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  8 bits: unsigned input k in [k*8 +: 8]
//   w         input  8 bits: unsigned weight k in [k*8 +: 8]
//   sum       output 16 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 47 full adders, 17 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":8,"inputBits":8,"kind":"digital","multiplier":"wallace","name":"dig8","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module dig8 (
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

  // reduction stage 1
  wire n82, n83, n84, n85, n86, n87, n88, n89, n90, n91, n92, n93, n94, n95, n96, n97, n98, n99,
    n100, n101, n102, n103, n104, n105, n106, n107, n108, n109, n110, n111, n112, n113;
  half_adder ha64 (.a(n19), .b(n26), .sum(n82), .carry(n83));
  full_adder fa65 (.a(n20), .b(n27), .c(n34), .sum(n84), .carry(n85));
  full_adder fa66 (.a(n21), .b(n28), .c(n35), .sum(n86), .carry(n87));
  full_adder fa67 (.a(n22), .b(n29), .c(n36), .sum(n88), .carry(n89));
  full_adder fa68 (.a(n23), .b(n30), .c(n37), .sum(n90), .carry(n91));
  full_adder fa69 (.a(n24), .b(n31), .c(n38), .sum(n92), .carry(n93));
  full_adder fa70 (.a(n25), .b(n32), .c(n39), .sum(n94), .carry(n95));
  half_adder ha71 (.a(n33), .b(n40), .sum(n96), .carry(n97));
  half_adder ha72 (.a(n43), .b(n50), .sum(n98), .carry(n99));
  full_adder fa73 (.a(n44), .b(n51), .c(n58), .sum(n100), .carry(n101));
  full_adder fa74 (.a(n45), .b(n52), .c(n59), .sum(n102), .carry(n103));
  full_adder fa75 (.a(n46), .b(n53), .c(n60), .sum(n104), .carry(n105));
  full_adder fa76 (.a(n47), .b(n54), .c(n61), .sum(n106), .carry(n107));
  full_adder fa77 (.a(n48), .b(n55), .c(n62), .sum(n108), .carry(n109));
  full_adder fa78 (.a(n49), .b(n56), .c(n63), .sum(n110), .carry(n111));
  half_adder ha79 (.a(n57), .b(n64), .sum(n112), .carry(n113));

  // reduction stage 2
  wire n114, n115, n116, n117, n118, n119, n120, n121, n122, n123, n124, n125, n126, n127, n128,
    n129, n130, n131, n132, n133, n134, n135, n136, n137, n138, n139, n140, n141, n142, n143,
    n144, n145;
  half_adder ha80 (.a(n84), .b(n83), .sum(n114), .carry(n115));
  full_adder fa81 (.a(n86), .b(n85), .c(n42), .sum(n116), .carry(n117));
  full_adder fa82 (.a(n88), .b(n87), .c(n98), .sum(n118), .carry(n119));
  full_adder fa83 (.a(n90), .b(n89), .c(n100), .sum(n120), .carry(n121));
  full_adder fa84 (.a(n92), .b(n91), .c(n102), .sum(n122), .carry(n123));
  full_adder fa85 (.a(n94), .b(n93), .c(n104), .sum(n124), .carry(n125));
  full_adder fa86 (.a(n96), .b(n95), .c(n106), .sum(n126), .carry(n127));
  full_adder fa87 (.a(n41), .b(n97), .c(n108), .sum(n128), .carry(n129));
  half_adder ha88 (.a(n101), .b(n66), .sum(n130), .carry(n131));
  full_adder fa89 (.a(n103), .b(n67), .c(n74), .sum(n132), .carry(n133));
  full_adder fa90 (.a(n105), .b(n68), .c(n75), .sum(n134), .carry(n135));
  full_adder fa91 (.a(n107), .b(n69), .c(n76), .sum(n136), .carry(n137));
  full_adder fa92 (.a(n109), .b(n70), .c(n77), .sum(n138), .carry(n139));
  full_adder fa93 (.a(n111), .b(n71), .c(n78), .sum(n140), .carry(n141));
  full_adder fa94 (.a(n113), .b(n72), .c(n79), .sum(n142), .carry(n143));
  half_adder ha95 (.a(n73), .b(n80), .sum(n144), .carry(n145));

  // reduction stage 3
  wire n146, n147, n148, n149, n150, n151, n152, n153, n154, n155, n156, n157, n158, n159, n160,
    n161, n162, n163, n164, n165;
  half_adder ha96 (.a(n116), .b(n115), .sum(n146), .carry(n147));
  half_adder ha97 (.a(n118), .b(n117), .sum(n148), .carry(n149));
  full_adder fa98 (.a(n120), .b(n119), .c(n99), .sum(n150), .carry(n151));
  full_adder fa99 (.a(n122), .b(n121), .c(n130), .sum(n152), .carry(n153));
  full_adder fa100 (.a(n124), .b(n123), .c(n132), .sum(n154), .carry(n155));
  full_adder fa101 (.a(n126), .b(n125), .c(n134), .sum(n156), .carry(n157));
  full_adder fa102 (.a(n128), .b(n127), .c(n136), .sum(n158), .carry(n159));
  full_adder fa103 (.a(n110), .b(n129), .c(n138), .sum(n160), .carry(n161));
  half_adder ha104 (.a(n112), .b(n140), .sum(n162), .carry(n163));
  half_adder ha105 (.a(n65), .b(n142), .sum(n164), .carry(n165));

  // reduction stage 4
  wire n166, n167, n168, n169, n170, n171, n172, n173, n174, n175, n176, n177, n178, n179, n180,
    n181, n182, n183, n184, n185, n186, n187;
  half_adder ha106 (.a(n148), .b(n147), .sum(n166), .carry(n167));
  half_adder ha107 (.a(n150), .b(n149), .sum(n168), .carry(n169));
  half_adder ha108 (.a(n152), .b(n151), .sum(n170), .carry(n171));
  full_adder fa109 (.a(n154), .b(n153), .c(n131), .sum(n172), .carry(n173));
  full_adder fa110 (.a(n156), .b(n155), .c(n133), .sum(n174), .carry(n175));
  full_adder fa111 (.a(n158), .b(n157), .c(n135), .sum(n176), .carry(n177));
  full_adder fa112 (.a(n160), .b(n159), .c(n137), .sum(n178), .carry(n179));
  full_adder fa113 (.a(n162), .b(n161), .c(n139), .sum(n180), .carry(n181));
  full_adder fa114 (.a(n164), .b(n163), .c(n141), .sum(n182), .carry(n183));
  full_adder fa115 (.a(n144), .b(n165), .c(n143), .sum(n184), .carry(n185));
  half_adder ha116 (.a(n81), .b(n145), .sum(n186), .carry(n187));

  // carry-propagate adder
  wire n188, n189, n190, n191, n192, n193, n194, n195, n196, n197, n198, n199, n200, n201, n202,
    n203, n204, n205, n206, n207, n208, unused209;
  half_adder ha117 (.a(n168), .b(n167), .sum(n188), .carry(n189));
  full_adder fa118 (.a(n170), .b(n169), .c(n189), .sum(n190), .carry(n191));
  full_adder fa119 (.a(n172), .b(n171), .c(n191), .sum(n192), .carry(n193));
  full_adder fa120 (.a(n174), .b(n173), .c(n193), .sum(n194), .carry(n195));
  full_adder fa121 (.a(n176), .b(n175), .c(n195), .sum(n196), .carry(n197));
  full_adder fa122 (.a(n178), .b(n177), .c(n197), .sum(n198), .carry(n199));
  full_adder fa123 (.a(n180), .b(n179), .c(n199), .sum(n200), .carry(n201));
  full_adder fa124 (.a(n182), .b(n181), .c(n201), .sum(n202), .carry(n203));
  full_adder fa125 (.a(n184), .b(n183), .c(n203), .sum(n204), .carry(n205));
  full_adder fa126 (.a(n186), .b(n185), .c(n205), .sum(n206), .carry(n207));
  half_adder ha127 (.a(n187), .b(n207), .sum(n208), .carry(unused209));

  assign sum = {n208, n206, n204, n202, n200, n198, n196, n194, n192, n190, n188, n166, n146,
    n114, n82, n18};
endmodule
