// pipelined4: digital neuron, structural (reduced-area tree, simple partial products, hybrid adder)
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
// Cells: 10 full adders, 4 half adders
// Spec: {"accumulator":"exact","activation":"relu","adder":"hybrid","adderCells":"library","architecture":"parallel","bias":false,"bits":4,"inputBits":4,"kind":"digital","multiplier":"reduced-area","name":"pipelined4","objective":"balanced","outputBits":6,"overflow":"wrap","partialProducts":"simple","pipeline":3,"shift":2,"signed":{"inputs":true,"weights":true},"synapses":2,"threshold":0}
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
  reg r178, r179, r180, r181, r182, r183, r184, r185, r186, r187, r188, r189, r190, r191, r192,
    r193, r194, r195, r196, r197, r198, r199, r200, r201, r202, r203, r204, r205, r206, r207,
    r208, r209, r210, r211, r212, r213, r214, r215, r216, r217, r218, r219, r220, r221, r222,
    r223, r224, r225, r226, r227, r228, r229, r230, r231, r232, r233, r234, r235, r236, r237,
    r238;

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
  wire n34, n35, n36, n37, n38, n39, n40, n41;
  half_adder ha16 (.a(n19), .b(n22), .sum(n34), .carry(n35));
  full_adder fa17 (.a(n20), .b(n23), .c(n26), .sum(n36), .carry(n37));
  full_adder fa18 (.a(n21), .b(n24), .c(n27), .sum(n38), .carry(n39));
  assign n40 = ~(n25 ^ n28);
  assign n41 = n25 | n28;

  // reduction stage 2
  wire n42, n43, n44, n45, n46, n47, n48, n49;
  half_adder ha21 (.a(n35), .b(n36), .sum(n42), .carry(n43));
  full_adder fa22 (.a(r178), .b(r179), .c(r180), .sum(n44), .carry(n45));
  full_adder fa23 (.a(n39), .b(n40), .c(n31), .sum(n46), .carry(n47));
  full_adder fa24 (.a(n41), .b(n29), .c(n32), .sum(n48), .carry(n49));

  // carry-propagate adder
  wire n50, n51, n52, n53, n54, n55, n56, n57, n58, n59, n60, n61, n62, n63, n64, n65, n66, n67,
    n68, n69, n70;
  assign n50 = r181 ^ n44;
  assign n51 = n45 ^ r182;
  assign n52 = r183 ^ r184;
  assign n53 = r185 ^ r186;
  assign n54 = ~(r181 & n44);
  assign n55 = ~(n51 ^ n54);
  assign n56 = ~(n45 | r182);
  assign n57 = ~(n45 & r182);
  assign n58 = ~((n56 | n54) & n57);
  assign n59 = r187 ^ r188;
  assign n60 = ~(r183 | r184);
  assign n61 = ~n60;
  assign n62 = ~(r183 & r184);
  assign n63 = ~n62;
  assign n64 = ~((r189 & r188) | r190);
  assign n65 = ~(r191 ^ n64);
  assign n66 = ~(r185 | r186);
  assign n67 = ~(n66 | n60);
  assign n68 = ~(r185 & r186);
  assign n69 = ~((n66 | n62) & n68);
  assign n70 = ~((r192 & r188) | r193);

  // partial products
  wire n71, n72, n73, n74, n75, n76, n77, n78, n79, n80, n81, n82, n83, n84, n85, n86;
  assign n71 = x[4] & w[4];
  assign n72 = x[5] & w[4];
  assign n73 = x[6] & w[4];
  assign n74 = ~(x[7] & w[4]);
  assign n75 = x[4] & w[5];
  assign n76 = x[5] & w[5];
  assign n77 = x[6] & w[5];
  assign n78 = ~(x[7] & w[5]);
  assign n79 = x[4] & w[6];
  assign n80 = x[5] & w[6];
  assign n81 = x[6] & w[6];
  assign n82 = ~(x[7] & w[6]);
  assign n83 = ~(x[4] & w[7]);
  assign n84 = ~(x[5] & w[7]);
  assign n85 = ~(x[6] & w[7]);
  assign n86 = x[7] & w[7];

  // reduction stage 1
  wire n87, n88, n89, n90, n91, n92, n93, n94;
  half_adder ha62 (.a(n72), .b(n75), .sum(n87), .carry(n88));
  full_adder fa63 (.a(n73), .b(n76), .c(n79), .sum(n89), .carry(n90));
  full_adder fa64 (.a(n74), .b(n77), .c(n80), .sum(n91), .carry(n92));
  assign n93 = ~(n78 ^ n81);
  assign n94 = n78 | n81;

  // reduction stage 2
  wire n95, n96, n97, n98, n99, n100, n101, n102;
  half_adder ha67 (.a(n88), .b(n89), .sum(n95), .carry(n96));
  full_adder fa68 (.a(r194), .b(r195), .c(r196), .sum(n97), .carry(n98));
  full_adder fa69 (.a(n92), .b(n93), .c(n84), .sum(n99), .carry(n100));
  full_adder fa70 (.a(n94), .b(n82), .c(n85), .sum(n101), .carry(n102));

  // carry-propagate adder
  wire n103, n104, n105, n106, n107, n108, n109, n110, n111, n112, n113, n114, n115, n116, n117,
    n118, n119, n120, n121, n122, n123;
  assign n103 = r197 ^ n97;
  assign n104 = n98 ^ r198;
  assign n105 = r199 ^ r200;
  assign n106 = r201 ^ r202;
  assign n107 = ~(r197 & n97);
  assign n108 = ~(n104 ^ n107);
  assign n109 = ~(n98 | r198);
  assign n110 = ~(n98 & r198);
  assign n111 = ~((n109 | n107) & n110);
  assign n112 = r203 ^ r204;
  assign n113 = ~(r199 | r200);
  assign n114 = ~n113;
  assign n115 = ~(r199 & r200);
  assign n116 = ~n115;
  assign n117 = ~((r205 & r204) | r206);
  assign n118 = ~(r207 ^ n117);
  assign n119 = ~(r201 | r202);
  assign n120 = ~(n119 | n113);
  assign n121 = ~(r201 & r202);
  assign n122 = ~((n119 | n115) & n121);
  assign n123 = ~((r208 & r204) | r209);

  // adder tree: 2 numbers
  wire n124, n125, n126, n127, n128, n129, n130, n131, n132, n133, n134, n135, n136, n137, n138,
    n139, n140, n141, n142, n143, n144, n145, n146, n147, n148, n149, n150, n151, n152, n153,
    n154, n155, n156, n157, n158, n159, n160, n161, n162, n163, n164, n165, n166, n167, n168,
    n169, n170;
  assign n124 = n18 ^ n71;
  assign n125 = n34 ^ n87;
  assign n126 = r210 ^ r211;
  assign n127 = r212 ^ r213;
  assign n128 = r214 ^ r215;
  assign n129 = n59 ^ n112;
  assign n130 = n65 ^ n118;
  assign n131 = n70 ^ n123;
  assign n132 = n70 ^ n123;
  assign n133 = ~(n18 & n71);
  assign n134 = ~(r216 ^ r217);
  assign n135 = ~(n34 | n87);
  assign n136 = ~(n34 & n87);
  assign n137 = ~((n135 | n133) & n136);
  assign n138 = n126 ^ r218;
  assign n139 = ~(r210 | r211);
  assign n140 = ~n139;
  assign n141 = ~(r210 & r211);
  assign n142 = ~n141;
  assign n143 = ~((n140 & r218) | n142);
  assign n144 = ~(n127 ^ r219);
  assign n145 = ~(n50 | n103);
  assign n146 = ~(r212 & r213);
  assign n147 = ~((r220 | r219) & n146);
  assign n148 = n128 ^ n147;
  assign n149 = ~(r214 | r215);
  assign n150 = ~n149;
  assign n151 = ~(r214 & r215);
  assign n152 = ~n151;
  assign n153 = ~((n150 & n147) | n152);
  assign n154 = ~(n129 ^ n153);
  assign n155 = ~(n59 | n112);
  assign n156 = ~(n59 & n112);
  assign n157 = ~((n155 | n153) & n156);
  assign n158 = r221 ^ r222;
  assign n159 = ~(n65 | n118);
  assign n160 = ~n159;
  assign n161 = ~(n65 & n118);
  assign n162 = ~n161;
  assign n163 = ~((r223 & r222) | r224);
  assign n164 = ~(r225 ^ n163);
  assign n165 = ~(n70 | n123);
  assign n166 = ~(n165 | n159);
  assign n167 = ~(n70 & n123);
  assign n168 = ~((n165 | n161) & n167);
  assign n169 = ~((r226 & r222) | r227);
  assign n170 = ~(r228 ^ n169);

  always @(posedge clk) begin
    r178 <= n37;
    r179 <= n38;
    r180 <= n30;
    r181 <= n43;
    r182 <= n46;
    r183 <= n47;
    r184 <= n48;
    r185 <= n49;
    r186 <= n33;
    r187 <= n52;
    r188 <= n58;
    r189 <= n61;
    r190 <= n63;
    r191 <= n53;
    r192 <= n67;
    r193 <= n69;
    r194 <= n90;
    r195 <= n91;
    r196 <= n83;
    r197 <= n96;
    r198 <= n99;
    r199 <= n100;
    r200 <= n101;
    r201 <= n102;
    r202 <= n86;
    r203 <= n105;
    r204 <= n111;
    r205 <= n114;
    r206 <= n116;
    r207 <= n106;
    r208 <= n120;
    r209 <= n122;
    r210 <= n42;
    r211 <= n95;
    r212 <= n50;
    r213 <= n103;
    r214 <= n55;
    r215 <= n108;
    r216 <= n125;
    r217 <= n133;
    r218 <= n137;
    r219 <= n143;
    r220 <= n145;
    r221 <= n130;
    r222 <= n157;
    r223 <= n160;
    r224 <= n162;
    r225 <= n131;
    r226 <= n166;
    r227 <= n168;
    r228 <= n132;
    r229 <= n138;
    r230 <= r229;
    r231 <= n144;
    r232 <= n148;
    r233 <= n154;
    r234 <= n124;
    r235 <= r234;
    r236 <= r235;
    r237 <= n134;
    r238 <= r237;
  end

  assign sum = {n170, n164, n158, r233, r232, r231, r230, r238, r236};

  // activation: relu
  wire signed [9:0] extended = {{1{sum[8]}}, sum};
  wire signed [9:0] v = extended >>> SHIFT;
  assign y = v[9] ? {6{1'b0}} : v[5:0] | {6{|v[8:6]}};
endmodule
