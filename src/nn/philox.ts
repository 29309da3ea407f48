/** The random words of networks: Philox4x32-10. */

export { checkedSeed, philox4x32, STREAM } from '../gen/index.ts';
