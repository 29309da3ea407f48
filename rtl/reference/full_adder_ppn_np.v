// full_adder_ppn_np: full adder of 5 gates
module full_adder_ppn_np (
  input  wire a,
  input  wire b,
  input  wire c,
  output wire sum,
  output wire carry
);
  wire n1, n2, n3;
  assign n1 = ~(a & b);
  assign n2 = ~((a | b) & n1);
  assign n3 = ~(n2 & c);
  assign sum = ~((n2 | c) & n3);
  assign carry = ~((n2 | c) & n1);
endmodule
