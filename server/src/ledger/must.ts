// Takes what has to be there: what a batch works on was loaded with it.

/** Throws where it is not. */
export function must<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`${name} was not loaded with the batch`)
  return thing
}
