// Attribution and commission once more, written plainly from the rules as people read them, to compare the product with.
import type { CommissionRate, SharingRules } from '@lantern/shared/contract/sharing.ts'

export interface PlainClick {
  readonly who: string
  readonly link: string
  readonly at: number
}

export interface PlainOrder {
  readonly who: string
  readonly link: string
  readonly at: number
}

export interface PlainPerson {
  readonly upper: string | null
  readonly over: boolean
  readonly buyer: boolean
}

const DAY = 24 * 60 * 60 * 1000

interface PlainPast {
  readonly clicks: readonly PlainClick[]
  readonly orders: readonly PlainOrder[]
}

interface PlainShop {
  readonly people: Readonly<Record<string, PlainPerson>>
  readonly rules: SharingRules
}

const byTime = (a: { at: number }, b: { at: number }) => a.at - b.at

function mayEarn(who: string, { people, rules }: PlainShop): boolean {
  const person = people[who]
  if (!person || person.over) return false
  return rules.ownPurchases ? true : !person.buyer
}

/** Walks through everything from the oldest to the newest and keeps who has the buyer now. */
function walk(now: number, past: readonly PlainClick[], { days, first }: { days: number; first: boolean }) {
  let kept: PlainClick | null = null
  for (const one of [...past].sort(byTime)) {
    const binds = one.at <= now && one.at > now - days * DAY
    if (binds && !(first && kept !== null)) kept = one
  }
  return kept
}

export function plainWinner(
  now: number,
  { clicks, orders }: PlainPast,
  shop: PlainShop,
): { who: string; link: string; upper: string | null } | null {
  const { rules, people } = shop
  if (!rules.isOn) return null
  const good = <Past extends PlainClick>(past: readonly Past[]) => past.filter(({ who }) => mayEarn(who, shop))
  const byClick = walk(now, good(clicks), { days: rules.clickDays, first: rules.click === 'first' })
  const byOrder = walk(now, good(orders), { days: rules.orderDays, first: false })
  const winner = rules.protects ? (byOrder ?? byClick) : (byClick ?? byOrder)
  if (winner === null) return null
  const upper = people[winner.who]?.upper ?? null
  const hasUpper = upper !== null && upper !== winner.who && mayEarn(upper, shop)
  return { who: winner.who, link: winner.link, upper: hasUpper ? upper : null }
}

export interface PlainLine {
  readonly pay: number
  readonly units: number
  readonly own: CommissionRate
  readonly upper: CommissionRate
}

/** Both levels of one line of an order over `total`, of which `paid` came in and `back` went back. */
export function plainShares(
  line: PlainLine,
  { total, paid, back, hasUpper }: { total: number; paid: number; back: number; hasUpper: boolean },
): { own: number; upper: number } {
  const whole = Math.max(total, paid)
  const left = Math.max(0, paid - back)
  if (paid === 0) return { own: 0, upper: 0 }
  const ofLine = (rate: CommissionRate) =>
    rate.kind === 'percent' ? (line.pay * rate.hundredths) / 10_000 : rate.minor * line.units
  const round = (exact: number) => {
    // What is a whole number but for the last bits of a double is that number.
    const near = Math.round(exact)
    return Math.abs(exact - near) < 1e-7 ? near : Math.floor(exact)
  }
  const kept = round((line.pay * left) / whole)
  const own = Math.min(kept, round((ofLine(line.own) * left) / whole))
  const upper = hasUpper ? Math.min(kept - own, round((ofLine(line.upper) * left) / whole)) : 0
  return { own, upper }
}
