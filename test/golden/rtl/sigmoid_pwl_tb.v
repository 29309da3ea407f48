// sigmoid_pwl_tb: self-checking test bench of sigmoid_pwl
// 4 vectors with the outputs of the golden model
module sigmoid_pwl_tb;
  reg  [2:0] x;
  reg  [2:0] w;
  wire [5:0] sum;
  wire [2:0] y;
  integer failures;

  sigmoid_pwl dut (.x(x), .w(w), .sum(sum), .y(y));

  task check;
    input [2:0] x_value;
    input [2:0] w_value;
    input [5:0] sum_expected;
    input [2:0] y_expected;
    begin
      x = x_value;
      w = w_value;
      #1;
      if (sum !== sum_expected || y !== y_expected) begin
        failures = failures + 1;
        $display("FAIL x=%h w=%h sum=%h sum_expected=%h y=%h y_expected=%h", x, w, sum, sum_expected, y, y_expected);
      end
    end
  endtask

  initial begin
    failures = 0;
    check(3'h0, 3'h0, 6'h0, 3'h4);
    check(3'h1, 3'h0, 6'h0, 3'h4);
    check(3'h2, 3'h0, 6'h0, 3'h4);
    check(3'h3, 3'h0, 6'h0, 3'h4);
    if (failures == 0) $display("PASS 4 vectors");
    else $display("FAIL %0d of 4 vectors", failures);
    $finish;
  end
endmodule
