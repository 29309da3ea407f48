// half_adder_nn_pp: half adder of 2 gates
module half_adder_nn_pp (
  input  wire a,
  input  wire b,
  output wire sum,
  output wire carry
);
  assign carry = ~(a | b);
  assign sum = ~((a & b) | carry);
endmodule
