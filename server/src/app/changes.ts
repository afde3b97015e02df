// Passes on which shows have changed, from store and ledger to those who listen and are made later.
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
