// gates_reference: behavioural reference of gates
//
// sum = x[0]*w[0] + ... over 1 synapse, exact
//
// Parameters: none
// Ports
//   x         input  3 bits: unsigned input k in [k*3 +: 3]
//   w         input  3 bits: unsigned weight k in [k*3 +: 3]
//   sum       output 6 bits: unsigned
// Latency: 0 clocks (combinational)
// Spec: {"accumulator":"exact","activation":"none","adder":"sklansky","adderCells":"gates","architecture":"parallel","bias":false,"bits":3,"inputBits":3,"kind":"digital","multiplier":"dadda","name":"gates","objective":"balanced","outputBits":8,"overflow":"wrap","partialProducts":"simple","pipeline":0,"shift":0,"signed":{"inputs":false,"weights":false},"synapses":1,"threshold":0}
module gates_reference (
  input  wire [2:0] x,
  input  wire [2:0] w,
  output wire [5:0] sum
);
  wire [5:0] x0 = {{3{1'b0}}, x[2:0]};
  wire [5:0] w0 = {{3{1'b0}}, w[2:0]};
  wire [5:0] exact = x0 * w0;
  wire [5:0] held = exact;
  assign sum = held;
endmodule
