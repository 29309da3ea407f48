/** Functions of jstat 1.9.6 that are used here. The package ships no types. */
declare module 'jstat' {
  const jStat: {
    readonly studentt: {
      /** Quantile of Student's t distribution. The x with P(T <= x) = p at `degrees` of freedom. */
      inv(p: number, degrees: number): number;
    };
    /** Complementary error function. */
    erfc(x: number): number;
  };
  export default jStat;
}
