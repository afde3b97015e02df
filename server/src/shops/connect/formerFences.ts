// Gives units back at a shop that is not in use any more, until it has taken them.
import { createLoop, type Loop } from '../../kit/loop.ts'
import type { Log } from '../../ops/log.ts'
import type { ConnectionRecords, FormerFence } from '../records/connectionRecords.ts'
import type { LiveShops } from './liveShops.ts'

export interface FormerFencesNeeds {
  readonly live: Pick<LiveShops, 'all'>
  readonly records: Pick<ConnectionRecords, 'formerFences' | 'endFence'>
  readonly log: Log
  readonly everyMs?: number
}

const EVERY_MS = 5000

export function startFormerFences({ live, records, log, everyMs = EVERY_MS }: FormerFencesNeeds): Loop {
  /** False: it did not answer, and is asked again. */
  async function giveBack({ connectionId, sku, externalId }: FormerFence): Promise<boolean> {
    const shop = live.all().find(({ id }) => id === connectionId)
    // Only a shop that sets units apart has any of ours.
    if (shop === undefined || shop.checkout.answers.stock !== 'ring_fenced') return true
    const set = await shop.checkout.setFence({ sku, externalId, units: 0 })
    if (!set.ok)
      log.warn({ sku, kind: shop.kind, code: set.code }, 'a former shop did not take back what it kept apart')
    return set.ok || set.code !== 'SHOP_UNREACHABLE'
  }

  async function turn(): Promise<boolean> {
    for (const fence of await records.formerFences()) {
      if (!(await giveBack(fence))) return false
      await records.endFence(fence)
    }
    return false
  }

  return createLoop({ everyMs, turn, onError: (err) => log.warn({ err }, 'a former shop still keeps units apart') })
}
