// Units that a shop does not count are kept as a great number, which would tell nobody anything.

/** No show sells so many: from here on pages say that there is enough, without a number. */
const PLENTY = 100_000

export const isPlenty = (units: number): boolean => units >= PLENTY
