// saturating_tb: self-checking test bench of saturating
// 4 vectors with the outputs of the golden model
module saturating_tb;
  reg  [5:0] x;
  reg  [5:0] w;
  wire [5:0] sum;
  integer failures;

  saturating dut (.x(x), .w(w), .sum(sum));

  task check;
    input [5:0] x_value;
    input [5:0] w_value;
    input [5:0] sum_expected;
    begin
      x = x_value;
      w = w_value;
      #1;
      if (sum !== sum_expected) begin
        failures = failures + 1;
        $display("FAIL x=%h w=%h sum=%h sum_expected=%h", x, w, sum, sum_expected);
      end
    end
  endtask

  initial begin
    failures = 0;
    check(6'h0, 6'h0, 6'h0);
    check(6'h1, 6'h0, 6'h0);
    check(6'h2, 6'h0, 6'h0);
    check(6'h3, 6'h0, 6'h0);
    if (failures == 0) $display("PASS 4 vectors");
    else $display("FAIL %0d of 4 vectors", failures);
    $finish;
  end
endmodule
