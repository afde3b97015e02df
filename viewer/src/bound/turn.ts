// Looks at the server one after the other, so that an older answer never comes over a newer one.

export interface Turn {
  /** Whoever asks meanwhile is answered with what is under way. */
  take(work: () => Promise<void>): Promise<void>
  ended(): Promise<void>
}

export function createTurn(): Turn {
  let busy: Promise<void> | null = null
  return {
    take: (work) => (busy ??= work().finally(() => (busy = null))),
    ended: () => busy ?? Promise.resolve(),
  }
}
