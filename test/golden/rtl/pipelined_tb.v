// pipelined_tb: self-checking test bench of pipelined
// 6 clock cycles with the outputs of the golden model
module pipelined_tb;
  reg  clk;
  reg  [2:0] x;
  reg  [2:0] w;
  wire [5:0] sum;
  integer failures;

  pipelined dut (.clk(clk), .x(x), .w(w), .sum(sum));

  task check;
    input [2:0] x_value;
    input [2:0] w_value;
    input [5:0] sum_expected;
    input sum_checked;
    begin
      x = x_value;
      w = w_value;
      #1;
      if ((sum_checked && sum !== sum_expected)) begin
        failures = failures + 1;
        $display("FAIL x=%h w=%h sum=%h sum_expected=%h", x, w, sum, sum_expected);
      end
      clk = 1;
      #1;
      clk = 0;
    end
  endtask

  initial begin
    failures = 0;
    clk = 0;
    check(3'h0, 3'h0, 6'h0, 1'b0);
    check(3'h1, 3'h0, 6'h0, 1'b0);
    check(3'h2, 3'h0, 6'h0, 1'b1);
    check(3'h3, 3'h0, 6'h0, 1'b1);
    check(3'h0, 3'h0, 6'h0, 1'b1);
    check(3'h0, 3'h0, 6'h0, 1'b1);
    if (failures == 0) $display("PASS 6 clock cycles");
    else $display("FAIL %0d of 6 clock cycles", failures);
    $finish;
  end
endmodule
