// One immutable view with listeners: what every client here shows to its page.

export interface Store<View> {
  get(): View
  /** Listeners hear of it only when something differs. */
  patch(change: Partial<View>): void
  subscribe(listener: () => void): () => void
}

export function createStore<View extends object>(first: View): Store<View> {
  let view = first
  const listeners = new Set<() => void>()

  return {
    get: () => view,
    patch(change) {
      const next = { ...view, ...change }
      if (sameValues(view, next)) return
      view = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      const own = () => listener()
      listeners.add(own)
      return () => listeners.delete(own)
    },
  }
}

function sameValues<View extends object>(one: View, other: View): boolean {
  const names = Object.keys(other) as (keyof View)[]
  return names.every((name) => Object.is(one[name], other[name]))
}
