// booth: digital neuron, structural (wallace tree, booth partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  3 bits: signed input k in [k*3 +: 3]
//   w         input  3 bits: signed weight k in [k*3 +: 3]
//   sum       output 6 bits: signed
// Latency: 0 clocks (combinational)
// Cells: 4 full adders, 6 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"booth","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"booth","pipeline":0,"shift":0,"signed":{"inputs":true,"weights":true},"synapses":1,"threshold":0}
module booth (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum
);

  // partial products
  wire pp_not_0, pp_nor_0, pp_xor_0, pp_nand_0, pp_xnor_0, pp_aoi22_0, pp_xnor_1, pp_aoi22_1,
    pp_xnor_2, pp_aoi22_2, pp_xnor_3, pp_not_1, pp_nand_1, pp_xnor_4, pp_nand_2, pp_xnor_5,
    pp_nand_3, pp_xnor_6, pp_nand_4, pp_xor_1;
  assign pp_not_0 = ~w[1];
  assign pp_nor_0 = ~(w[0] | pp_not_0);
  assign pp_xor_0 = w[2] ^ w[1];
  assign pp_nand_0 = ~(w[0] & x[0]);
  assign pp_xnor_0 = ~(pp_nand_0 ^ w[1]);
  assign pp_aoi22_0 = ~((w[0] & x[1]) | (pp_nor_0 & x[0]));
  assign pp_xnor_1 = ~(pp_aoi22_0 ^ w[1]);
  assign pp_aoi22_1 = ~((w[0] & x[2]) | (pp_nor_0 & x[1]));
  assign pp_xnor_2 = ~(pp_aoi22_1 ^ w[1]);
  assign pp_aoi22_2 = ~((w[0] & x[2]) | (pp_nor_0 & x[2]));
  assign pp_xnor_3 = ~(pp_aoi22_2 ^ w[1]);
  assign pp_not_1 = ~pp_xnor_3;
  assign pp_nand_1 = ~(pp_xor_0 & x[0]);
  assign pp_xnor_4 = ~(pp_nand_1 ^ w[2]);
  assign pp_nand_2 = ~(pp_xor_0 & x[1]);
  assign pp_xnor_5 = ~(pp_nand_2 ^ w[2]);
  assign pp_nand_3 = ~(pp_xor_0 & x[2]);
  assign pp_xnor_6 = ~(pp_nand_3 ^ w[2]);
  assign pp_nand_4 = ~(pp_xor_0 & x[2]);
  assign pp_xor_1 = pp_nand_4 ^ w[2];

  // reduction stage 1
  wire s1_c0_sum, s1_c0_carry, s1_c2_sum, s1_c2_carry, s1_c3_sum, s1_c3_carry, s1_c4_sum,
    s1_c4_carry, s1_c5_sum, unused_s1_c5_carry;
  half_adder ha20 (.a(pp_xnor_0), .b(w[1]), .sum(s1_c0_sum), .carry(s1_c0_carry));
  full_adder fa21 (.a(pp_xnor_2), .b(pp_xnor_4), .c(w[2]), .sum(s1_c2_sum), .carry(s1_c2_carry));
  half_adder ha22 (.a(pp_xnor_3), .b(pp_xnor_5), .sum(s1_c3_sum), .carry(s1_c3_carry));
  half_adder ha23 (.a(pp_xnor_3), .b(pp_xnor_6), .sum(s1_c4_sum), .carry(s1_c4_carry));
  half_adder ha24 (.a(pp_not_1), .b(pp_xor_1), .sum(s1_c5_sum), .carry(unused_s1_c5_carry));

  // carry-propagate adder
  wire cpa_c1_sum, cpa_c1_carry, cpa_c2_sum, cpa_c2_carry, cpa_c3_sum, cpa_c3_carry, cpa_c4_sum,
    cpa_c4_carry, cpa_c5_sum, unused_cpa_c5_carry;
  half_adder ha25 (.a(pp_xnor_1), .b(s1_c0_carry), .sum(cpa_c1_sum), .carry(cpa_c1_carry));
  half_adder ha26 (.a(s1_c2_sum), .b(cpa_c1_carry), .sum(cpa_c2_sum), .carry(cpa_c2_carry));
  full_adder fa27 (.a(s1_c3_sum), .b(s1_c2_carry), .c(cpa_c2_carry), .sum(cpa_c3_sum),
    .carry(cpa_c3_carry));
  full_adder fa28 (.a(s1_c4_sum), .b(s1_c3_carry), .c(cpa_c3_carry), .sum(cpa_c4_sum),
    .carry(cpa_c4_carry));
  full_adder fa29 (.a(s1_c5_sum), .b(s1_c4_carry), .c(cpa_c4_carry), .sum(cpa_c5_sum),
    .carry(unused_cpa_c5_carry));

  assign sum = {cpa_c5_sum, cpa_c4_sum, cpa_c3_sum, cpa_c2_sum, cpa_c1_sum, s1_c0_sum};
endmodule
