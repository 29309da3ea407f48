// gates_tb: self-checking test bench of gates
// 4 vectors with the outputs of the golden model
module gates_tb;
  reg  [2:0] x;
  reg  [2:0] w;
  wire [5:0] sum;
  integer failures;

  gates dut (.x(x), .w(w), .sum(sum));

  task check;
    input [2:0] x_value;
    input [2:0] w_value;
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
    check(3'h0, 3'h0, 6'h0);
    check(3'h1, 3'h0, 6'h0);
    check(3'h2, 3'h0, 6'h0);
    check(3'h3, 3'h0, 6'h0);
    if (failures == 0) $display("PASS 4 vectors");
    else $display("FAIL %0d of 4 vectors", failures);
    $finish;
  end
endmodule
