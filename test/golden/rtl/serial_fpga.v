// serial_fpga: serial for an FPGA, between registers
//
// Two clocks later than serial; the parameters are those of the spec
// Spec: {"accumulator":"exact","activation":"none","adder":"ripple","adderCells":"library","architecture":"serial","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"wallace","name":"serial","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":4,"threshold":0}
module serial_fpga (
  input  wire clk,
  input  wire rst,
  input  wire in_valid,
  input  wire in_last,
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire out_valid,
  output wire [7:0] sum
);
  reg  in_valid_held;
  reg  in_last_held;
  reg  [2:0] x_held;
  reg  [2:0] w_held;
  reg  out_valid_held;
  reg  [7:0] sum_held;
  wire out_valid_next;
  wire [7:0] sum_next;
  serial_reference neuron (.clk(clk), .rst(rst), .in_valid(in_valid_held),
    .in_last(in_last_held), .x(x_held), .w(w_held), .out_valid(out_valid_next), .sum(sum_next));
  always @(posedge clk) begin
    in_valid_held <= in_valid;
    in_last_held <= in_last;
    x_held <= x;
    w_held <= w;
    out_valid_held <= out_valid_next;
    sum_held <= sum_next;
    if (rst) begin
      in_valid_held <= {1{1'b0}};
      out_valid_held <= {1{1'b0}};
      sum_held <= {8{1'b0}};
    end
  end
  assign out_valid = out_valid_held;
  assign sum = sum_held;
endmodule
