// Where changes are told: store and ledger are made before those who listen.
import type { ShowId } from '@lantern/shared/contract/ids.ts'

type Listener = (showIds: ReadonlySet<ShowId>) => void

export interface Changes {
  tell: Listener
  listen(listener: Listener): void
}

export function createChanges(): Changes {
  const listeners: Listener[] = []
  return {
    tell: (showIds) => listeners.forEach((listener) => listener(showIds)),
    listen: (listener) => void listeners.push(listener),
  }
}
