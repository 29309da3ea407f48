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
  wire n8, n9, n10, n11, n12, n13, n14, n15, n16;
  assign n8 = ~(x[0] & w[0]);
  assign n9 = ~(x[1] & w[0]);
  assign n10 = ~(x[2] & w[0]);
  assign n11 = ~(x[0] & w[1]);
  assign n12 = ~(x[1] & w[1]);
  assign n13 = ~(x[2] & w[1]);
  assign n14 = ~(x[0] & w[2]);
  assign n15 = ~(x[1] & w[2]);
  assign n16 = ~(x[2] & w[2]);

  // reduction stage 1
  wire n18, n17, n20, n19;
  half_adder_nn_pp ha9 (.a(n10), .b(n12), .sum(n18), .carry(n17));
  half_adder_nn_pp ha11 (.a(n13), .b(n15), .sum(n20), .carry(n19));

  // carry-propagate adder
  wire n21, n22, n23, n24, n25, n26, n27, n28, n29, n30, n31, n32, n33, n34, n35, n36, n37, n38,
    n39, n40, n41, n42, n43, n44, n45, n46, n47, n48, n49, n50, n51, n52;
  assign n21 = ~(n9 | n11);
  assign n22 = ~((n9 & n11) | n21);
  assign n23 = ~(n18 & n14);
  assign n24 = ~((n18 | n14) & n23);
  assign n25 = ~(n17 | n20);
  assign n26 = ~((n17 & n20) | n25);
  assign n27 = ~(n19 & n16);
  assign n28 = ~((n19 | n16) & n27);
  assign n29 = ~(n9 | n11);
  assign n30 = ~(n24 | n29);
  assign n31 = ~((n24 & n29) | n30);
  assign n32 = ~n14;
  assign n33 = ~(n18 | n32);
  assign n34 = ~(n18 & n32);
  assign n35 = ~n29;
  assign n36 = ~((n33 | n35) & n34);
  assign n37 = ~(n26 | n36);
  assign n38 = ~((n26 & n36) | n37);
  assign n39 = ~(n17 | n20);
  assign n40 = ~(n17 & n20);
  assign n41 = ~n36;
  assign n42 = ~((n39 | n41) & n40);
  assign n43 = ~(n28 | n42);
  assign n44 = ~((n28 & n42) | n43);
  assign n45 = ~n16;
  assign n46 = ~(n19 | n45);
  assign n47 = ~(n46 | n39);
  assign n48 = ~(n19 & n45);
  assign n49 = ~((n46 | n40) & n48);
  assign n50 = ~((n47 & n36) | n49);
  assign n51 = ~n8;
  assign n52 = ~n50;

  assign sum = {n52, n44, n38, n31, n22, n51};
endmodule
