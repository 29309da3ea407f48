// parallel_tb: self-checking test bench of parallel
// 4 vectors with the outputs of the golden model
module parallel_tb;
  reg  [5:0] x;
  reg  [5:0] w;
  reg  [5:0] bias;
  wire [7:0] sum;
  integer failures;

  parallel dut (.x(x), .w(w), .bias(bias), .sum(sum));

  task check;
    input [5:0] x_value;
    input [5:0] w_value;
    input [5:0] bias_value;
    input [7:0] sum_expected;
    begin
      x = x_value;
      w = w_value;
      bias = bias_value;
      #1;
      if (sum !== sum_expected) begin
        failures = failures + 1;
        $display("FAIL x=%h w=%h bias=%h sum=%h sum_expected=%h", x, w, bias, sum, sum_expected);
      end
    end
  endtask

  initial begin
    failures = 0;
    check(6'h0, 6'h0, 6'h0, 8'h0);
    check(6'h0, 6'h9, 6'h0, 8'h0);
    check(6'h0, 6'h1b, 6'h0, 8'h0);
    check(6'h0, 6'h24, 6'h0, 8'h0);
    if (failures == 0) $display("PASS 4 vectors");
    else $display("FAIL %0d of 4 vectors", failures);
    $finish;
  end
endmodule
