// A hash as pages show it.
const ENDS = 4

/** Enough of it to compare it by eye: 3f9a…c21e. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, ENDS)}…${hash.slice(-ENDS)}`
}
