// Requests to a shop that was entered in the studio: as to any other shop, by the guard.
import { createGuardedFetch } from '../../guard/guardedFetch.ts'
import type { SendToShop } from '../shopFetch.ts'

export interface GuardedSend {
  readonly send: SendToShop
  /** Idempotent. */
  close(): void
}

export function createGuardedSend(allowedHosts: readonly string[]): GuardedSend {
  const guarded = createGuardedFetch({ allowedHosts })
  return {
    async send(question) {
      const answer = await guarded.ask(question)
      const told = Object.entries(answer.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      )
      return { status: answer.statusCode ?? 0, headers: new Headers(Object.fromEntries(told)), body: answer }
    },
    close: guarded.close,
  }
}
