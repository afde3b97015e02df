// Ways to the shop that could not be made: counted, logged with the shop's own reason, and kept a while for the desks.
import type { Log } from '../../ops/log.ts'
import type { ShopRecords } from '../records/shopRecords.ts'
import type { HandedHold } from '../checkout.ts'
import { holdsOf } from './basket.ts'
import type { Handed } from './leaving.ts'

export interface HandoffFailureNeeds {
  readonly records: Pick<ShopRecords, 'noteFailure' | 'forgetFailure'>
  readonly log: Log
  readonly countHandoff: (result: string) => void
}

export interface HandoffFailures {
  /** Resolves when the desks can read it. Never rejects. */
  take(hold: HandedHold, outcome: Handed): Promise<void>
}

function whyOf(detail: unknown): string {
  return typeof detail === 'object' && detail !== null && 'why' in detail ? String(detail.why) : ''
}

export function createHandoffFailures({ records, log, countHandoff }: HandoffFailureNeeds): HandoffFailures {
  const keepOne = async ({ id: holdId, showId, items }: HandedHold, outcome: Handed): Promise<void> => {
    // One that ended on the way is nobody's fault, and asks nothing of staff any more.
    if (outcome.ok || outcome.code === 'HOLD_OVER') return records.forgetFailure(holdId)
    const { code } = outcome
    const why = whyOf(outcome.detail)
    log.warn({ holdId, showId, code, why }, 'a buyer could not be taken to the shop')
    return records.noteFailure({ holdId, showId, skus: items.map(({ sku }) => sku), code, why })
  }
  const keep = async (hold: HandedHold, outcome: Handed): Promise<void> => {
    await Promise.all(holdsOf(hold).map((one) => keepOne(one, outcome)))
  }

  return {
    async take(hold, outcome) {
      countHandoff(outcome.ok ? 'ok' : outcome.code)
      await keep(hold, outcome).catch((err: unknown) => {
        log.error({ err, holdId: hold.id }, 'the desk does not hear how a hand-off came out')
      })
    },
  }
}
