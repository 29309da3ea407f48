// serial_tb: self-checking test bench of serial
// 21 clock cycles with the outputs of the golden model
module serial_tb;
  reg  clk;
  reg  [0:0] rst;
  reg  [0:0] in_valid;
  reg  [0:0] in_last;
  reg  [2:0] x;
  reg  [2:0] w;
  wire [0:0] out_valid;
  wire [7:0] sum;
  integer failures;

  serial dut (.clk(clk), .rst(rst), .in_valid(in_valid), .in_last(in_last), .x(x), .w(w), .out_valid(out_valid), .sum(sum));

  task check;
    input [0:0] rst_value;
    input [0:0] in_valid_value;
    input [0:0] in_last_value;
    input [2:0] x_value;
    input [2:0] w_value;
    input [0:0] out_valid_expected;
    input out_valid_checked;
    input [7:0] sum_expected;
    input sum_checked;
    begin
      rst = rst_value;
      in_valid = in_valid_value;
      in_last = in_last_value;
      x = x_value;
      w = w_value;
      #1;
      if ((out_valid_checked && out_valid !== out_valid_expected) || (sum_checked && sum !== sum_expected)) begin
        failures = failures + 1;
        $display("FAIL rst=%h in_valid=%h in_last=%h x=%h w=%h out_valid=%h out_valid_expected=%h sum=%h sum_expected=%h", rst, in_valid, in_last, x, w, out_valid, out_valid_expected, sum, sum_expected);
      end
      clk = 1;
      #1;
      clk = 0;
    end
  endtask

  initial begin
    failures = 0;
    clk = 0;
    check(1'h1, 1'h0, 1'h0, 3'h1, 3'h5, 1'h0, 1'b0, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h0, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h0, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h0, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h1, 3'h0, 3'h0, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h1, 1'h1, 1'b1, 8'h0, 1'b1);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h1, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h1, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h1, 3'h0, 3'h1, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h3, 1'h1, 1'b1, 8'h0, 1'b1);
    check(1'h0, 1'h0, 1'h0, 3'h3, 3'h2, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h3, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h3, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h0, 1'h1, 3'h1, 3'h7, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h1, 3'h0, 3'h3, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h4, 1'h1, 1'b1, 8'h0, 1'b1);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h4, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h0, 3'h0, 3'h4, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h1, 1'h1, 3'h0, 3'h4, 1'h0, 1'b1, 8'h0, 1'b0);
    check(1'h0, 1'h0, 1'h0, 3'h5, 3'h1, 1'h1, 1'b1, 8'h0, 1'b1);
    check(1'h0, 1'h0, 1'h0, 3'h7, 3'h1, 1'h0, 1'b1, 8'h0, 1'b0);
    if (failures == 0) $display("PASS 21 clock cycles");
    else $display("FAIL %0d of 21 clock cycles", failures);
    $finish;
  end
endmodule
