// What is done around a hand-off: the buyer's leaving counts as arriving, and codes are kept in mind.
import { randomUUID } from 'node:crypto'
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { type Outcome, type Refusal, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HoldState } from '@lantern/shared/contract/things.ts'
import type { Log } from '../../ops/log.ts'
import type { ShopRecords } from '../records/shopRecords.ts'
import type { Checkout, HandedHold, ShopFact, Visit } from '../checkout.ts'
import { createLoop, type Loop } from '../../kit/loop.ts'
import { toBasket } from '../../domain/basket.ts'
import { checkoutOver } from '../checkoutOver.ts'
import { holdsOf } from './basket.ts'
import { refusedByShop } from '../shopFetch.ts'
import type { Fences } from '../stock/fences.ts'

export interface LeavingNeeds {
  readonly records: Pick<ShopRecords, 'openCode' | 'codesToEnd' | 'codesLeft' | 'endCode'>
  readonly log: Log
  /** Under which the shop posts. */
  readonly endpointId: string
  readonly report: (fact: ShopFact) => Promise<Outcome<unknown, 'HOLD_NOT_FOUND'>>
  readonly findHold: (holdId: HoldId) => Promise<(HandedHold & { readonly state: HoldState }) | null>
  readonly fences: Pick<Fences, 'isOn' | 'makeWay' | 'nudge'>
  /** Told of every way to the shop that was asked for, as it came out. */
  readonly onHandoff: (hold: HandedHold, outcome: Handed) => Promise<void>
}

export type Handed = Awaited<ReturnType<Checkout['linkTo']>>

/**
 * `linkTo` with the buyer's leaving counted as arriving: the hold turns paying first, which may put its deadline off, since a
 * link or code is good for as long as the hold is: card, link and shop's page show one deadline. It goes back where there is
 * no way to the shop. A shop that says by itself when a buyer arrives says it of a hold that is paying already. What the shop keeps apart for us it must let go of before it
 * can put it into a cart.
 */
export function withLeaving(checkout: Checkout, needs: LeavingNeeds): Checkout {
  const { records, endpointId, report, findHold, fences, onHandoff } = needs

  /** Null: it was let go, or its time was over, while the buyer was on the way. */
  async function leaveOne({ id: holdId }: HandedHold): Promise<HandedHold | null> {
    await report({ type: 'checkout.opened', endpointId, eventId: `left-${holdId}-${randomUUID()}`, holdId })
    const hold = await findHold(holdId)
    return hold?.state === 'paying' ? hold : null
  }

  /** All of them, or null. */
  async function leave(basket: HandedHold): Promise<HandedHold | null> {
    const left = await Promise.all(holdsOf(basket).map(leaveOne))
    const [first, ...others] = left.filter((hold) => hold !== null)
    return first === undefined || others.length + 1 < left.length ? null : toBasket(first, others)
  }

  async function comeBack(basket: HandedHold): Promise<void> {
    const back = holdsOf(basket).map(({ id: holdId }) =>
      report({ type: 'checkout.left', endpointId, eventId: `stayed-${holdId}-${randomUUID()}`, holdId }),
    )
    await Promise.all(back)
    fences.nudge()
  }

  async function linkFor(hold: HandedHold, visit: Visit): Promise<Handed> {
    const leaving = await leave(hold)
    if (leaving === null) return refuse('HOLD_OVER')
    // Before the code is made, and when nothing changes the hold: what is written down can be ended, also after a crash between.
    if (checkout.answers.price === 'code') await Promise.all(holdsOf(hold).map(({ id }) => records.openCode(id)))
    return wayFor(checkout, fences, { hold: leaving, visit })
  }

  return checkoutOver(checkout, {
    async linkTo(hold, visit) {
      const link = (await endLeft(checkout, needs, hold)) ? await linkFor(hold, visit) : refuse('SHOP_UNREACHABLE')
      await onHandoff(hold, link)
      if (!link.ok) await comeBack(hold)
      return link
    },
  })
}

interface Leaving {
  readonly hold: HandedHold
  readonly visit: Visit
}

async function wayFor(checkout: Checkout, fences: LeavingNeeds['fences'], { hold, visit }: Leaving): Promise<Handed> {
  await fences.makeWay(hold, true)
  const link = await checkout.linkTo(hold, visit)
  if (!fences.isOn() || link.ok || link.code !== 'SHOP_REFUSED') return link
  // Another process may have set apart what this one had let go of.
  const refusal = await fences.makeWay(hold, false)
  const again = await checkout.linkTo(hold, visit)
  // A shop that does not let go has no unit for the buyer either: why it does not is what staff can mend.
  if (again.ok || again.code !== 'SHOP_REFUSED' || refusal === null) return again
  return refusedByShop(`${whyOf(again)}; its units stay set apart: ${whyOf(refusal)}`)
}

function whyOf({ code, detail }: Refusal): string {
  const why = detail?.['why']
  return typeof why === 'string' ? why : code
}

const EVERY_MS = 5000

/** False: the shop does not answer. */
async function endCode(checkout: Checkout, { records, log }: LeavingNeeds, holdId: HoldId): Promise<boolean> {
  const ended = await checkout.endHandoff(holdId)
  if (!ended.ok && ended.code === 'SHOP_UNREACHABLE') return false
  if (!ended.ok)
    log.warn({ holdId, detail: ended.detail }, 'the shop does not end a code that is not to be used any more')
  await records.endCode(holdId)
  return true
}

/** False: the shop does not answer. A coupon that one hold has left goes with no other before the first one's code is over. */
async function endLeft(checkout: Checkout, needs: LeavingNeeds, basket: HandedHold): Promise<boolean> {
  if (checkout.answers.price !== 'code') return true
  const left = await Promise.all(holdsOf(basket).map(({ id }) => needs.records.codesLeft(id)))
  for (const holdId of new Set(left.flat())) if (!(await endCode(checkout, needs, holdId))) return false
  return true
}

/**
 * Ends the codes of holds that are over or have lost their coupon, whoever made them; a shop that does not answer is asked again.
 * One at a time: whoever goes to the shop meanwhile has a new code, which is not to be ended for the one before.
 */
export function startCodeEnder(checkout: Checkout, needs: LeavingNeeds): Loop {
  const { records, log } = needs
  async function turn(): Promise<boolean> {
    const [holdId] = await records.codesToEnd(1)
    return holdId !== undefined && (await endCode(checkout, needs, holdId))
  }

  return createLoop({ everyMs: EVERY_MS, turn, onError: (err) => log.error({ err }, 'codes not ended; trying again') })
}
