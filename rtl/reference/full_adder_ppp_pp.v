// full_adder_ppp_pp: full adder of 5 gates
module full_adder_ppp_pp (
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
  assign carry = ~((n2 | sum) & n1);
endmodule
