// What staff do on the shop's page: a buyer who could not leave gets less, or the same again; a payment that differs is settled.
import { randomBytes } from 'node:crypto'
import { HoldId, type StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { ActOnFailure, DecidePayment, FailureAct } from '@lantern/shared/contract/shopActs.ts'
import type { ChangeOutcome, Ledger, PlaceOutcome } from '../../ledger/ledger.ts'
import type { ShopRecords } from '../records/shopRecords.ts'

export interface ShopActsNeeds {
  readonly records: Pick<ShopRecords, 'readFailures' | 'forgetFailure'>
  readonly ledger: Pick<Ledger, 'findForHandoff' | 'change' | 'place' | 'settleOrder'>
}

type RefusedBy<Done> = Extract<Done, { readonly ok: false }>
type Acted =
  | { readonly ok: true; readonly value: null }
  | RefusedBy<ChangeOutcome>
  | RefusedBy<PlaceOutcome>
  | RefusedBy<Outcome<null, 'BAD_INPUT'>>
type Decided = Outcome<null, 'ORDER_NOT_FOUND' | 'ORDER_SETTLED' | 'NOT_ENOUGH_UNITS' | 'BAD_INPUT'>

export interface ShopActs {
  /** HOLD_NOT_FOUND: no such failure, or it is over ten minutes old. */
  act(input: ActOnFailure, by: StaffId): Promise<Acted>
  decide(input: DecidePayment, by: StaffId): Promise<Decided>
}

/** The hold of a failure that can be acted on so. */
async function findFailed({ records, ledger }: ShopActsNeeds, holdId: HoldId, act: FailureAct) {
  const failure = (await records.readFailures()).find((one) => one.holdId === holdId)
  const hold = failure?.hold?.acts.includes(act) === true ? await ledger.findForHandoff(holdId) : null
  return hold === null || failure?.hold === undefined ? null : { hold, failed: failure.hold }
}

export function createShopActs(needs: ShopActsNeeds): ShopActs {
  const { records, ledger } = needs

  async function offerLess(input: Extract<ActOnFailure, { act: 'offer_less' }>, by: StaffId): Promise<Acted> {
    const { holdId, offerId, quantity } = input
    const found = await findFailed(needs, holdId, 'offer_less')
    if (found === null) return refuse('HOLD_NOT_FOUND')
    const line = found.failed.lines.find((one) => one.offerId === offerId)
    if (line === undefined) return refuse('OFFER_NOT_FOUND')
    if (quantity >= line.quantity) return refuse('BAD_INPUT')
    const done = await ledger.change({ holdId, viewerId: found.hold.viewerId, lines: [{ offerId, quantity }], by })
    return done.ok ? grant(null) : done
  }

  /** At no more than was promised; two who press at once hold it once, since a viewer has one hold of an offer. */
  async function holdAgain({ holdId }: Extract<ActOnFailure, { act: 'hold_again' }>, by: StaffId): Promise<Acted> {
    const found = await findFailed(needs, holdId, 'hold_again')
    if (found === null) return refuse('HOLD_NOT_FOUND')
    const { showId, viewerId, via, lines } = found.hold
    const wishes = lines.map(({ offerId, quantity, unitPriceMinor }) => ({
      offerId,
      quantity,
      priceMinor: unitPriceMinor,
    }))
    const id = HoldId.parse(`again_${randomBytes(12).toString('base64url')}`)
    const who = { viewerId, viewerName: found.failed.buyer, via, source: null, by }
    const done = await ledger.place({ holdId: id, showId, ...who, lines: wishes })
    return done.ok ? grant(null) : done
  }

  return {
    async act(input, by) {
      const done = await (input.act === 'offer_less' ? offerLess(input, by) : holdAgain(input, by))
      if (done.ok) await records.forgetFailure(input.holdId)
      return done
    },
    decide: (input, by) => decide(needs, input, by),
  }
}

/** The part first: if it is refused, the payment waits for a decision still. */
async function decide({ ledger }: ShopActsNeeds, input: DecidePayment, by: StaffId): Promise<Decided> {
  const { holdId, orderId, choice, backMinor } = input
  const hold = await ledger.findForHandoff(holdId)
  if (hold === null) return refuse('ORDER_NOT_FOUND')
  const order = { showId: hold.showId, holdId, orderId, by }
  if (choice === 'refund_part') {
    if (backMinor === undefined) return refuse('BAD_INPUT')
    const part = await ledger.settleOrder({ ...order, choice, backMinor })
    if (!part.ok) return part
  }
  const done = await ledger.settleOrder({ ...order, choice: choice === 'refund_part' ? 'accept' : choice })
  return done.ok ? grant(null) : done
}
