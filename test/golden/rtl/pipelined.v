// pipelined: digital neuron, structural (wallace tree, simple partial products, ripple adder)
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   clk       input  1 bit: rising edge
//   x         input  3 bits: unsigned input k in [k*3 +: 3]
//   w         input  3 bits: unsigned weight k in [k*3 +: 3]
//   sum       output 6 bits: unsigned
// Latency: 2 clocks
// Cells: 3 full adders, 3 half adders
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"pipelined","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":2,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module pipelined (
  input  wire clk,
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum
);

  // registers
  reg r29, r30, r31, r32, r33, r34, r35, r36, r37, r38, r39, r40, r41, r42, r43;

  // partial products
  wire n8, n9, n10, n11, n12, n13, n14, n15, n16;
  assign n8 = x[0] & w[0];
  assign n9 = x[1] & w[0];
  assign n10 = x[2] & w[0];
  assign n11 = x[0] & w[1];
  assign n12 = x[1] & w[1];
  assign n13 = x[2] & w[1];
  assign n14 = x[0] & w[2];
  assign n15 = x[1] & w[2];
  assign n16 = x[2] & w[2];

  // reduction stage 1
  wire n17, n18, n19, n20, n21, n22;
  half_adder ha9 (.a(n9), .b(n11), .sum(n17), .carry(n18));
  full_adder fa10 (.a(n10), .b(n12), .c(n14), .sum(n19), .carry(n20));
  half_adder ha11 (.a(n13), .b(n15), .sum(n21), .carry(n22));

  // carry-propagate adder
  wire n23, n24, n25, n26, n27, n28;
  half_adder ha12 (.a(r29), .b(r30), .sum(n23), .carry(n24));
  full_adder fa13 (.a(r31), .b(r32), .c(n24), .sum(n25), .carry(n26));
  full_adder fa14 (.a(r34), .b(r36), .c(r37), .sum(n27), .carry(n28));

  always @(posedge clk) begin
    r29 <= n19;
    r30 <= n18;
    r31 <= n21;
    r32 <= n20;
    r33 <= n16;
    r34 <= r33;
    r35 <= n22;
    r36 <= r35;
    r37 <= n26;
    r38 <= n8;
    r39 <= r38;
    r40 <= n17;
    r41 <= r40;
    r42 <= n23;
    r43 <= n25;
  end

  assign sum = {n28, n27, r43, r42, r41, r39};
endmodule
