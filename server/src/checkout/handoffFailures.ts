// Ways to the shop that could not be made: counted, logged with the shop's own reason, and kept a while for the desk.
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { HandedHold } from './checkout.ts'
import type { Handed } from './leaving.ts'

export interface HandoffFailureNeeds {
  readonly clock: Clock
  readonly log: Log
  readonly countHandoff: (result: string) => void
}

export interface HandoffFailures {
  take(hold: HandedHold, outcome: Handed): void
  /** Of the last minutes, the newest first. */
  read(): readonly HandoffFailure[]
}

const KEPT_MS = 600_000
const MOST = 20

function whyOf(detail: unknown): string {
  return typeof detail === 'object' && detail !== null && 'why' in detail ? String(detail.why) : ''
}

/** Of this process; the log of all of them has every one. */
export function createHandoffFailures({ clock, log, countHandoff }: HandoffFailureNeeds): HandoffFailures {
  let kept: HandoffFailure[] = []
  return {
    take({ id: holdId, showId, items }, outcome) {
      countHandoff(outcome.ok ? 'ok' : outcome.code)
      // A hold that ended on the way is nobody's fault.
      if (outcome.ok || outcome.code === 'HOLD_OVER') return
      const { code } = outcome
      const why = whyOf(outcome.detail)
      log.warn({ holdId, showId, code, why }, 'a buyer could not be taken to the shop')
      kept = [{ holdId, showId, skus: items.map(({ sku }) => sku), code, why, at: clock() }, ...kept].slice(0, MOST)
    },
    read: () => kept.filter(({ at }) => clock() - at < KEPT_MS),
  }
}
