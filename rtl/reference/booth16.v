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
  wire pp_not_0, pp_nor_0, pp_xor_0, pp_xnor_0, pp_nor_1, pp_xor_1, pp_xnor_1, pp_nor_2,
    pp_xor_2, pp_xnor_2, pp_nor_3, pp_xor_3, pp_xnor_3, pp_nor_4, pp_xor_4, pp_xnor_4, pp_nor_5,
    pp_xor_5, pp_xnor_5, pp_nor_6, pp_xor_6, pp_xnor_6, pp_nor_7, pp_nand_0, pp_xnor_7,
    pp_aoi22_0, pp_xnor_8, pp_aoi22_1, pp_xnor_9, pp_aoi22_2, pp_xnor_10, pp_aoi22_3, pp_xnor_11,
    pp_aoi22_4, pp_xnor_12, pp_aoi22_5, pp_xnor_13, pp_aoi22_6, pp_xnor_14, pp_aoi22_7,
    pp_xnor_15, pp_aoi22_8, pp_xnor_16, pp_aoi22_9, pp_xnor_17, pp_aoi22_10, pp_xnor_18,
    pp_aoi22_11, pp_xnor_19, pp_aoi22_12, pp_xnor_20, pp_aoi22_13, pp_xnor_21, pp_aoi22_14,
    pp_xnor_22, pp_aoi22_15, pp_xnor_23, pp_not_1, pp_nand_1, pp_xnor_24, pp_aoi22_16,
    pp_xnor_25, pp_aoi22_17, pp_xnor_26, pp_aoi22_18, pp_xnor_27, pp_aoi22_19, pp_xnor_28,
    pp_aoi22_20, pp_xnor_29, pp_aoi22_21, pp_xnor_30, pp_aoi22_22, pp_xnor_31, pp_aoi22_23,
    pp_xnor_32, pp_aoi22_24, pp_xnor_33, pp_aoi22_25, pp_xnor_34, pp_aoi22_26, pp_xnor_35,
    pp_aoi22_27, pp_xnor_36, pp_aoi22_28, pp_xnor_37, pp_aoi22_29, pp_xnor_38, pp_aoi22_30,
    pp_xnor_39, pp_aoi22_31, pp_xor_7, pp_nand_2, pp_xnor_40, pp_aoi22_32, pp_xnor_41,
    pp_aoi22_33, pp_xnor_42, pp_aoi22_34, pp_xnor_43, pp_aoi22_35, pp_xnor_44, pp_aoi22_36,
    pp_xnor_45, pp_aoi22_37, pp_xnor_46, pp_aoi22_38, pp_xnor_47, pp_aoi22_39, pp_xnor_48,
    pp_aoi22_40, pp_xnor_49, pp_aoi22_41, pp_xnor_50, pp_aoi22_42, pp_xnor_51, pp_aoi22_43,
    pp_xnor_52, pp_aoi22_44, pp_xnor_53, pp_aoi22_45, pp_xnor_54, pp_aoi22_46, pp_xnor_55,
    pp_aoi22_47, pp_xor_8, pp_nand_3, pp_xnor_56, pp_aoi22_48, pp_xnor_57, pp_aoi22_49,
    pp_xnor_58, pp_aoi22_50, pp_xnor_59, pp_aoi22_51, pp_xnor_60, pp_aoi22_52, pp_xnor_61,
    pp_aoi22_53, pp_xnor_62, pp_aoi22_54, pp_xnor_63, pp_aoi22_55, pp_xnor_64, pp_aoi22_56,
    pp_xnor_65, pp_aoi22_57, pp_xnor_66, pp_aoi22_58, pp_xnor_67, pp_aoi22_59, pp_xnor_68,
    pp_aoi22_60, pp_xnor_69, pp_aoi22_61, pp_xnor_70, pp_aoi22_62, pp_xnor_71, pp_aoi22_63,
    pp_xor_9, pp_nand_4, pp_xnor_72, pp_aoi22_64, pp_xnor_73, pp_aoi22_65, pp_xnor_74,
    pp_aoi22_66, pp_xnor_75, pp_aoi22_67, pp_xnor_76, pp_aoi22_68, pp_xnor_77, pp_aoi22_69,
    pp_xnor_78, pp_aoi22_70, pp_xnor_79, pp_aoi22_71, pp_xnor_80, pp_aoi22_72, pp_xnor_81,
    pp_aoi22_73, pp_xnor_82, pp_aoi22_74, pp_xnor_83, pp_aoi22_75, pp_xnor_84, pp_aoi22_76,
    pp_xnor_85, pp_aoi22_77, pp_xnor_86, pp_aoi22_78, pp_xnor_87, pp_aoi22_79, pp_xor_10,
    pp_nand_5, pp_xnor_88, pp_aoi22_80, pp_xnor_89, pp_aoi22_81, pp_xnor_90, pp_aoi22_82,
    pp_xnor_91, pp_aoi22_83, pp_xnor_92, pp_aoi22_84, pp_xnor_93, pp_aoi22_85, pp_xnor_94,
    pp_aoi22_86, pp_xnor_95, pp_aoi22_87, pp_xnor_96, pp_aoi22_88, pp_xnor_97, pp_aoi22_89,
    pp_xnor_98, pp_aoi22_90, pp_xnor_99, pp_aoi22_91, pp_xnor_100, pp_aoi22_92, pp_xnor_101,
    pp_aoi22_93, pp_xnor_102, pp_aoi22_94, pp_xnor_103, pp_aoi22_95, pp_xor_11, pp_nand_6,
    pp_xnor_104, pp_aoi22_96, pp_xnor_105, pp_aoi22_97, pp_xnor_106, pp_aoi22_98, pp_xnor_107,
    pp_aoi22_99, pp_xnor_108, pp_aoi22_100, pp_xnor_109, pp_aoi22_101, pp_xnor_110, pp_aoi22_102,
    pp_xnor_111, pp_aoi22_103, pp_xnor_112, pp_aoi22_104, pp_xnor_113, pp_aoi22_105, pp_xnor_114,
    pp_aoi22_106, pp_xnor_115, pp_aoi22_107, pp_xnor_116, pp_aoi22_108, pp_xnor_117,
    pp_aoi22_109, pp_xnor_118, pp_aoi22_110, pp_xnor_119, pp_aoi22_111, pp_xor_12, pp_nand_7,
    pp_xnor_120, pp_aoi22_112, pp_xnor_121, pp_aoi22_113, pp_xnor_122, pp_aoi22_114, pp_xnor_123,
    pp_aoi22_115, pp_xnor_124, pp_aoi22_116, pp_xnor_125, pp_aoi22_117, pp_xnor_126,
    pp_aoi22_118, pp_xnor_127, pp_aoi22_119, pp_xnor_128, pp_aoi22_120, pp_xnor_129,
    pp_aoi22_121, pp_xnor_130, pp_aoi22_122, pp_xnor_131, pp_aoi22_123, pp_xnor_132,
    pp_aoi22_124, pp_xnor_133, pp_aoi22_125, pp_xnor_134, pp_aoi22_126, pp_xnor_135,
    pp_aoi22_127, pp_xor_13;
  assign pp_not_0 = ~w[1];
  assign pp_nor_0 = ~(w[0] | pp_not_0);
  assign pp_xor_0 = w[2] ^ w[1];
  assign pp_xnor_0 = ~(w[3] ^ w[2]);
  assign pp_nor_1 = ~(pp_xor_0 | pp_xnor_0);
  assign pp_xor_1 = w[4] ^ w[3];
  assign pp_xnor_1 = ~(w[5] ^ w[4]);
  assign pp_nor_2 = ~(pp_xor_1 | pp_xnor_1);
  assign pp_xor_2 = w[6] ^ w[5];
  assign pp_xnor_2 = ~(w[7] ^ w[6]);
  assign pp_nor_3 = ~(pp_xor_2 | pp_xnor_2);
  assign pp_xor_3 = w[8] ^ w[7];
  assign pp_xnor_3 = ~(w[9] ^ w[8]);
  assign pp_nor_4 = ~(pp_xor_3 | pp_xnor_3);
  assign pp_xor_4 = w[10] ^ w[9];
  assign pp_xnor_4 = ~(w[11] ^ w[10]);
  assign pp_nor_5 = ~(pp_xor_4 | pp_xnor_4);
  assign pp_xor_5 = w[12] ^ w[11];
  assign pp_xnor_5 = ~(w[13] ^ w[12]);
  assign pp_nor_6 = ~(pp_xor_5 | pp_xnor_5);
  assign pp_xor_6 = w[14] ^ w[13];
  assign pp_xnor_6 = ~(w[15] ^ w[14]);
  assign pp_nor_7 = ~(pp_xor_6 | pp_xnor_6);
  assign pp_nand_0 = ~(w[0] & x[0]);
  assign pp_xnor_7 = ~(pp_nand_0 ^ w[1]);
  assign pp_aoi22_0 = ~((w[0] & x[1]) | (pp_nor_0 & x[0]));
  assign pp_xnor_8 = ~(pp_aoi22_0 ^ w[1]);
  assign pp_aoi22_1 = ~((w[0] & x[2]) | (pp_nor_0 & x[1]));
  assign pp_xnor_9 = ~(pp_aoi22_1 ^ w[1]);
  assign pp_aoi22_2 = ~((w[0] & x[3]) | (pp_nor_0 & x[2]));
  assign pp_xnor_10 = ~(pp_aoi22_2 ^ w[1]);
  assign pp_aoi22_3 = ~((w[0] & x[4]) | (pp_nor_0 & x[3]));
  assign pp_xnor_11 = ~(pp_aoi22_3 ^ w[1]);
  assign pp_aoi22_4 = ~((w[0] & x[5]) | (pp_nor_0 & x[4]));
  assign pp_xnor_12 = ~(pp_aoi22_4 ^ w[1]);
  assign pp_aoi22_5 = ~((w[0] & x[6]) | (pp_nor_0 & x[5]));
  assign pp_xnor_13 = ~(pp_aoi22_5 ^ w[1]);
  assign pp_aoi22_6 = ~((w[0] & x[7]) | (pp_nor_0 & x[6]));
  assign pp_xnor_14 = ~(pp_aoi22_6 ^ w[1]);
  assign pp_aoi22_7 = ~((w[0] & x[8]) | (pp_nor_0 & x[7]));
  assign pp_xnor_15 = ~(pp_aoi22_7 ^ w[1]);
  assign pp_aoi22_8 = ~((w[0] & x[9]) | (pp_nor_0 & x[8]));
  assign pp_xnor_16 = ~(pp_aoi22_8 ^ w[1]);
  assign pp_aoi22_9 = ~((w[0] & x[10]) | (pp_nor_0 & x[9]));
  assign pp_xnor_17 = ~(pp_aoi22_9 ^ w[1]);
  assign pp_aoi22_10 = ~((w[0] & x[11]) | (pp_nor_0 & x[10]));
  assign pp_xnor_18 = ~(pp_aoi22_10 ^ w[1]);
  assign pp_aoi22_11 = ~((w[0] & x[12]) | (pp_nor_0 & x[11]));
  assign pp_xnor_19 = ~(pp_aoi22_11 ^ w[1]);
  assign pp_aoi22_12 = ~((w[0] & x[13]) | (pp_nor_0 & x[12]));
  assign pp_xnor_20 = ~(pp_aoi22_12 ^ w[1]);
  assign pp_aoi22_13 = ~((w[0] & x[14]) | (pp_nor_0 & x[13]));
  assign pp_xnor_21 = ~(pp_aoi22_13 ^ w[1]);
  assign pp_aoi22_14 = ~((w[0] & x[15]) | (pp_nor_0 & x[14]));
  assign pp_xnor_22 = ~(pp_aoi22_14 ^ w[1]);
  assign pp_aoi22_15 = ~((w[0] & x[15]) | (pp_nor_0 & x[15]));
  assign pp_xnor_23 = ~(pp_aoi22_15 ^ w[1]);
  assign pp_not_1 = ~pp_xnor_23;
  assign pp_nand_1 = ~(pp_xor_0 & x[0]);
  assign pp_xnor_24 = ~(pp_nand_1 ^ w[3]);
  assign pp_aoi22_16 = ~((pp_xor_0 & x[1]) | (pp_nor_1 & x[0]));
  assign pp_xnor_25 = ~(pp_aoi22_16 ^ w[3]);
  assign pp_aoi22_17 = ~((pp_xor_0 & x[2]) | (pp_nor_1 & x[1]));
  assign pp_xnor_26 = ~(pp_aoi22_17 ^ w[3]);
  assign pp_aoi22_18 = ~((pp_xor_0 & x[3]) | (pp_nor_1 & x[2]));
  assign pp_xnor_27 = ~(pp_aoi22_18 ^ w[3]);
  assign pp_aoi22_19 = ~((pp_xor_0 & x[4]) | (pp_nor_1 & x[3]));
  assign pp_xnor_28 = ~(pp_aoi22_19 ^ w[3]);
  assign pp_aoi22_20 = ~((pp_xor_0 & x[5]) | (pp_nor_1 & x[4]));
  assign pp_xnor_29 = ~(pp_aoi22_20 ^ w[3]);
  assign pp_aoi22_21 = ~((pp_xor_0 & x[6]) | (pp_nor_1 & x[5]));
  assign pp_xnor_30 = ~(pp_aoi22_21 ^ w[3]);
  assign pp_aoi22_22 = ~((pp_xor_0 & x[7]) | (pp_nor_1 & x[6]));
  assign pp_xnor_31 = ~(pp_aoi22_22 ^ w[3]);
  assign pp_aoi22_23 = ~((pp_xor_0 & x[8]) | (pp_nor_1 & x[7]));
  assign pp_xnor_32 = ~(pp_aoi22_23 ^ w[3]);
  assign pp_aoi22_24 = ~((pp_xor_0 & x[9]) | (pp_nor_1 & x[8]));
  assign pp_xnor_33 = ~(pp_aoi22_24 ^ w[3]);
  assign pp_aoi22_25 = ~((pp_xor_0 & x[10]) | (pp_nor_1 & x[9]));
  assign pp_xnor_34 = ~(pp_aoi22_25 ^ w[3]);
  assign pp_aoi22_26 = ~((pp_xor_0 & x[11]) | (pp_nor_1 & x[10]));
  assign pp_xnor_35 = ~(pp_aoi22_26 ^ w[3]);
  assign pp_aoi22_27 = ~((pp_xor_0 & x[12]) | (pp_nor_1 & x[11]));
  assign pp_xnor_36 = ~(pp_aoi22_27 ^ w[3]);
  assign pp_aoi22_28 = ~((pp_xor_0 & x[13]) | (pp_nor_1 & x[12]));
  assign pp_xnor_37 = ~(pp_aoi22_28 ^ w[3]);
  assign pp_aoi22_29 = ~((pp_xor_0 & x[14]) | (pp_nor_1 & x[13]));
  assign pp_xnor_38 = ~(pp_aoi22_29 ^ w[3]);
  assign pp_aoi22_30 = ~((pp_xor_0 & x[15]) | (pp_nor_1 & x[14]));
  assign pp_xnor_39 = ~(pp_aoi22_30 ^ w[3]);
  assign pp_aoi22_31 = ~((pp_xor_0 & x[15]) | (pp_nor_1 & x[15]));
  assign pp_xor_7 = pp_aoi22_31 ^ w[3];
  assign pp_nand_2 = ~(pp_xor_1 & x[0]);
  assign pp_xnor_40 = ~(pp_nand_2 ^ w[5]);
  assign pp_aoi22_32 = ~((pp_xor_1 & x[1]) | (pp_nor_2 & x[0]));
  assign pp_xnor_41 = ~(pp_aoi22_32 ^ w[5]);
  assign pp_aoi22_33 = ~((pp_xor_1 & x[2]) | (pp_nor_2 & x[1]));
  assign pp_xnor_42 = ~(pp_aoi22_33 ^ w[5]);
  assign pp_aoi22_34 = ~((pp_xor_1 & x[3]) | (pp_nor_2 & x[2]));
  assign pp_xnor_43 = ~(pp_aoi22_34 ^ w[5]);
  assign pp_aoi22_35 = ~((pp_xor_1 & x[4]) | (pp_nor_2 & x[3]));
  assign pp_xnor_44 = ~(pp_aoi22_35 ^ w[5]);
  assign pp_aoi22_36 = ~((pp_xor_1 & x[5]) | (pp_nor_2 & x[4]));
  assign pp_xnor_45 = ~(pp_aoi22_36 ^ w[5]);
  assign pp_aoi22_37 = ~((pp_xor_1 & x[6]) | (pp_nor_2 & x[5]));
  assign pp_xnor_46 = ~(pp_aoi22_37 ^ w[5]);
  assign pp_aoi22_38 = ~((pp_xor_1 & x[7]) | (pp_nor_2 & x[6]));
  assign pp_xnor_47 = ~(pp_aoi22_38 ^ w[5]);
  assign pp_aoi22_39 = ~((pp_xor_1 & x[8]) | (pp_nor_2 & x[7]));
  assign pp_xnor_48 = ~(pp_aoi22_39 ^ w[5]);
  assign pp_aoi22_40 = ~((pp_xor_1 & x[9]) | (pp_nor_2 & x[8]));
  assign pp_xnor_49 = ~(pp_aoi22_40 ^ w[5]);
  assign pp_aoi22_41 = ~((pp_xor_1 & x[10]) | (pp_nor_2 & x[9]));
  assign pp_xnor_50 = ~(pp_aoi22_41 ^ w[5]);
  assign pp_aoi22_42 = ~((pp_xor_1 & x[11]) | (pp_nor_2 & x[10]));
  assign pp_xnor_51 = ~(pp_aoi22_42 ^ w[5]);
  assign pp_aoi22_43 = ~((pp_xor_1 & x[12]) | (pp_nor_2 & x[11]));
  assign pp_xnor_52 = ~(pp_aoi22_43 ^ w[5]);
  assign pp_aoi22_44 = ~((pp_xor_1 & x[13]) | (pp_nor_2 & x[12]));
  assign pp_xnor_53 = ~(pp_aoi22_44 ^ w[5]);
  assign pp_aoi22_45 = ~((pp_xor_1 & x[14]) | (pp_nor_2 & x[13]));
  assign pp_xnor_54 = ~(pp_aoi22_45 ^ w[5]);
  assign pp_aoi22_46 = ~((pp_xor_1 & x[15]) | (pp_nor_2 & x[14]));
  assign pp_xnor_55 = ~(pp_aoi22_46 ^ w[5]);
  assign pp_aoi22_47 = ~((pp_xor_1 & x[15]) | (pp_nor_2 & x[15]));
  assign pp_xor_8 = pp_aoi22_47 ^ w[5];
  assign pp_nand_3 = ~(pp_xor_2 & x[0]);
  assign pp_xnor_56 = ~(pp_nand_3 ^ w[7]);
  assign pp_aoi22_48 = ~((pp_xor_2 & x[1]) | (pp_nor_3 & x[0]));
  assign pp_xnor_57 = ~(pp_aoi22_48 ^ w[7]);
  assign pp_aoi22_49 = ~((pp_xor_2 & x[2]) | (pp_nor_3 & x[1]));
  assign pp_xnor_58 = ~(pp_aoi22_49 ^ w[7]);
  assign pp_aoi22_50 = ~((pp_xor_2 & x[3]) | (pp_nor_3 & x[2]));
  assign pp_xnor_59 = ~(pp_aoi22_50 ^ w[7]);
  assign pp_aoi22_51 = ~((pp_xor_2 & x[4]) | (pp_nor_3 & x[3]));
  assign pp_xnor_60 = ~(pp_aoi22_51 ^ w[7]);
  assign pp_aoi22_52 = ~((pp_xor_2 & x[5]) | (pp_nor_3 & x[4]));
  assign pp_xnor_61 = ~(pp_aoi22_52 ^ w[7]);
  assign pp_aoi22_53 = ~((pp_xor_2 & x[6]) | (pp_nor_3 & x[5]));
  assign pp_xnor_62 = ~(pp_aoi22_53 ^ w[7]);
  assign pp_aoi22_54 = ~((pp_xor_2 & x[7]) | (pp_nor_3 & x[6]));
  assign pp_xnor_63 = ~(pp_aoi22_54 ^ w[7]);
  assign pp_aoi22_55 = ~((pp_xor_2 & x[8]) | (pp_nor_3 & x[7]));
  assign pp_xnor_64 = ~(pp_aoi22_55 ^ w[7]);
  assign pp_aoi22_56 = ~((pp_xor_2 & x[9]) | (pp_nor_3 & x[8]));
  assign pp_xnor_65 = ~(pp_aoi22_56 ^ w[7]);
  assign pp_aoi22_57 = ~((pp_xor_2 & x[10]) | (pp_nor_3 & x[9]));
  assign pp_xnor_66 = ~(pp_aoi22_57 ^ w[7]);
  assign pp_aoi22_58 = ~((pp_xor_2 & x[11]) | (pp_nor_3 & x[10]));
  assign pp_xnor_67 = ~(pp_aoi22_58 ^ w[7]);
  assign pp_aoi22_59 = ~((pp_xor_2 & x[12]) | (pp_nor_3 & x[11]));
  assign pp_xnor_68 = ~(pp_aoi22_59 ^ w[7]);
  assign pp_aoi22_60 = ~((pp_xor_2 & x[13]) | (pp_nor_3 & x[12]));
  assign pp_xnor_69 = ~(pp_aoi22_60 ^ w[7]);
  assign pp_aoi22_61 = ~((pp_xor_2 & x[14]) | (pp_nor_3 & x[13]));
  assign pp_xnor_70 = ~(pp_aoi22_61 ^ w[7]);
  assign pp_aoi22_62 = ~((pp_xor_2 & x[15]) | (pp_nor_3 & x[14]));
  assign pp_xnor_71 = ~(pp_aoi22_62 ^ w[7]);
  assign pp_aoi22_63 = ~((pp_xor_2 & x[15]) | (pp_nor_3 & x[15]));
  assign pp_xor_9 = pp_aoi22_63 ^ w[7];
  assign pp_nand_4 = ~(pp_xor_3 & x[0]);
  assign pp_xnor_72 = ~(pp_nand_4 ^ w[9]);
  assign pp_aoi22_64 = ~((pp_xor_3 & x[1]) | (pp_nor_4 & x[0]));
  assign pp_xnor_73 = ~(pp_aoi22_64 ^ w[9]);
  assign pp_aoi22_65 = ~((pp_xor_3 & x[2]) | (pp_nor_4 & x[1]));
  assign pp_xnor_74 = ~(pp_aoi22_65 ^ w[9]);
  assign pp_aoi22_66 = ~((pp_xor_3 & x[3]) | (pp_nor_4 & x[2]));
  assign pp_xnor_75 = ~(pp_aoi22_66 ^ w[9]);
  assign pp_aoi22_67 = ~((pp_xor_3 & x[4]) | (pp_nor_4 & x[3]));
  assign pp_xnor_76 = ~(pp_aoi22_67 ^ w[9]);
  assign pp_aoi22_68 = ~((pp_xor_3 & x[5]) | (pp_nor_4 & x[4]));
  assign pp_xnor_77 = ~(pp_aoi22_68 ^ w[9]);
  assign pp_aoi22_69 = ~((pp_xor_3 & x[6]) | (pp_nor_4 & x[5]));
  assign pp_xnor_78 = ~(pp_aoi22_69 ^ w[9]);
  assign pp_aoi22_70 = ~((pp_xor_3 & x[7]) | (pp_nor_4 & x[6]));
  assign pp_xnor_79 = ~(pp_aoi22_70 ^ w[9]);
  assign pp_aoi22_71 = ~((pp_xor_3 & x[8]) | (pp_nor_4 & x[7]));
  assign pp_xnor_80 = ~(pp_aoi22_71 ^ w[9]);
  assign pp_aoi22_72 = ~((pp_xor_3 & x[9]) | (pp_nor_4 & x[8]));
  assign pp_xnor_81 = ~(pp_aoi22_72 ^ w[9]);
  assign pp_aoi22_73 = ~((pp_xor_3 & x[10]) | (pp_nor_4 & x[9]));
  assign pp_xnor_82 = ~(pp_aoi22_73 ^ w[9]);
  assign pp_aoi22_74 = ~((pp_xor_3 & x[11]) | (pp_nor_4 & x[10]));
  assign pp_xnor_83 = ~(pp_aoi22_74 ^ w[9]);
  assign pp_aoi22_75 = ~((pp_xor_3 & x[12]) | (pp_nor_4 & x[11]));
  assign pp_xnor_84 = ~(pp_aoi22_75 ^ w[9]);
  assign pp_aoi22_76 = ~((pp_xor_3 & x[13]) | (pp_nor_4 & x[12]));
  assign pp_xnor_85 = ~(pp_aoi22_76 ^ w[9]);
  assign pp_aoi22_77 = ~((pp_xor_3 & x[14]) | (pp_nor_4 & x[13]));
  assign pp_xnor_86 = ~(pp_aoi22_77 ^ w[9]);
  assign pp_aoi22_78 = ~((pp_xor_3 & x[15]) | (pp_nor_4 & x[14]));
  assign pp_xnor_87 = ~(pp_aoi22_78 ^ w[9]);
  assign pp_aoi22_79 = ~((pp_xor_3 & x[15]) | (pp_nor_4 & x[15]));
  assign pp_xor_10 = pp_aoi22_79 ^ w[9];
  assign pp_nand_5 = ~(pp_xor_4 & x[0]);
  assign pp_xnor_88 = ~(pp_nand_5 ^ w[11]);
  assign pp_aoi22_80 = ~((pp_xor_4 & x[1]) | (pp_nor_5 & x[0]));
  assign pp_xnor_89 = ~(pp_aoi22_80 ^ w[11]);
  assign pp_aoi22_81 = ~((pp_xor_4 & x[2]) | (pp_nor_5 & x[1]));
  assign pp_xnor_90 = ~(pp_aoi22_81 ^ w[11]);
  assign pp_aoi22_82 = ~((pp_xor_4 & x[3]) | (pp_nor_5 & x[2]));
  assign pp_xnor_91 = ~(pp_aoi22_82 ^ w[11]);
  assign pp_aoi22_83 = ~((pp_xor_4 & x[4]) | (pp_nor_5 & x[3]));
  assign pp_xnor_92 = ~(pp_aoi22_83 ^ w[11]);
  assign pp_aoi22_84 = ~((pp_xor_4 & x[5]) | (pp_nor_5 & x[4]));
  assign pp_xnor_93 = ~(pp_aoi22_84 ^ w[11]);
  assign pp_aoi22_85 = ~((pp_xor_4 & x[6]) | (pp_nor_5 & x[5]));
  assign pp_xnor_94 = ~(pp_aoi22_85 ^ w[11]);
  assign pp_aoi22_86 = ~((pp_xor_4 & x[7]) | (pp_nor_5 & x[6]));
  assign pp_xnor_95 = ~(pp_aoi22_86 ^ w[11]);
  assign pp_aoi22_87 = ~((pp_xor_4 & x[8]) | (pp_nor_5 & x[7]));
  assign pp_xnor_96 = ~(pp_aoi22_87 ^ w[11]);
  assign pp_aoi22_88 = ~((pp_xor_4 & x[9]) | (pp_nor_5 & x[8]));
  assign pp_xnor_97 = ~(pp_aoi22_88 ^ w[11]);
  assign pp_aoi22_89 = ~((pp_xor_4 & x[10]) | (pp_nor_5 & x[9]));
  assign pp_xnor_98 = ~(pp_aoi22_89 ^ w[11]);
  assign pp_aoi22_90 = ~((pp_xor_4 & x[11]) | (pp_nor_5 & x[10]));
  assign pp_xnor_99 = ~(pp_aoi22_90 ^ w[11]);
  assign pp_aoi22_91 = ~((pp_xor_4 & x[12]) | (pp_nor_5 & x[11]));
  assign pp_xnor_100 = ~(pp_aoi22_91 ^ w[11]);
  assign pp_aoi22_92 = ~((pp_xor_4 & x[13]) | (pp_nor_5 & x[12]));
  assign pp_xnor_101 = ~(pp_aoi22_92 ^ w[11]);
  assign pp_aoi22_93 = ~((pp_xor_4 & x[14]) | (pp_nor_5 & x[13]));
  assign pp_xnor_102 = ~(pp_aoi22_93 ^ w[11]);
  assign pp_aoi22_94 = ~((pp_xor_4 & x[15]) | (pp_nor_5 & x[14]));
  assign pp_xnor_103 = ~(pp_aoi22_94 ^ w[11]);
  assign pp_aoi22_95 = ~((pp_xor_4 & x[15]) | (pp_nor_5 & x[15]));
  assign pp_xor_11 = pp_aoi22_95 ^ w[11];
  assign pp_nand_6 = ~(pp_xor_5 & x[0]);
  assign pp_xnor_104 = ~(pp_nand_6 ^ w[13]);
  assign pp_aoi22_96 = ~((pp_xor_5 & x[1]) | (pp_nor_6 & x[0]));
  assign pp_xnor_105 = ~(pp_aoi22_96 ^ w[13]);
  assign pp_aoi22_97 = ~((pp_xor_5 & x[2]) | (pp_nor_6 & x[1]));
  assign pp_xnor_106 = ~(pp_aoi22_97 ^ w[13]);
  assign pp_aoi22_98 = ~((pp_xor_5 & x[3]) | (pp_nor_6 & x[2]));
  assign pp_xnor_107 = ~(pp_aoi22_98 ^ w[13]);
  assign pp_aoi22_99 = ~((pp_xor_5 & x[4]) | (pp_nor_6 & x[3]));
  assign pp_xnor_108 = ~(pp_aoi22_99 ^ w[13]);
  assign pp_aoi22_100 = ~((pp_xor_5 & x[5]) | (pp_nor_6 & x[4]));
  assign pp_xnor_109 = ~(pp_aoi22_100 ^ w[13]);
  assign pp_aoi22_101 = ~((pp_xor_5 & x[6]) | (pp_nor_6 & x[5]));
  assign pp_xnor_110 = ~(pp_aoi22_101 ^ w[13]);
  assign pp_aoi22_102 = ~((pp_xor_5 & x[7]) | (pp_nor_6 & x[6]));
  assign pp_xnor_111 = ~(pp_aoi22_102 ^ w[13]);
  assign pp_aoi22_103 = ~((pp_xor_5 & x[8]) | (pp_nor_6 & x[7]));
  assign pp_xnor_112 = ~(pp_aoi22_103 ^ w[13]);
  assign pp_aoi22_104 = ~((pp_xor_5 & x[9]) | (pp_nor_6 & x[8]));
  assign pp_xnor_113 = ~(pp_aoi22_104 ^ w[13]);
  assign pp_aoi22_105 = ~((pp_xor_5 & x[10]) | (pp_nor_6 & x[9]));
  assign pp_xnor_114 = ~(pp_aoi22_105 ^ w[13]);
  assign pp_aoi22_106 = ~((pp_xor_5 & x[11]) | (pp_nor_6 & x[10]));
  assign pp_xnor_115 = ~(pp_aoi22_106 ^ w[13]);
  assign pp_aoi22_107 = ~((pp_xor_5 & x[12]) | (pp_nor_6 & x[11]));
  assign pp_xnor_116 = ~(pp_aoi22_107 ^ w[13]);
  assign pp_aoi22_108 = ~((pp_xor_5 & x[13]) | (pp_nor_6 & x[12]));
  assign pp_xnor_117 = ~(pp_aoi22_108 ^ w[13]);
  assign pp_aoi22_109 = ~((pp_xor_5 & x[14]) | (pp_nor_6 & x[13]));
  assign pp_xnor_118 = ~(pp_aoi22_109 ^ w[13]);
  assign pp_aoi22_110 = ~((pp_xor_5 & x[15]) | (pp_nor_6 & x[14]));
  assign pp_xnor_119 = ~(pp_aoi22_110 ^ w[13]);
  assign pp_aoi22_111 = ~((pp_xor_5 & x[15]) | (pp_nor_6 & x[15]));
  assign pp_xor_12 = pp_aoi22_111 ^ w[13];
  assign pp_nand_7 = ~(pp_xor_6 & x[0]);
  assign pp_xnor_120 = ~(pp_nand_7 ^ w[15]);
  assign pp_aoi22_112 = ~((pp_xor_6 & x[1]) | (pp_nor_7 & x[0]));
  assign pp_xnor_121 = ~(pp_aoi22_112 ^ w[15]);
  assign pp_aoi22_113 = ~((pp_xor_6 & x[2]) | (pp_nor_7 & x[1]));
  assign pp_xnor_122 = ~(pp_aoi22_113 ^ w[15]);
  assign pp_aoi22_114 = ~((pp_xor_6 & x[3]) | (pp_nor_7 & x[2]));
  assign pp_xnor_123 = ~(pp_aoi22_114 ^ w[15]);
  assign pp_aoi22_115 = ~((pp_xor_6 & x[4]) | (pp_nor_7 & x[3]));
  assign pp_xnor_124 = ~(pp_aoi22_115 ^ w[15]);
  assign pp_aoi22_116 = ~((pp_xor_6 & x[5]) | (pp_nor_7 & x[4]));
  assign pp_xnor_125 = ~(pp_aoi22_116 ^ w[15]);
  assign pp_aoi22_117 = ~((pp_xor_6 & x[6]) | (pp_nor_7 & x[5]));
  assign pp_xnor_126 = ~(pp_aoi22_117 ^ w[15]);
  assign pp_aoi22_118 = ~((pp_xor_6 & x[7]) | (pp_nor_7 & x[6]));
  assign pp_xnor_127 = ~(pp_aoi22_118 ^ w[15]);
  assign pp_aoi22_119 = ~((pp_xor_6 & x[8]) | (pp_nor_7 & x[7]));
  assign pp_xnor_128 = ~(pp_aoi22_119 ^ w[15]);
  assign pp_aoi22_120 = ~((pp_xor_6 & x[9]) | (pp_nor_7 & x[8]));
  assign pp_xnor_129 = ~(pp_aoi22_120 ^ w[15]);
  assign pp_aoi22_121 = ~((pp_xor_6 & x[10]) | (pp_nor_7 & x[9]));
  assign pp_xnor_130 = ~(pp_aoi22_121 ^ w[15]);
  assign pp_aoi22_122 = ~((pp_xor_6 & x[11]) | (pp_nor_7 & x[10]));
  assign pp_xnor_131 = ~(pp_aoi22_122 ^ w[15]);
  assign pp_aoi22_123 = ~((pp_xor_6 & x[12]) | (pp_nor_7 & x[11]));
  assign pp_xnor_132 = ~(pp_aoi22_123 ^ w[15]);
  assign pp_aoi22_124 = ~((pp_xor_6 & x[13]) | (pp_nor_7 & x[12]));
  assign pp_xnor_133 = ~(pp_aoi22_124 ^ w[15]);
  assign pp_aoi22_125 = ~((pp_xor_6 & x[14]) | (pp_nor_7 & x[13]));
  assign pp_xnor_134 = ~(pp_aoi22_125 ^ w[15]);
  assign pp_aoi22_126 = ~((pp_xor_6 & x[15]) | (pp_nor_7 & x[14]));
  assign pp_xnor_135 = ~(pp_aoi22_126 ^ w[15]);
  assign pp_aoi22_127 = ~((pp_xor_6 & x[15]) | (pp_nor_7 & x[15]));
  assign pp_xor_13 = pp_aoi22_127 ^ w[15];

  // reduction stage 1
  wire s1_c0_sum, s1_c0_carry, s1_c2_sum, s1_c2_carry, s1_c4_sum, s1_c4_carry, s1_c5_sum,
    s1_c5_carry, s1_c6_sum, s1_c6_carry, s1_c7_sum, s1_c7_carry, s1_c8_sum, s1_c8_carry,
    s1_c8_sum__2, s1_c8_carry__2, s1_c9_sum, s1_c9_carry, s1_c10_sum, s1_c10_carry,
    s1_c10_sum__2, s1_c10_carry__2, s1_c11_sum, s1_c11_carry, s1_c11_sum__2, s1_c11_carry__2,
    s1_c12_sum, s1_c12_carry, s1_c12_sum__2, s1_c12_carry__2, s1_c13_sum, s1_c13_carry,
    s1_c13_sum__2, s1_c13_carry__2, s1_c14_sum, s1_c14_carry, s1_c14_sum__2, s1_c14_carry__2,
    s1_c14_sum__3, s1_c14_carry__3, s1_c15_sum, s1_c15_carry, s1_c15_sum__2, s1_c15_carry__2,
    s1_c15_sum__3, s1_c15_carry__3, s1_c16_sum, s1_c16_carry, s1_c16_sum__2, s1_c16_carry__2,
    s1_c16_sum__3, s1_c16_carry__3, s1_c17_sum, s1_c17_carry, s1_c17_sum__2, s1_c17_carry__2,
    s1_c17_sum__3, s1_c17_carry__3, s1_c18_sum, s1_c18_carry, s1_c18_sum__2, s1_c18_carry__2,
    s1_c18_sum__3, s1_c18_carry__3, s1_c19_sum, s1_c19_carry, s1_c19_sum__2, s1_c19_carry__2,
    s1_c20_sum, s1_c20_carry, s1_c20_sum__2, s1_c20_carry__2, s1_c21_sum, s1_c21_carry,
    s1_c21_sum__2, s1_c21_carry__2, s1_c22_sum, s1_c22_carry, s1_c23_sum, s1_c23_carry,
    s1_c24_sum, s1_c24_carry, s1_c25_sum, s1_c25_carry, s1_c26_sum, s1_c26_carry, s1_c27_sum,
    s1_c27_carry;
  half_adder ha296 (.a(pp_xnor_7), .b(w[1]), .sum(s1_c0_sum), .carry(s1_c0_carry));
  full_adder fa297 (.a(pp_xnor_9), .b(pp_xnor_24), .c(w[3]), .sum(s1_c2_sum), .carry(s1_c2_carry));
  full_adder fa298 (.a(pp_xnor_11), .b(pp_xnor_26), .c(pp_xnor_40), .sum(s1_c4_sum),
    .carry(s1_c4_carry));
  full_adder fa299 (.a(pp_xnor_12), .b(pp_xnor_27), .c(pp_xnor_41), .sum(s1_c5_sum),
    .carry(s1_c5_carry));
  full_adder fa300 (.a(pp_xnor_13), .b(pp_xnor_28), .c(pp_xnor_42), .sum(s1_c6_sum),
    .carry(s1_c6_carry));
  full_adder fa301 (.a(pp_xnor_14), .b(pp_xnor_29), .c(pp_xnor_43), .sum(s1_c7_sum),
    .carry(s1_c7_carry));
  full_adder fa302 (.a(pp_xnor_15), .b(pp_xnor_30), .c(pp_xnor_44), .sum(s1_c8_sum),
    .carry(s1_c8_carry));
  full_adder fa303 (.a(pp_xnor_58), .b(pp_xnor_72), .c(w[9]), .sum(s1_c8_sum__2),
    .carry(s1_c8_carry__2));
  full_adder fa304 (.a(pp_xnor_16), .b(pp_xnor_31), .c(pp_xnor_45), .sum(s1_c9_sum),
    .carry(s1_c9_carry));
  full_adder fa305 (.a(pp_xnor_17), .b(pp_xnor_32), .c(pp_xnor_46), .sum(s1_c10_sum),
    .carry(s1_c10_carry));
  full_adder fa306 (.a(pp_xnor_60), .b(pp_xnor_74), .c(pp_xnor_88), .sum(s1_c10_sum__2),
    .carry(s1_c10_carry__2));
  full_adder fa307 (.a(pp_xnor_18), .b(pp_xnor_33), .c(pp_xnor_47), .sum(s1_c11_sum),
    .carry(s1_c11_carry));
  full_adder fa308 (.a(pp_xnor_61), .b(pp_xnor_75), .c(pp_xnor_89), .sum(s1_c11_sum__2),
    .carry(s1_c11_carry__2));
  full_adder fa309 (.a(pp_xnor_19), .b(pp_xnor_34), .c(pp_xnor_48), .sum(s1_c12_sum),
    .carry(s1_c12_carry));
  full_adder fa310 (.a(pp_xnor_62), .b(pp_xnor_76), .c(pp_xnor_90), .sum(s1_c12_sum__2),
    .carry(s1_c12_carry__2));
  full_adder fa311 (.a(pp_xnor_20), .b(pp_xnor_35), .c(pp_xnor_49), .sum(s1_c13_sum),
    .carry(s1_c13_carry));
  full_adder fa312 (.a(pp_xnor_63), .b(pp_xnor_77), .c(pp_xnor_91), .sum(s1_c13_sum__2),
    .carry(s1_c13_carry__2));
  full_adder fa313 (.a(pp_xnor_21), .b(pp_xnor_36), .c(pp_xnor_50), .sum(s1_c14_sum),
    .carry(s1_c14_carry));
  full_adder fa314 (.a(pp_xnor_64), .b(pp_xnor_78), .c(pp_xnor_92), .sum(s1_c14_sum__2),
    .carry(s1_c14_carry__2));
  full_adder fa315 (.a(pp_xnor_106), .b(pp_xnor_120), .c(w[15]), .sum(s1_c14_sum__3),
    .carry(s1_c14_carry__3));
  full_adder fa316 (.a(pp_xnor_22), .b(pp_xnor_37), .c(pp_xnor_51), .sum(s1_c15_sum),
    .carry(s1_c15_carry));
  full_adder fa317 (.a(pp_xnor_65), .b(pp_xnor_79), .c(pp_xnor_93), .sum(s1_c15_sum__2),
    .carry(s1_c15_carry__2));
  half_adder ha318 (.a(pp_xnor_107), .b(pp_xnor_121), .sum(s1_c15_sum__3), .carry(s1_c15_carry__3));
  full_adder fa319 (.a(pp_xnor_23), .b(pp_xnor_38), .c(pp_xnor_52), .sum(s1_c16_sum),
    .carry(s1_c16_carry));
  full_adder fa320 (.a(pp_xnor_66), .b(pp_xnor_80), .c(pp_xnor_94), .sum(s1_c16_sum__2),
    .carry(s1_c16_carry__2));
  half_adder ha321 (.a(pp_xnor_108), .b(pp_xnor_122), .sum(s1_c16_sum__3), .carry(s1_c16_carry__3));
  full_adder fa322 (.a(pp_xnor_23), .b(pp_xnor_39), .c(pp_xnor_53), .sum(s1_c17_sum),
    .carry(s1_c17_carry));
  full_adder fa323 (.a(pp_xnor_67), .b(pp_xnor_81), .c(pp_xnor_95), .sum(s1_c17_sum__2),
    .carry(s1_c17_carry__2));
  half_adder ha324 (.a(pp_xnor_109), .b(pp_xnor_123), .sum(s1_c17_sum__3), .carry(s1_c17_carry__3));
  full_adder fa325 (.a(pp_not_1), .b(pp_xor_7), .c(pp_xnor_54), .sum(s1_c18_sum),
    .carry(s1_c18_carry));
  full_adder fa326 (.a(pp_xnor_68), .b(pp_xnor_82), .c(pp_xnor_96), .sum(s1_c18_sum__2),
    .carry(s1_c18_carry__2));
  half_adder ha327 (.a(pp_xnor_110), .b(pp_xnor_124), .sum(s1_c18_sum__3), .carry(s1_c18_carry__3));
  assign s1_c19_sum = ~(pp_xnor_55 ^ pp_xnor_69);
  assign s1_c19_carry = pp_xnor_55 | pp_xnor_69;
  full_adder fa330 (.a(pp_xnor_83), .b(pp_xnor_97), .c(pp_xnor_111), .sum(s1_c19_sum__2),
    .carry(s1_c19_carry__2));
  full_adder fa331 (.a(pp_xor_8), .b(pp_xnor_70), .c(pp_xnor_84), .sum(s1_c20_sum),
    .carry(s1_c20_carry));
  full_adder fa332 (.a(pp_xnor_98), .b(pp_xnor_112), .c(pp_xnor_126), .sum(s1_c20_sum__2),
    .carry(s1_c20_carry__2));
  assign s1_c21_sum = ~(pp_xnor_71 ^ pp_xnor_85);
  assign s1_c21_carry = pp_xnor_71 | pp_xnor_85;
  full_adder fa335 (.a(pp_xnor_99), .b(pp_xnor_113), .c(pp_xnor_127), .sum(s1_c21_sum__2),
    .carry(s1_c21_carry__2));
  full_adder fa336 (.a(pp_xor_9), .b(pp_xnor_86), .c(pp_xnor_100), .sum(s1_c22_sum),
    .carry(s1_c22_carry));
  assign s1_c23_sum = ~(pp_xnor_87 ^ pp_xnor_101);
  assign s1_c23_carry = pp_xnor_87 | pp_xnor_101;
  full_adder fa339 (.a(pp_xor_10), .b(pp_xnor_102), .c(pp_xnor_116), .sum(s1_c24_sum),
    .carry(s1_c24_carry));
  assign s1_c25_sum = ~(pp_xnor_103 ^ pp_xnor_117);
  assign s1_c25_carry = pp_xnor_103 | pp_xnor_117;
  full_adder fa342 (.a(pp_xor_11), .b(pp_xnor_118), .c(pp_xnor_132), .sum(s1_c26_sum),
    .carry(s1_c26_carry));
  assign s1_c27_sum = ~(pp_xnor_119 ^ pp_xnor_133);
  assign s1_c27_carry = pp_xnor_119 | pp_xnor_133;

  // reduction stage 2
  wire s2_c1_sum, s2_c1_carry, s2_c3_sum, s2_c3_carry, s2_c6_sum, s2_c6_carry, s2_c7_sum,
    s2_c7_carry, s2_c8_sum, s2_c8_carry, s2_c9_sum, s2_c9_carry, s2_c10_sum, s2_c10_carry,
    s2_c11_sum, s2_c11_carry, s2_c12_sum, s2_c12_carry, s2_c12_sum__2, s2_c12_carry__2,
    s2_c13_sum, s2_c13_carry, s2_c13_sum__2, s2_c13_carry__2, s2_c14_sum, s2_c14_carry,
    s2_c14_sum__2, s2_c14_carry__2, s2_c15_sum, s2_c15_carry, s2_c15_sum__2, s2_c15_carry__2,
    s2_c16_sum, s2_c16_carry, s2_c16_sum__2, s2_c16_carry__2, s2_c17_sum, s2_c17_carry,
    s2_c17_sum__2, s2_c17_carry__2, s2_c18_sum, s2_c18_carry, s2_c18_sum__2, s2_c18_carry__2,
    s2_c19_sum, s2_c19_carry, s2_c19_sum__2, s2_c19_carry__2, s2_c20_sum, s2_c20_carry,
    s2_c21_sum, s2_c21_carry, s2_c22_sum, s2_c22_carry, s2_c23_sum, s2_c23_carry, s2_c24_sum,
    s2_c24_carry, s2_c25_sum, s2_c25_carry, s2_c28_sum, s2_c28_carry;
  half_adder ha345 (.a(s1_c0_carry), .b(pp_xnor_8), .sum(s2_c1_sum), .carry(s2_c1_carry));
  full_adder fa346 (.a(s1_c2_carry), .b(pp_xnor_10), .c(pp_xnor_25), .sum(s2_c3_sum),
    .carry(s2_c3_carry));
  full_adder fa347 (.a(s1_c5_carry), .b(s1_c6_sum), .c(pp_xnor_56), .sum(s2_c6_sum),
    .carry(s2_c6_carry));
  full_adder fa348 (.a(s1_c6_carry), .b(s1_c7_sum), .c(pp_xnor_57), .sum(s2_c7_sum),
    .carry(s2_c7_carry));
  full_adder fa349 (.a(s1_c7_carry), .b(s1_c8_sum), .c(s1_c8_sum__2), .sum(s2_c8_sum),
    .carry(s2_c8_carry));
  full_adder fa350 (.a(s1_c8_carry), .b(s1_c8_carry__2), .c(s1_c9_sum), .sum(s2_c9_sum),
    .carry(s2_c9_carry));
  full_adder fa351 (.a(s1_c9_carry), .b(s1_c10_sum), .c(s1_c10_sum__2), .sum(s2_c10_sum),
    .carry(s2_c10_carry));
  full_adder fa352 (.a(s1_c10_carry), .b(s1_c10_carry__2), .c(s1_c11_sum), .sum(s2_c11_sum),
    .carry(s2_c11_carry));
  full_adder fa353 (.a(s1_c11_carry), .b(s1_c11_carry__2), .c(s1_c12_sum), .sum(s2_c12_sum),
    .carry(s2_c12_carry));
  full_adder fa354 (.a(s1_c12_sum__2), .b(pp_xnor_104), .c(w[13]), .sum(s2_c12_sum__2),
    .carry(s2_c12_carry__2));
  full_adder fa355 (.a(s1_c12_carry), .b(s1_c12_carry__2), .c(s1_c13_sum), .sum(s2_c13_sum),
    .carry(s2_c13_carry));
  half_adder ha356 (.a(s1_c13_sum__2), .b(pp_xnor_105), .sum(s2_c13_sum__2),
    .carry(s2_c13_carry__2));
  full_adder fa357 (.a(s1_c13_carry), .b(s1_c13_carry__2), .c(s1_c14_sum), .sum(s2_c14_sum),
    .carry(s2_c14_carry));
  half_adder ha358 (.a(s1_c14_sum__2), .b(s1_c14_sum__3), .sum(s2_c14_sum__2),
    .carry(s2_c14_carry__2));
  full_adder fa359 (.a(s1_c14_carry), .b(s1_c14_carry__2), .c(s1_c14_carry__3), .sum(s2_c15_sum),
    .carry(s2_c15_carry));
  full_adder fa360 (.a(s1_c15_sum), .b(s1_c15_sum__2), .c(s1_c15_sum__3), .sum(s2_c15_sum__2),
    .carry(s2_c15_carry__2));
  full_adder fa361 (.a(s1_c15_carry), .b(s1_c15_carry__2), .c(s1_c15_carry__3), .sum(s2_c16_sum),
    .carry(s2_c16_carry));
  full_adder fa362 (.a(s1_c16_sum), .b(s1_c16_sum__2), .c(s1_c16_sum__3), .sum(s2_c16_sum__2),
    .carry(s2_c16_carry__2));
  full_adder fa363 (.a(s1_c16_carry), .b(s1_c16_carry__2), .c(s1_c16_carry__3), .sum(s2_c17_sum),
    .carry(s2_c17_carry));
  full_adder fa364 (.a(s1_c17_sum), .b(s1_c17_sum__2), .c(s1_c17_sum__3), .sum(s2_c17_sum__2),
    .carry(s2_c17_carry__2));
  full_adder fa365 (.a(s1_c17_carry), .b(s1_c17_carry__2), .c(s1_c17_carry__3), .sum(s2_c18_sum),
    .carry(s2_c18_carry));
  full_adder fa366 (.a(s1_c18_sum), .b(s1_c18_sum__2), .c(s1_c18_sum__3), .sum(s2_c18_sum__2),
    .carry(s2_c18_carry__2));
  full_adder fa367 (.a(s1_c18_carry), .b(s1_c18_carry__2), .c(s1_c18_carry__3), .sum(s2_c19_sum),
    .carry(s2_c19_carry));
  full_adder fa368 (.a(s1_c19_sum), .b(s1_c19_sum__2), .c(pp_xnor_125), .sum(s2_c19_sum__2),
    .carry(s2_c19_carry__2));
  full_adder fa369 (.a(s1_c19_carry), .b(s1_c19_carry__2), .c(s1_c20_sum), .sum(s2_c20_sum),
    .carry(s2_c20_carry));
  full_adder fa370 (.a(s1_c20_carry), .b(s1_c20_carry__2), .c(s1_c21_sum), .sum(s2_c21_sum),
    .carry(s2_c21_carry));
  full_adder fa371 (.a(s1_c21_carry), .b(s1_c21_carry__2), .c(s1_c22_sum), .sum(s2_c22_sum),
    .carry(s2_c22_carry));
  full_adder fa372 (.a(s1_c22_carry), .b(s1_c23_sum), .c(pp_xnor_115), .sum(s2_c23_sum),
    .carry(s2_c23_carry));
  full_adder fa373 (.a(s1_c23_carry), .b(s1_c24_sum), .c(pp_xnor_130), .sum(s2_c24_sum),
    .carry(s2_c24_carry));
  full_adder fa374 (.a(s1_c24_carry), .b(s1_c25_sum), .c(pp_xnor_131), .sum(s2_c25_sum),
    .carry(s2_c25_carry));
  full_adder fa375 (.a(s1_c27_carry), .b(pp_xor_12), .c(pp_xnor_134), .sum(s2_c28_sum),
    .carry(s2_c28_carry));

  // reduction stage 3
  wire s3_c2_sum, s3_c2_carry, s3_c4_sum, s3_c4_carry, s3_c9_sum, s3_c9_carry, s3_c10_sum,
    s3_c10_carry, s3_c11_sum, s3_c11_carry, s3_c12_sum, s3_c12_carry, s3_c13_sum, s3_c13_carry,
    s3_c14_sum, s3_c14_carry, s3_c15_sum, s3_c15_carry, s3_c16_sum, s3_c16_carry, s3_c17_sum,
    s3_c17_carry, s3_c18_sum, s3_c18_carry, s3_c19_sum, s3_c19_carry, s3_c20_sum, s3_c20_carry,
    s3_c21_sum, s3_c21_carry, s3_c22_sum, s3_c22_carry, s3_c23_sum, s3_c23_carry, s3_c26_sum,
    s3_c26_carry, s3_c29_sum, s3_c29_carry;
  half_adder ha376 (.a(s2_c1_carry), .b(s1_c2_sum), .sum(s3_c2_sum), .carry(s3_c2_carry));
  full_adder fa377 (.a(s2_c3_carry), .b(s1_c4_sum), .c(w[5]), .sum(s3_c4_sum), .carry(s3_c4_carry));
  full_adder fa378 (.a(s2_c8_carry), .b(s2_c9_sum), .c(pp_xnor_59), .sum(s3_c9_sum),
    .carry(s3_c9_carry));
  full_adder fa379 (.a(s2_c9_carry), .b(s2_c10_sum), .c(w[11]), .sum(s3_c10_sum),
    .carry(s3_c10_carry));
  full_adder fa380 (.a(s2_c10_carry), .b(s2_c11_sum), .c(s1_c11_sum__2), .sum(s3_c11_sum),
    .carry(s3_c11_carry));
  full_adder fa381 (.a(s2_c11_carry), .b(s2_c12_sum), .c(s2_c12_sum__2), .sum(s3_c12_sum),
    .carry(s3_c12_carry));
  full_adder fa382 (.a(s2_c12_carry), .b(s2_c12_carry__2), .c(s2_c13_sum), .sum(s3_c13_sum),
    .carry(s3_c13_carry));
  full_adder fa383 (.a(s2_c13_carry), .b(s2_c13_carry__2), .c(s2_c14_sum), .sum(s3_c14_sum),
    .carry(s3_c14_carry));
  full_adder fa384 (.a(s2_c14_carry), .b(s2_c14_carry__2), .c(s2_c15_sum), .sum(s3_c15_sum),
    .carry(s3_c15_carry));
  full_adder fa385 (.a(s2_c15_carry), .b(s2_c15_carry__2), .c(s2_c16_sum), .sum(s3_c16_sum),
    .carry(s3_c16_carry));
  full_adder fa386 (.a(s2_c16_carry), .b(s2_c16_carry__2), .c(s2_c17_sum), .sum(s3_c17_sum),
    .carry(s3_c17_carry));
  full_adder fa387 (.a(s2_c17_carry), .b(s2_c17_carry__2), .c(s2_c18_sum), .sum(s3_c18_sum),
    .carry(s3_c18_carry));
  full_adder fa388 (.a(s2_c18_carry), .b(s2_c18_carry__2), .c(s2_c19_sum), .sum(s3_c19_sum),
    .carry(s3_c19_carry));
  full_adder fa389 (.a(s2_c19_carry), .b(s2_c19_carry__2), .c(s2_c20_sum), .sum(s3_c20_sum),
    .carry(s3_c20_carry));
  full_adder fa390 (.a(s2_c20_carry), .b(s2_c21_sum), .c(s1_c21_sum__2), .sum(s3_c21_sum),
    .carry(s3_c21_carry));
  full_adder fa391 (.a(s2_c21_carry), .b(s2_c22_sum), .c(pp_xnor_114), .sum(s3_c22_sum),
    .carry(s3_c22_carry));
  full_adder fa392 (.a(s2_c22_carry), .b(s2_c23_sum), .c(pp_xnor_129), .sum(s3_c23_sum),
    .carry(s3_c23_carry));
  full_adder fa393 (.a(s2_c25_carry), .b(s1_c25_carry), .c(s1_c26_sum), .sum(s3_c26_sum),
    .carry(s3_c26_carry));
  assign s3_c29_sum = ~(s2_c28_carry ^ pp_xnor_135);
  assign s3_c29_carry = s2_c28_carry | pp_xnor_135;

  // reduction stage 4
  wire s4_c3_sum, s4_c3_carry, s4_c5_sum, s4_c5_carry, s4_c6_sum, s4_c6_carry, s4_c7_sum,
    s4_c7_carry, s4_c8_sum, s4_c8_carry, s4_c9_sum, s4_c9_carry, s4_c10_sum, s4_c10_carry,
    s4_c11_sum, s4_c11_carry, s4_c12_sum, s4_c12_carry, s4_c13_sum, s4_c13_carry, s4_c14_sum,
    s4_c14_carry, s4_c15_sum, s4_c15_carry, s4_c16_sum, s4_c16_carry, s4_c17_sum, s4_c17_carry,
    s4_c18_sum, s4_c18_carry, s4_c19_sum, s4_c19_carry, s4_c20_sum, s4_c20_carry, s4_c21_sum,
    s4_c21_carry, s4_c22_sum, s4_c22_carry, s4_c23_sum, s4_c23_carry, s4_c24_sum, s4_c24_carry,
    s4_c25_sum, s4_c25_carry, s4_c27_sum, s4_c27_carry;
  half_adder ha396 (.a(s3_c2_carry), .b(s2_c3_sum), .sum(s4_c3_sum), .carry(s4_c3_carry));
  full_adder fa397 (.a(s3_c4_carry), .b(s1_c4_carry), .c(s1_c5_sum), .sum(s4_c5_sum),
    .carry(s4_c5_carry));
  half_adder ha398 (.a(s2_c6_sum), .b(w[7]), .sum(s4_c6_sum), .carry(s4_c6_carry));
  half_adder ha399 (.a(s2_c6_carry), .b(s2_c7_sum), .sum(s4_c7_sum), .carry(s4_c7_carry));
  half_adder ha400 (.a(s2_c7_carry), .b(s2_c8_sum), .sum(s4_c8_sum), .carry(s4_c8_carry));
  half_adder ha401 (.a(s3_c9_sum), .b(pp_xnor_73), .sum(s4_c9_sum), .carry(s4_c9_carry));
  half_adder ha402 (.a(s3_c9_carry), .b(s3_c10_sum), .sum(s4_c10_sum), .carry(s4_c10_carry));
  half_adder ha403 (.a(s3_c10_carry), .b(s3_c11_sum), .sum(s4_c11_sum), .carry(s4_c11_carry));
  half_adder ha404 (.a(s3_c11_carry), .b(s3_c12_sum), .sum(s4_c12_sum), .carry(s4_c12_carry));
  full_adder fa405 (.a(s3_c12_carry), .b(s3_c13_sum), .c(s2_c13_sum__2), .sum(s4_c13_sum),
    .carry(s4_c13_carry));
  full_adder fa406 (.a(s3_c13_carry), .b(s3_c14_sum), .c(s2_c14_sum__2), .sum(s4_c14_sum),
    .carry(s4_c14_carry));
  full_adder fa407 (.a(s3_c14_carry), .b(s3_c15_sum), .c(s2_c15_sum__2), .sum(s4_c15_sum),
    .carry(s4_c15_carry));
  full_adder fa408 (.a(s3_c15_carry), .b(s3_c16_sum), .c(s2_c16_sum__2), .sum(s4_c16_sum),
    .carry(s4_c16_carry));
  full_adder fa409 (.a(s3_c16_carry), .b(s3_c17_sum), .c(s2_c17_sum__2), .sum(s4_c17_sum),
    .carry(s4_c17_carry));
  full_adder fa410 (.a(s3_c17_carry), .b(s3_c18_sum), .c(s2_c18_sum__2), .sum(s4_c18_sum),
    .carry(s4_c18_carry));
  full_adder fa411 (.a(s3_c18_carry), .b(s3_c19_sum), .c(s2_c19_sum__2), .sum(s4_c19_sum),
    .carry(s4_c19_carry));
  full_adder fa412 (.a(s3_c19_carry), .b(s3_c20_sum), .c(s1_c20_sum__2), .sum(s4_c20_sum),
    .carry(s4_c20_carry));
  half_adder ha413 (.a(s3_c20_carry), .b(s3_c21_sum), .sum(s4_c21_sum), .carry(s4_c21_carry));
  full_adder fa414 (.a(s3_c21_carry), .b(s3_c22_sum), .c(pp_xnor_128), .sum(s4_c22_sum),
    .carry(s4_c22_carry));
  half_adder ha415 (.a(s3_c22_carry), .b(s3_c23_sum), .sum(s4_c23_sum), .carry(s4_c23_carry));
  full_adder fa416 (.a(s3_c23_carry), .b(s2_c23_carry), .c(s2_c24_sum), .sum(s4_c24_sum),
    .carry(s4_c24_carry));
  half_adder ha417 (.a(s2_c24_carry), .b(s2_c25_sum), .sum(s4_c25_sum), .carry(s4_c25_carry));
  full_adder fa418 (.a(s3_c26_carry), .b(s1_c26_carry), .c(s1_c27_sum), .sum(s4_c27_sum),
    .carry(s4_c27_carry));

  // carry-propagate adder
  wire cpa_c4_half, cpa_c6_half, cpa_c7_half, cpa_c8_half, cpa_c9_half, cpa_c10_half,
    cpa_c11_half, cpa_c12_half, cpa_c13_half, cpa_c14_half, cpa_c15_half, cpa_c16_half,
    cpa_c17_half, cpa_c18_half, cpa_c19_half, cpa_c20_half, cpa_c21_half, cpa_c22_half,
    cpa_c23_half, cpa_c24_half, cpa_c25_half, cpa_c26_half, cpa_c28_half, cpa_c30_half,
    cpa_nand_0, cpa_c5_sum, cpa_not_0, cpa_nor_0, cpa_c6_sum, cpa_not_1, cpa_nor_1, cpa_nor_2,
    cpa_nand_1, cpa_not_2, cpa_aoi21_0, cpa_c7_sum, cpa_nor_3, cpa_nor_4, cpa_nand_2,
    cpa_oai21_0, cpa_aoi21_1, cpa_c8_sum, cpa_nor_5, cpa_nor_6, cpa_nand_3, cpa_nand_4,
    cpa_oai21_1, cpa_aoi21_2, cpa_oai21_2, cpa_c9_sum, cpa_not_3, cpa_nor_7, cpa_nor_8,
    cpa_nand_5, cpa_nand_6, cpa_oai21_3, cpa_aoi21_3, cpa_oai21_4, cpa_c10_sum, cpa_nor_9,
    cpa_nor_10, cpa_nand_7, cpa_nand_8, cpa_oai21_5, cpa_aoi21_4, cpa_oai21_6, cpa_c11_sum,
    cpa_nor_11, cpa_nor_12, cpa_nand_9, cpa_nand_10, cpa_oai21_7, cpa_aoi21_5, cpa_oai21_8,
    cpa_c12_sum, cpa_nor_13, cpa_nor_14, cpa_nand_11, cpa_nor_15, cpa_nand_12, cpa_oai21_9,
    cpa_aoi21_6, cpa_oai21_10, cpa_aoi21_7, cpa_c13_sum, cpa_nor_16, cpa_nor_17, cpa_nand_13,
    cpa_nor_18, cpa_nand_14, cpa_oai21_11, cpa_aoi21_8, cpa_oai21_12, cpa_aoi21_9, cpa_c14_sum,
    cpa_not_4, cpa_nor_19, cpa_nor_20, cpa_nand_15, cpa_nor_21, cpa_nand_16, cpa_oai21_13,
    cpa_aoi21_10, cpa_oai21_14, cpa_aoi21_11, cpa_c15_sum, cpa_not_5, cpa_nor_22, cpa_nor_23,
    cpa_nand_17, cpa_nor_24, cpa_nand_18, cpa_oai21_15, cpa_aoi21_12, cpa_oai21_16, cpa_aoi21_13,
    cpa_c16_sum, cpa_nor_25, cpa_nor_26, cpa_nand_19, cpa_nor_27, cpa_nand_20, cpa_oai21_17,
    cpa_aoi21_14, cpa_oai21_18, cpa_aoi21_15, cpa_c17_sum, cpa_nor_28, cpa_nor_29, cpa_nand_21,
    cpa_nor_30, cpa_nand_22, cpa_oai21_19, cpa_aoi21_16, cpa_oai21_20, cpa_aoi21_17, cpa_c18_sum,
    cpa_nor_31, cpa_nor_32, cpa_nand_23, cpa_nor_33, cpa_nand_24, cpa_oai21_21, cpa_aoi21_18,
    cpa_oai21_22, cpa_aoi21_19, cpa_c19_sum, cpa_nor_34, cpa_nor_35, cpa_nand_25, cpa_nor_36,
    cpa_nand_26, cpa_oai21_23, cpa_aoi21_20, cpa_oai21_24, cpa_aoi21_21, cpa_c20_sum, cpa_nor_37,
    cpa_nor_38, cpa_nand_27, cpa_nor_39, cpa_nand_28, cpa_nand_29, cpa_oai21_25, cpa_aoi21_22,
    cpa_oai21_26, cpa_aoi21_23, cpa_oai21_27, cpa_c21_sum, cpa_nor_40, cpa_nor_41, cpa_nand_30,
    cpa_nor_42, cpa_nand_31, cpa_nand_32, cpa_oai21_28, cpa_aoi21_24, cpa_oai21_29, cpa_aoi21_25,
    cpa_oai21_30, cpa_c22_sum, cpa_nor_43, cpa_nor_44, cpa_nand_33, cpa_nor_45, cpa_nand_34,
    cpa_nand_35, cpa_oai21_31, cpa_aoi21_26, cpa_oai21_32, cpa_aoi21_27, cpa_oai21_33,
    cpa_c23_sum, cpa_nor_46, cpa_nor_47, cpa_nand_36, cpa_nor_48, cpa_nand_37, cpa_nand_38,
    cpa_oai21_34, cpa_aoi21_28, cpa_oai21_35, cpa_aoi21_29, cpa_oai21_36, cpa_c24_sum, cpa_not_6,
    cpa_nor_49, cpa_nor_50, cpa_nand_39, cpa_nor_51, cpa_nand_40, cpa_nand_41, cpa_oai21_37,
    cpa_aoi21_30, cpa_oai21_38, cpa_aoi21_31, cpa_oai21_39, cpa_c25_sum, cpa_not_7, cpa_nor_52,
    cpa_nor_53, cpa_nand_42, cpa_nor_54, cpa_nand_43, cpa_nand_44, cpa_oai21_40, cpa_aoi21_32,
    cpa_oai21_41, cpa_aoi21_33, cpa_oai21_42, cpa_c26_sum, cpa_not_8, cpa_nor_55, cpa_nor_56,
    cpa_nand_45, cpa_nor_57, cpa_nand_46, cpa_nand_47, cpa_oai21_43, cpa_aoi21_34, cpa_oai21_44,
    cpa_aoi21_35, cpa_oai21_45, cpa_c27_sum, cpa_not_9, cpa_not_10, cpa_nor_58, cpa_nand_48,
    cpa_nor_59, cpa_nand_49, cpa_nor_60, cpa_aoi21_36, cpa_oai21_46, cpa_aoi21_37, cpa_oai21_47,
    cpa_c28_sum, cpa_nor_61, cpa_nor_62, cpa_nand_50, cpa_nor_63, cpa_nand_51, cpa_nand_52,
    cpa_not_11, cpa_aoi21_38, cpa_oai21_48, cpa_aoi21_39, cpa_oai21_49, cpa_c29_sum, cpa_not_12,
    cpa_nor_64, cpa_nand_53, cpa_nor_65, cpa_nand_54, cpa_nor_66, cpa_aoi21_40, cpa_oai21_50,
    cpa_aoi21_41, cpa_oai21_51, cpa_c30_sum, cpa_nor_67, cpa_nor_68, cpa_nand_55, cpa_nor_69,
    cpa_nand_56, cpa_nand_57, cpa_not_13, cpa_aoi21_42, cpa_oai21_52, cpa_aoi21_43, cpa_oai21_53,
    cpa_c31_sum;
  assign cpa_c4_half = s4_c3_carry ^ s3_c4_sum;
  assign cpa_c6_half = s4_c5_carry ^ s4_c6_sum;
  assign cpa_c7_half = s4_c6_carry ^ s4_c7_sum;
  assign cpa_c8_half = s4_c7_carry ^ s4_c8_sum;
  assign cpa_c9_half = s4_c8_carry ^ s4_c9_sum;
  assign cpa_c10_half = s4_c9_carry ^ s4_c10_sum;
  assign cpa_c11_half = s4_c10_carry ^ s4_c11_sum;
  assign cpa_c12_half = s4_c11_carry ^ s4_c12_sum;
  assign cpa_c13_half = s4_c12_carry ^ s4_c13_sum;
  assign cpa_c14_half = s4_c13_carry ^ s4_c14_sum;
  assign cpa_c15_half = s4_c14_carry ^ s4_c15_sum;
  assign cpa_c16_half = s4_c15_carry ^ s4_c16_sum;
  assign cpa_c17_half = s4_c16_carry ^ s4_c17_sum;
  assign cpa_c18_half = s4_c17_carry ^ s4_c18_sum;
  assign cpa_c19_half = s4_c18_carry ^ s4_c19_sum;
  assign cpa_c20_half = s4_c19_carry ^ s4_c20_sum;
  assign cpa_c21_half = s4_c20_carry ^ s4_c21_sum;
  assign cpa_c22_half = s4_c21_carry ^ s4_c22_sum;
  assign cpa_c23_half = s4_c22_carry ^ s4_c23_sum;
  assign cpa_c24_half = s4_c23_carry ^ s4_c24_sum;
  assign cpa_c25_half = s4_c24_carry ^ s4_c25_sum;
  assign cpa_c26_half = s4_c25_carry ^ s3_c26_sum;
  assign cpa_c28_half = s4_c27_carry ^ s2_c28_sum;
  assign cpa_c30_half = s3_c29_carry ^ pp_xor_13;
  assign cpa_nand_0 = ~(s4_c3_carry & s3_c4_sum);
  assign cpa_c5_sum = ~(s4_c5_sum ^ cpa_nand_0);
  assign cpa_not_0 = ~s4_c5_sum;
  assign cpa_nor_0 = ~(cpa_not_0 | cpa_nand_0);
  assign cpa_c6_sum = cpa_c6_half ^ cpa_nor_0;
  assign cpa_not_1 = ~cpa_nand_0;
  assign cpa_nor_1 = ~(s4_c5_carry | s4_c6_sum);
  assign cpa_nor_2 = ~(cpa_nor_1 | cpa_not_0);
  assign cpa_nand_1 = ~(s4_c5_carry & s4_c6_sum);
  assign cpa_not_2 = ~cpa_nand_1;
  assign cpa_aoi21_0 = ~((cpa_nor_2 & cpa_not_1) | cpa_not_2);
  assign cpa_c7_sum = ~(cpa_c7_half ^ cpa_aoi21_0);
  assign cpa_nor_3 = ~(s4_c6_carry | s4_c7_sum);
  assign cpa_nor_4 = ~(cpa_nor_3 | cpa_nor_1);
  assign cpa_nand_2 = ~(s4_c6_carry & s4_c7_sum);
  assign cpa_oai21_0 = ~((cpa_nor_3 | cpa_nand_1) & cpa_nand_2);
  assign cpa_aoi21_1 = ~((cpa_nor_4 & cpa_nor_0) | cpa_oai21_0);
  assign cpa_c8_sum = ~(cpa_c8_half ^ cpa_aoi21_1);
  assign cpa_nor_5 = ~(s4_c7_carry | s4_c8_sum);
  assign cpa_nor_6 = ~(cpa_nor_5 | cpa_nor_3);
  assign cpa_nand_3 = ~(cpa_nor_6 & cpa_nor_2);
  assign cpa_nand_4 = ~(s4_c7_carry & s4_c8_sum);
  assign cpa_oai21_1 = ~((cpa_nor_5 | cpa_nand_2) & cpa_nand_4);
  assign cpa_aoi21_2 = ~((cpa_nor_6 & cpa_not_2) | cpa_oai21_1);
  assign cpa_oai21_2 = ~((cpa_nand_3 | cpa_nand_0) & cpa_aoi21_2);
  assign cpa_c9_sum = cpa_c9_half ^ cpa_oai21_2;
  assign cpa_not_3 = ~cpa_nor_0;
  assign cpa_nor_7 = ~(s4_c8_carry | s4_c9_sum);
  assign cpa_nor_8 = ~(cpa_nor_7 | cpa_nor_5);
  assign cpa_nand_5 = ~(cpa_nor_8 & cpa_nor_4);
  assign cpa_nand_6 = ~(s4_c8_carry & s4_c9_sum);
  assign cpa_oai21_3 = ~((cpa_nor_7 | cpa_nand_4) & cpa_nand_6);
  assign cpa_aoi21_3 = ~((cpa_nor_8 & cpa_oai21_0) | cpa_oai21_3);
  assign cpa_oai21_4 = ~((cpa_nand_5 | cpa_not_3) & cpa_aoi21_3);
  assign cpa_c10_sum = cpa_c10_half ^ cpa_oai21_4;
  assign cpa_nor_9 = ~(s4_c9_carry | s4_c10_sum);
  assign cpa_nor_10 = ~(cpa_nor_9 | cpa_nor_7);
  assign cpa_nand_7 = ~(cpa_nor_10 & cpa_nor_6);
  assign cpa_nand_8 = ~(s4_c9_carry & s4_c10_sum);
  assign cpa_oai21_5 = ~((cpa_nor_9 | cpa_nand_6) & cpa_nand_8);
  assign cpa_aoi21_4 = ~((cpa_nor_10 & cpa_oai21_1) | cpa_oai21_5);
  assign cpa_oai21_6 = ~((cpa_nand_7 | cpa_aoi21_0) & cpa_aoi21_4);
  assign cpa_c11_sum = cpa_c11_half ^ cpa_oai21_6;
  assign cpa_nor_11 = ~(s4_c10_carry | s4_c11_sum);
  assign cpa_nor_12 = ~(cpa_nor_11 | cpa_nor_9);
  assign cpa_nand_9 = ~(cpa_nor_12 & cpa_nor_8);
  assign cpa_nand_10 = ~(s4_c10_carry & s4_c11_sum);
  assign cpa_oai21_7 = ~((cpa_nor_11 | cpa_nand_8) & cpa_nand_10);
  assign cpa_aoi21_5 = ~((cpa_nor_12 & cpa_oai21_3) | cpa_oai21_7);
  assign cpa_oai21_8 = ~((cpa_nand_9 | cpa_aoi21_1) & cpa_aoi21_5);
  assign cpa_c12_sum = cpa_c12_half ^ cpa_oai21_8;
  assign cpa_nor_13 = ~(s4_c11_carry | s4_c12_sum);
  assign cpa_nor_14 = ~(cpa_nor_13 | cpa_nor_11);
  assign cpa_nand_11 = ~(cpa_nor_14 & cpa_nor_10);
  assign cpa_nor_15 = ~(cpa_nand_11 | cpa_nand_3);
  assign cpa_nand_12 = ~(s4_c11_carry & s4_c12_sum);
  assign cpa_oai21_9 = ~((cpa_nor_13 | cpa_nand_10) & cpa_nand_12);
  assign cpa_aoi21_6 = ~((cpa_nor_14 & cpa_oai21_5) | cpa_oai21_9);
  assign cpa_oai21_10 = ~((cpa_nand_11 | cpa_aoi21_2) & cpa_aoi21_6);
  assign cpa_aoi21_7 = ~((cpa_nor_15 & cpa_not_1) | cpa_oai21_10);
  assign cpa_c13_sum = ~(cpa_c13_half ^ cpa_aoi21_7);
  assign cpa_nor_16 = ~(s4_c12_carry | s4_c13_sum);
  assign cpa_nor_17 = ~(cpa_nor_16 | cpa_nor_13);
  assign cpa_nand_13 = ~(cpa_nor_17 & cpa_nor_12);
  assign cpa_nor_18 = ~(cpa_nand_13 | cpa_nand_5);
  assign cpa_nand_14 = ~(s4_c12_carry & s4_c13_sum);
  assign cpa_oai21_11 = ~((cpa_nor_16 | cpa_nand_12) & cpa_nand_14);
  assign cpa_aoi21_8 = ~((cpa_nor_17 & cpa_oai21_7) | cpa_oai21_11);
  assign cpa_oai21_12 = ~((cpa_nand_13 | cpa_aoi21_3) & cpa_aoi21_8);
  assign cpa_aoi21_9 = ~((cpa_nor_18 & cpa_nor_0) | cpa_oai21_12);
  assign cpa_c14_sum = ~(cpa_c14_half ^ cpa_aoi21_9);
  assign cpa_not_4 = ~cpa_aoi21_0;
  assign cpa_nor_19 = ~(s4_c13_carry | s4_c14_sum);
  assign cpa_nor_20 = ~(cpa_nor_19 | cpa_nor_16);
  assign cpa_nand_15 = ~(cpa_nor_20 & cpa_nor_14);
  assign cpa_nor_21 = ~(cpa_nand_15 | cpa_nand_7);
  assign cpa_nand_16 = ~(s4_c13_carry & s4_c14_sum);
  assign cpa_oai21_13 = ~((cpa_nor_19 | cpa_nand_14) & cpa_nand_16);
  assign cpa_aoi21_10 = ~((cpa_nor_20 & cpa_oai21_9) | cpa_oai21_13);
  assign cpa_oai21_14 = ~((cpa_nand_15 | cpa_aoi21_4) & cpa_aoi21_10);
  assign cpa_aoi21_11 = ~((cpa_nor_21 & cpa_not_4) | cpa_oai21_14);
  assign cpa_c15_sum = ~(cpa_c15_half ^ cpa_aoi21_11);
  assign cpa_not_5 = ~cpa_aoi21_1;
  assign cpa_nor_22 = ~(s4_c14_carry | s4_c15_sum);
  assign cpa_nor_23 = ~(cpa_nor_22 | cpa_nor_19);
  assign cpa_nand_17 = ~(cpa_nor_23 & cpa_nor_17);
  assign cpa_nor_24 = ~(cpa_nand_17 | cpa_nand_9);
  assign cpa_nand_18 = ~(s4_c14_carry & s4_c15_sum);
  assign cpa_oai21_15 = ~((cpa_nor_22 | cpa_nand_16) & cpa_nand_18);
  assign cpa_aoi21_12 = ~((cpa_nor_23 & cpa_oai21_11) | cpa_oai21_15);
  assign cpa_oai21_16 = ~((cpa_nand_17 | cpa_aoi21_5) & cpa_aoi21_12);
  assign cpa_aoi21_13 = ~((cpa_nor_24 & cpa_not_5) | cpa_oai21_16);
  assign cpa_c16_sum = ~(cpa_c16_half ^ cpa_aoi21_13);
  assign cpa_nor_25 = ~(s4_c15_carry | s4_c16_sum);
  assign cpa_nor_26 = ~(cpa_nor_25 | cpa_nor_22);
  assign cpa_nand_19 = ~(cpa_nor_26 & cpa_nor_20);
  assign cpa_nor_27 = ~(cpa_nand_19 | cpa_nand_11);
  assign cpa_nand_20 = ~(s4_c15_carry & s4_c16_sum);
  assign cpa_oai21_17 = ~((cpa_nor_25 | cpa_nand_18) & cpa_nand_20);
  assign cpa_aoi21_14 = ~((cpa_nor_26 & cpa_oai21_13) | cpa_oai21_17);
  assign cpa_oai21_18 = ~((cpa_nand_19 | cpa_aoi21_6) & cpa_aoi21_14);
  assign cpa_aoi21_15 = ~((cpa_nor_27 & cpa_oai21_2) | cpa_oai21_18);
  assign cpa_c17_sum = ~(cpa_c17_half ^ cpa_aoi21_15);
  assign cpa_nor_28 = ~(s4_c16_carry | s4_c17_sum);
  assign cpa_nor_29 = ~(cpa_nor_28 | cpa_nor_25);
  assign cpa_nand_21 = ~(cpa_nor_29 & cpa_nor_23);
  assign cpa_nor_30 = ~(cpa_nand_21 | cpa_nand_13);
  assign cpa_nand_22 = ~(s4_c16_carry & s4_c17_sum);
  assign cpa_oai21_19 = ~((cpa_nor_28 | cpa_nand_20) & cpa_nand_22);
  assign cpa_aoi21_16 = ~((cpa_nor_29 & cpa_oai21_15) | cpa_oai21_19);
  assign cpa_oai21_20 = ~((cpa_nand_21 | cpa_aoi21_8) & cpa_aoi21_16);
  assign cpa_aoi21_17 = ~((cpa_nor_30 & cpa_oai21_4) | cpa_oai21_20);
  assign cpa_c18_sum = ~(cpa_c18_half ^ cpa_aoi21_17);
  assign cpa_nor_31 = ~(s4_c17_carry | s4_c18_sum);
  assign cpa_nor_32 = ~(cpa_nor_31 | cpa_nor_28);
  assign cpa_nand_23 = ~(cpa_nor_32 & cpa_nor_26);
  assign cpa_nor_33 = ~(cpa_nand_23 | cpa_nand_15);
  assign cpa_nand_24 = ~(s4_c17_carry & s4_c18_sum);
  assign cpa_oai21_21 = ~((cpa_nor_31 | cpa_nand_22) & cpa_nand_24);
  assign cpa_aoi21_18 = ~((cpa_nor_32 & cpa_oai21_17) | cpa_oai21_21);
  assign cpa_oai21_22 = ~((cpa_nand_23 | cpa_aoi21_10) & cpa_aoi21_18);
  assign cpa_aoi21_19 = ~((cpa_nor_33 & cpa_oai21_6) | cpa_oai21_22);
  assign cpa_c19_sum = ~(cpa_c19_half ^ cpa_aoi21_19);
  assign cpa_nor_34 = ~(s4_c18_carry | s4_c19_sum);
  assign cpa_nor_35 = ~(cpa_nor_34 | cpa_nor_31);
  assign cpa_nand_25 = ~(cpa_nor_35 & cpa_nor_29);
  assign cpa_nor_36 = ~(cpa_nand_25 | cpa_nand_17);
  assign cpa_nand_26 = ~(s4_c18_carry & s4_c19_sum);
  assign cpa_oai21_23 = ~((cpa_nor_34 | cpa_nand_24) & cpa_nand_26);
  assign cpa_aoi21_20 = ~((cpa_nor_35 & cpa_oai21_19) | cpa_oai21_23);
  assign cpa_oai21_24 = ~((cpa_nand_25 | cpa_aoi21_12) & cpa_aoi21_20);
  assign cpa_aoi21_21 = ~((cpa_nor_36 & cpa_oai21_8) | cpa_oai21_24);
  assign cpa_c20_sum = ~(cpa_c20_half ^ cpa_aoi21_21);
  assign cpa_nor_37 = ~(s4_c19_carry | s4_c20_sum);
  assign cpa_nor_38 = ~(cpa_nor_37 | cpa_nor_34);
  assign cpa_nand_27 = ~(cpa_nor_38 & cpa_nor_32);
  assign cpa_nor_39 = ~(cpa_nand_27 | cpa_nand_19);
  assign cpa_nand_28 = ~(cpa_nor_39 & cpa_nor_15);
  assign cpa_nand_29 = ~(s4_c19_carry & s4_c20_sum);
  assign cpa_oai21_25 = ~((cpa_nor_37 | cpa_nand_26) & cpa_nand_29);
  assign cpa_aoi21_22 = ~((cpa_nor_38 & cpa_oai21_21) | cpa_oai21_25);
  assign cpa_oai21_26 = ~((cpa_nand_27 | cpa_aoi21_14) & cpa_aoi21_22);
  assign cpa_aoi21_23 = ~((cpa_nor_39 & cpa_oai21_10) | cpa_oai21_26);
  assign cpa_oai21_27 = ~((cpa_nand_28 | cpa_nand_0) & cpa_aoi21_23);
  assign cpa_c21_sum = cpa_c21_half ^ cpa_oai21_27;
  assign cpa_nor_40 = ~(s4_c20_carry | s4_c21_sum);
  assign cpa_nor_41 = ~(cpa_nor_40 | cpa_nor_37);
  assign cpa_nand_30 = ~(cpa_nor_41 & cpa_nor_35);
  assign cpa_nor_42 = ~(cpa_nand_30 | cpa_nand_21);
  assign cpa_nand_31 = ~(cpa_nor_42 & cpa_nor_18);
  assign cpa_nand_32 = ~(s4_c20_carry & s4_c21_sum);
  assign cpa_oai21_28 = ~((cpa_nor_40 | cpa_nand_29) & cpa_nand_32);
  assign cpa_aoi21_24 = ~((cpa_nor_41 & cpa_oai21_23) | cpa_oai21_28);
  assign cpa_oai21_29 = ~((cpa_nand_30 | cpa_aoi21_16) & cpa_aoi21_24);
  assign cpa_aoi21_25 = ~((cpa_nor_42 & cpa_oai21_12) | cpa_oai21_29);
  assign cpa_oai21_30 = ~((cpa_nand_31 | cpa_not_3) & cpa_aoi21_25);
  assign cpa_c22_sum = cpa_c22_half ^ cpa_oai21_30;
  assign cpa_nor_43 = ~(s4_c21_carry | s4_c22_sum);
  assign cpa_nor_44 = ~(cpa_nor_43 | cpa_nor_40);
  assign cpa_nand_33 = ~(cpa_nor_44 & cpa_nor_38);
  assign cpa_nor_45 = ~(cpa_nand_33 | cpa_nand_23);
  assign cpa_nand_34 = ~(cpa_nor_45 & cpa_nor_21);
  assign cpa_nand_35 = ~(s4_c21_carry & s4_c22_sum);
  assign cpa_oai21_31 = ~((cpa_nor_43 | cpa_nand_32) & cpa_nand_35);
  assign cpa_aoi21_26 = ~((cpa_nor_44 & cpa_oai21_25) | cpa_oai21_31);
  assign cpa_oai21_32 = ~((cpa_nand_33 | cpa_aoi21_18) & cpa_aoi21_26);
  assign cpa_aoi21_27 = ~((cpa_nor_45 & cpa_oai21_14) | cpa_oai21_32);
  assign cpa_oai21_33 = ~((cpa_nand_34 | cpa_aoi21_0) & cpa_aoi21_27);
  assign cpa_c23_sum = cpa_c23_half ^ cpa_oai21_33;
  assign cpa_nor_46 = ~(s4_c22_carry | s4_c23_sum);
  assign cpa_nor_47 = ~(cpa_nor_46 | cpa_nor_43);
  assign cpa_nand_36 = ~(cpa_nor_47 & cpa_nor_41);
  assign cpa_nor_48 = ~(cpa_nand_36 | cpa_nand_25);
  assign cpa_nand_37 = ~(cpa_nor_48 & cpa_nor_24);
  assign cpa_nand_38 = ~(s4_c22_carry & s4_c23_sum);
  assign cpa_oai21_34 = ~((cpa_nor_46 | cpa_nand_35) & cpa_nand_38);
  assign cpa_aoi21_28 = ~((cpa_nor_47 & cpa_oai21_28) | cpa_oai21_34);
  assign cpa_oai21_35 = ~((cpa_nand_36 | cpa_aoi21_20) & cpa_aoi21_28);
  assign cpa_aoi21_29 = ~((cpa_nor_48 & cpa_oai21_16) | cpa_oai21_35);
  assign cpa_oai21_36 = ~((cpa_nand_37 | cpa_aoi21_1) & cpa_aoi21_29);
  assign cpa_c24_sum = cpa_c24_half ^ cpa_oai21_36;
  assign cpa_not_6 = ~cpa_oai21_2;
  assign cpa_nor_49 = ~(s4_c23_carry | s4_c24_sum);
  assign cpa_nor_50 = ~(cpa_nor_49 | cpa_nor_46);
  assign cpa_nand_39 = ~(cpa_nor_50 & cpa_nor_44);
  assign cpa_nor_51 = ~(cpa_nand_39 | cpa_nand_27);
  assign cpa_nand_40 = ~(cpa_nor_51 & cpa_nor_27);
  assign cpa_nand_41 = ~(s4_c23_carry & s4_c24_sum);
  assign cpa_oai21_37 = ~((cpa_nor_49 | cpa_nand_38) & cpa_nand_41);
  assign cpa_aoi21_30 = ~((cpa_nor_50 & cpa_oai21_31) | cpa_oai21_37);
  assign cpa_oai21_38 = ~((cpa_nand_39 | cpa_aoi21_22) & cpa_aoi21_30);
  assign cpa_aoi21_31 = ~((cpa_nor_51 & cpa_oai21_18) | cpa_oai21_38);
  assign cpa_oai21_39 = ~((cpa_nand_40 | cpa_not_6) & cpa_aoi21_31);
  assign cpa_c25_sum = cpa_c25_half ^ cpa_oai21_39;
  assign cpa_not_7 = ~cpa_oai21_4;
  assign cpa_nor_52 = ~(s4_c24_carry | s4_c25_sum);
  assign cpa_nor_53 = ~(cpa_nor_52 | cpa_nor_49);
  assign cpa_nand_42 = ~(cpa_nor_53 & cpa_nor_47);
  assign cpa_nor_54 = ~(cpa_nand_42 | cpa_nand_30);
  assign cpa_nand_43 = ~(cpa_nor_54 & cpa_nor_30);
  assign cpa_nand_44 = ~(s4_c24_carry & s4_c25_sum);
  assign cpa_oai21_40 = ~((cpa_nor_52 | cpa_nand_41) & cpa_nand_44);
  assign cpa_aoi21_32 = ~((cpa_nor_53 & cpa_oai21_34) | cpa_oai21_40);
  assign cpa_oai21_41 = ~((cpa_nand_42 | cpa_aoi21_24) & cpa_aoi21_32);
  assign cpa_aoi21_33 = ~((cpa_nor_54 & cpa_oai21_20) | cpa_oai21_41);
  assign cpa_oai21_42 = ~((cpa_nand_43 | cpa_not_7) & cpa_aoi21_33);
  assign cpa_c26_sum = cpa_c26_half ^ cpa_oai21_42;
  assign cpa_not_8 = ~cpa_oai21_6;
  assign cpa_nor_55 = ~(s4_c25_carry | s3_c26_sum);
  assign cpa_nor_56 = ~(cpa_nor_55 | cpa_nor_52);
  assign cpa_nand_45 = ~(cpa_nor_56 & cpa_nor_50);
  assign cpa_nor_57 = ~(cpa_nand_45 | cpa_nand_33);
  assign cpa_nand_46 = ~(cpa_nor_57 & cpa_nor_33);
  assign cpa_nand_47 = ~(s4_c25_carry & s3_c26_sum);
  assign cpa_oai21_43 = ~((cpa_nor_55 | cpa_nand_44) & cpa_nand_47);
  assign cpa_aoi21_34 = ~((cpa_nor_56 & cpa_oai21_37) | cpa_oai21_43);
  assign cpa_oai21_44 = ~((cpa_nand_45 | cpa_aoi21_26) & cpa_aoi21_34);
  assign cpa_aoi21_35 = ~((cpa_nor_57 & cpa_oai21_22) | cpa_oai21_44);
  assign cpa_oai21_45 = ~((cpa_nand_46 | cpa_not_8) & cpa_aoi21_35);
  assign cpa_c27_sum = s4_c27_sum ^ cpa_oai21_45;
  assign cpa_not_9 = ~cpa_oai21_8;
  assign cpa_not_10 = ~s4_c27_sum;
  assign cpa_nor_58 = ~(cpa_not_10 | cpa_nor_55);
  assign cpa_nand_48 = ~(cpa_nor_58 & cpa_nor_53);
  assign cpa_nor_59 = ~(cpa_nand_48 | cpa_nand_36);
  assign cpa_nand_49 = ~(cpa_nor_59 & cpa_nor_36);
  assign cpa_nor_60 = ~(cpa_not_10 | cpa_nand_47);
  assign cpa_aoi21_36 = ~((cpa_nor_58 & cpa_oai21_40) | cpa_nor_60);
  assign cpa_oai21_46 = ~((cpa_nand_48 | cpa_aoi21_28) & cpa_aoi21_36);
  assign cpa_aoi21_37 = ~((cpa_nor_59 & cpa_oai21_24) | cpa_oai21_46);
  assign cpa_oai21_47 = ~((cpa_nand_49 | cpa_not_9) & cpa_aoi21_37);
  assign cpa_c28_sum = cpa_c28_half ^ cpa_oai21_47;
  assign cpa_nor_61 = ~(s4_c27_carry | s2_c28_sum);
  assign cpa_nor_62 = ~(cpa_nor_61 | cpa_not_10);
  assign cpa_nand_50 = ~(cpa_nor_62 & cpa_nor_56);
  assign cpa_nor_63 = ~(cpa_nand_50 | cpa_nand_39);
  assign cpa_nand_51 = ~(cpa_nor_63 & cpa_nor_39);
  assign cpa_nand_52 = ~(s4_c27_carry & s2_c28_sum);
  assign cpa_not_11 = ~cpa_nand_52;
  assign cpa_aoi21_38 = ~((cpa_nor_62 & cpa_oai21_43) | cpa_not_11);
  assign cpa_oai21_48 = ~((cpa_nand_50 | cpa_aoi21_30) & cpa_aoi21_38);
  assign cpa_aoi21_39 = ~((cpa_nor_63 & cpa_oai21_26) | cpa_oai21_48);
  assign cpa_oai21_49 = ~((cpa_nand_51 | cpa_aoi21_7) & cpa_aoi21_39);
  assign cpa_c29_sum = s3_c29_sum ^ cpa_oai21_49;
  assign cpa_not_12 = ~s3_c29_sum;
  assign cpa_nor_64 = ~(cpa_not_12 | cpa_nor_61);
  assign cpa_nand_53 = ~(cpa_nor_64 & cpa_nor_58);
  assign cpa_nor_65 = ~(cpa_nand_53 | cpa_nand_42);
  assign cpa_nand_54 = ~(cpa_nor_65 & cpa_nor_42);
  assign cpa_nor_66 = ~(cpa_not_12 | cpa_nand_52);
  assign cpa_aoi21_40 = ~((cpa_nor_64 & cpa_nor_60) | cpa_nor_66);
  assign cpa_oai21_50 = ~((cpa_nand_53 | cpa_aoi21_32) & cpa_aoi21_40);
  assign cpa_aoi21_41 = ~((cpa_nor_65 & cpa_oai21_29) | cpa_oai21_50);
  assign cpa_oai21_51 = ~((cpa_nand_54 | cpa_aoi21_9) & cpa_aoi21_41);
  assign cpa_c30_sum = cpa_c30_half ^ cpa_oai21_51;
  assign cpa_nor_67 = ~(s3_c29_carry | pp_xor_13);
  assign cpa_nor_68 = ~(cpa_nor_67 | cpa_not_12);
  assign cpa_nand_55 = ~(cpa_nor_68 & cpa_nor_62);
  assign cpa_nor_69 = ~(cpa_nand_55 | cpa_nand_45);
  assign cpa_nand_56 = ~(cpa_nor_69 & cpa_nor_45);
  assign cpa_nand_57 = ~(s3_c29_carry & pp_xor_13);
  assign cpa_not_13 = ~cpa_nand_57;
  assign cpa_aoi21_42 = ~((cpa_nor_68 & cpa_not_11) | cpa_not_13);
  assign cpa_oai21_52 = ~((cpa_nand_55 | cpa_aoi21_34) & cpa_aoi21_42);
  assign cpa_aoi21_43 = ~((cpa_nor_69 & cpa_oai21_32) | cpa_oai21_52);
  assign cpa_oai21_53 = ~((cpa_nand_56 | cpa_aoi21_11) & cpa_aoi21_43);
  assign cpa_c31_sum = ~cpa_oai21_53;

  assign sum = {cpa_c31_sum, cpa_c30_sum, cpa_c29_sum, cpa_c28_sum, cpa_c27_sum, cpa_c26_sum,
    cpa_c25_sum, cpa_c24_sum, cpa_c23_sum, cpa_c22_sum, cpa_c21_sum, cpa_c20_sum, cpa_c19_sum,
    cpa_c18_sum, cpa_c17_sum, cpa_c16_sum, cpa_c15_sum, cpa_c14_sum, cpa_c13_sum, cpa_c12_sum,
    cpa_c11_sum, cpa_c10_sum, cpa_c9_sum, cpa_c8_sum, cpa_c7_sum, cpa_c6_sum, cpa_c5_sum,
    cpa_c4_half, s4_c3_sum, s3_c2_sum, s2_c1_sum, s1_c0_sum};
endmodule
