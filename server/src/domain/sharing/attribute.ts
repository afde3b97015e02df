// Who is credited with a hold: by the clicks and orders that bind its buyer, and the shop's rules.
import type { Credit, SharerId, SharingRules } from '@lantern/shared/contract/sharing.ts'

/** One day's clicks of a buyer on one link: only its first and its last are kept. */
export interface Click {
  readonly sharerId: SharerId
  readonly link: string
  readonly firstAt: number
  readonly lastAt: number
}

/** A hold of the buyer that was credited and paid and has not gone back. */
export interface Bond {
  readonly sharerId: SharerId
  readonly link: string
  /** When it was granted. */
  readonly at: number
}

export interface Sharer {
  readonly id: SharerId
  /** Who brought them. */
  readonly upperId: SharerId | null
  /** Stopped, or voided by staff: their links count for nobody. */
  readonly isOver: boolean
  /** The buyer is this sharer. */
  readonly isBuyer: boolean
}

export interface Buyer {
  readonly now: number
  readonly clicks: readonly Click[]
  readonly bonds: readonly Bond[]
  readonly sharers: ReadonlyMap<SharerId, Sharer>
}

export type Rules = Pick<SharingRules, 'isOn' | 'click' | 'clickDays' | 'orderDays' | 'protects' | 'ownPurchases'>

const DAY_MS = 86_400_000

interface Touch {
  readonly sharerId: SharerId
  readonly link: string
  readonly at: number
  readonly by: Credit['by']
}

/** Null: nobody brought this buyer. */
export function attribute(buyer: Buyer, rules: Rules): Omit<Credit, 'rules'> | null {
  if (!rules.isOn) return null
  const clicked = chooseClick(buyer, rules)
  const ordered = latest(findBonds(buyer, rules))
  const found = rules.protects ? (ordered ?? clicked) : (clicked ?? ordered)
  if (found === null) return null
  const { sharerId, link, by } = found
  return { sharerId, link, by, upperId: findUpper(buyer, rules, sharerId) }
}

/** From its beginning on, up to and without its end. */
const isWithin = (at: number, days: number, now: number) => at <= now && now < at + days * DAY_MS

function earns({ sharers }: Buyer, { ownPurchases }: Rules, sharerId: SharerId): boolean {
  const sharer = sharers.get(sharerId)
  return sharer !== undefined && !sharer.isOver && (ownPurchases || !sharer.isBuyer)
}

function chooseClick(buyer: Buyer, rules: Rules): Touch | null {
  const times = ({ firstAt, lastAt }: Click) => [firstAt, lastAt]
  const touches = buyer.clicks
    .filter(({ sharerId }) => earns(buyer, rules, sharerId))
    .flatMap((click) => times(click).map((at): Touch => ({ ...click, at, by: 'click' })))
    .filter(({ at }) => isWithin(at, rules.clickDays, buyer.now))
  return rules.click === 'last' ? latest(touches) : earliest(touches)
}

function findBonds(buyer: Buyer, rules: Rules): Touch[] {
  return buyer.bonds
    .filter(({ sharerId, at }) => earns(buyer, rules, sharerId) && isWithin(at, rules.orderDays, buyer.now))
    .map((bond) => ({ ...bond, by: 'order' }))
}

/** Of two at one moment the one whose link comes first by its letters: the order of rows decides nothing. */
const compare = (a: Touch, b: Touch) => a.at - b.at || (a.link < b.link ? 1 : -1)
const latest = (touches: readonly Touch[]) => touches.toSorted(compare).at(-1) ?? null
const earliest = (touches: readonly Touch[]) =>
  touches.toSorted((a, b) => a.at - b.at || (a.link < b.link ? -1 : 1))[0] ?? null

/** Nobody earns twice by one order, nor the buyer where own purchases do not count, nor who is no sharer any more. */
function findUpper(buyer: Buyer, rules: Rules, sharerId: SharerId): SharerId | null {
  const upperId = buyer.sharers.get(sharerId)?.upperId ?? null
  return upperId !== null && upperId !== sharerId && earns(buyer, rules, upperId) ? upperId : null
}
