// gates: digital neuron, structural (dadda tree, simple partial products, sklansky adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  3 bits: unsigned input k in [k*3 +: 3]
//   w         input  3 bits: unsigned weight k in [k*3 +: 3]
//   sum       output 6 bits: unsigned
// Latency: 0 clocks (combinational)
// Cells: 0 full adders, 2 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"sklansky","adderCells":"gates","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"dadda","name":"gates","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module gates (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum
);

  // partial products
  wire pp_0_0_n, pp_1_0_n, pp_2_0_n, pp_0_1_n, pp_1_1_n, pp_2_1_n, pp_0_2_n, pp_1_2_n, pp_2_2_n;
  assign pp_0_0_n = ~(x[0] & w[0]);
  assign pp_1_0_n = ~(x[1] & w[0]);
  assign pp_2_0_n = ~(x[2] & w[0]);
  assign pp_0_1_n = ~(x[0] & w[1]);
  assign pp_1_1_n = ~(x[1] & w[1]);
  assign pp_2_1_n = ~(x[2] & w[1]);
  assign pp_0_2_n = ~(x[0] & w[2]);
  assign pp_1_2_n = ~(x[1] & w[2]);
  assign pp_2_2_n = ~(x[2] & w[2]);

  // reduction stage 1
  wire s1_c2_sum, s1_c2_carry, s1_c3_sum, s1_c3_carry;
  half_adder_nn_pp ha9 (.a(pp_2_0_n), .b(pp_1_1_n), .sum(s1_c2_sum), .carry(s1_c2_carry));
  half_adder_nn_pp ha11 (.a(pp_2_1_n), .b(pp_1_2_n), .sum(s1_c3_sum), .carry(s1_c3_carry));

  // carry-propagate adder
  wire cpa_nor_0, cpa_c1_half, cpa_nand_0, cpa_c2_half, cpa_nor_1, cpa_c3_half, cpa_nand_1,
    cpa_c4_half, cpa_nor_2, cpa_nor_3, cpa_c2_sum, cpa_not_0, cpa_nor_4, cpa_nand_2, cpa_not_1,
    cpa_oai21_0, cpa_nor_5, cpa_c3_sum, cpa_nor_6, cpa_nand_3, cpa_not_2, cpa_oai21_1, cpa_nor_7,
    cpa_c4_sum, cpa_not_3, cpa_nor_8, cpa_nor_9, cpa_nand_4, cpa_oai21_2, cpa_c5_sum_n,
    cpa_not_4, cpa_not_5;
  assign cpa_nor_0 = ~(pp_1_0_n | pp_0_1_n);
  assign cpa_c1_half = ~((pp_1_0_n & pp_0_1_n) | cpa_nor_0);
  assign cpa_nand_0 = ~(s1_c2_sum & pp_0_2_n);
  assign cpa_c2_half = ~((s1_c2_sum | pp_0_2_n) & cpa_nand_0);
  assign cpa_nor_1 = ~(s1_c2_carry | s1_c3_sum);
  assign cpa_c3_half = ~((s1_c2_carry & s1_c3_sum) | cpa_nor_1);
  assign cpa_nand_1 = ~(s1_c3_carry & pp_2_2_n);
  assign cpa_c4_half = ~((s1_c3_carry | pp_2_2_n) & cpa_nand_1);
  assign cpa_nor_2 = ~(pp_1_0_n | pp_0_1_n);
  assign cpa_nor_3 = ~(cpa_c2_half | cpa_nor_2);
  assign cpa_c2_sum = ~((cpa_c2_half & cpa_nor_2) | cpa_nor_3);
  assign cpa_not_0 = ~pp_0_2_n;
  assign cpa_nor_4 = ~(s1_c2_sum | cpa_not_0);
  assign cpa_nand_2 = ~(s1_c2_sum & cpa_not_0);
  assign cpa_not_1 = ~cpa_nor_2;
  assign cpa_oai21_0 = ~((cpa_nor_4 | cpa_not_1) & cpa_nand_2);
  assign cpa_nor_5 = ~(cpa_c3_half | cpa_oai21_0);
  assign cpa_c3_sum = ~((cpa_c3_half & cpa_oai21_0) | cpa_nor_5);
  assign cpa_nor_6 = ~(s1_c2_carry | s1_c3_sum);
  assign cpa_nand_3 = ~(s1_c2_carry & s1_c3_sum);
  assign cpa_not_2 = ~cpa_oai21_0;
  assign cpa_oai21_1 = ~((cpa_nor_6 | cpa_not_2) & cpa_nand_3);
  assign cpa_nor_7 = ~(cpa_c4_half | cpa_oai21_1);
  assign cpa_c4_sum = ~((cpa_c4_half & cpa_oai21_1) | cpa_nor_7);
  assign cpa_not_3 = ~pp_2_2_n;
  assign cpa_nor_8 = ~(s1_c3_carry | cpa_not_3);
  assign cpa_nor_9 = ~(cpa_nor_8 | cpa_nor_6);
  assign cpa_nand_4 = ~(s1_c3_carry & cpa_not_3);
  assign cpa_oai21_2 = ~((cpa_nor_8 | cpa_nand_3) & cpa_nand_4);
  assign cpa_c5_sum_n = ~((cpa_nor_9 & cpa_oai21_0) | cpa_oai21_2);
  assign cpa_not_4 = ~pp_0_0_n;
  assign cpa_not_5 = ~cpa_c5_sum_n;

  assign sum = {cpa_not_5, cpa_c4_sum, cpa_c3_sum, cpa_c2_sum, cpa_c1_half, cpa_not_4};
endmodule
