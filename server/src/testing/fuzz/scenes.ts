// What frames alone cannot bring about: payments, a host elsewhere, a dead media worker, an offer that nobody can sell.
import type { ShopFact } from '../../ledger/ledger.ts'
import { HoldId, OrderId, type ShowId } from '@lantern/shared/contract/ids.ts'
import type { TestApp } from '../startTestApp.ts'
import type { Chance } from './schema.ts'

export interface Scenes {
  /** Something happens to some hold: the shop says so. */
  shopSpeaks(): Promise<void>
  /** From now on the picture comes from another process. */
  moveHost(showId: ShowId): Promise<void>
  killWorker(): void
}

export function createScenes(app: TestApp, { random, ids }: Chance): Scenes {
  let events = 0

  const makeFact = (): ShopFact => {
    events += 1
    const about = { eventId: `fuzz-${events}`, endpointId: 'demo', holdId: HoldId.parse(ids.pick('holdId')) }
    const orderId = OrderId.parse(ids.pick('orderId'))
    const share = random.next()
    if (share < 0.5) return { ...about, type: 'checkout.opened' }
    if (share < 0.58) return { ...about, type: 'order.cancelled' }
    if (share < 0.6) return { ...about, type: 'order.cancelled', orderId }
    if (share < 0.65) return { ...about, type: 'order.refunded', orderId }
    const amountMinor = random.pick([12_900, 4_900, 1])
    return { ...about, type: 'order.paid', orderId, amountMinor, currency: 'EUR' }
  }
  return {
    shopSpeaks: async () => {
      const fact = makeFact()
      const outcome = await app.ledger.report(fact)
      if (outcome.ok && 'orderId' in fact && fact.orderId !== undefined) ids.add('orderId', fact.orderId)
    },
    moveHost: (showId) => app.store.setHost(showId, { status: 'on', mediaNode: 'http://127.0.0.1:9', renew: false }),
    killWorker: () => {
      for (const pid of app.sfu.workerPids()) process.kill(pid, 'SIGKILL')
    },
  }
}
