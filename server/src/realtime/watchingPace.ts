// How often a room is told how many watch: each second while it is small, more rarely the more there are to tell.

const LEAST_MS = 1000
const MOST_MS = 5000

export interface WatchingPace {
  /** Whether it is time to tell so many sockets again; `now` in ms, never going back. Whoever is answered yes tells them. */
  isDue(sockets: number, now: number): boolean
}

/** While people stream in the number is another one each second: about a thousand frames a second are spent on it, however many there are. */
export function createWatchingPace(): WatchingPace {
  let toldAt = -Infinity
  return {
    isDue(sockets, now) {
      if (now - toldAt < Math.min(MOST_MS, Math.max(LEAST_MS, sockets))) return false
      toldAt = now
      return true
    },
  }
}
