// What the viewer has that can be shown at the counter now: good coupons, and paid orders that no group fetches.
import type { CounterRules, CounterThing } from '@lantern/shared/contract/counter.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useEffect, useState } from 'react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { couponsIn, isGood, type OwnCoupon } from '../../view/coupons.ts'
import { nameLines } from '../../view/holds.ts'
import { askRules } from './ask.ts'

const STEP_MS = 1000

export interface Thing {
  readonly key: string
  readonly thing: CounterThing
  readonly title: string
  readonly sub: string
}

/** Empty: nothing, or the shop's counter takes nothing. */
export function useThings(): readonly Thing[] {
  const { session, view, holds } = useScene()
  const words = useWords()
  const now = useNow(session.client.clock, STEP_MS)
  const coupons = couponsIn(view.own.rewards).filter((coupon) => coupon.reward.holdId === null && isGood(coupon, now))
  const orders = holds.filter((hold) => hold.state === 'paid' && (hold.group?.point ?? null) === null)
  const rules = useRules(coupons.length + orders.length > 0)
  if (rules === null) return []
  const sizes = (hold: Hold) => (view.room === null ? '' : words.list(nameLines(view.room, hold, words.text)))
  const ofOrder = (hold: Hold): Thing => ({
    key: `order ${hold.id}`,
    thing: { kind: 'order', ref: hold.id },
    title: hold.orderId === null ? words.t('counter.orderPaid') : words.t('counter.order', { id: hold.orderId }),
    sub: sizes(hold),
  })
  const ofCoupon = ({ reward, terms }: OwnCoupon): Thing => {
    const { off, currency, fromMinor } = terms
    const percent = new Intl.NumberFormat(words.locale, { style: 'percent' })
    const said = 'minor' in off ? words.money(off.minor, currency) : percent.format(off.percent / 100)
    return {
      key: `coupon ${reward.id}`,
      thing: { kind: 'coupon', ref: reward.id },
      title: words.t('counter.coupon', { off: said }),
      sub: fromMinor === 0 ? '' : words.t('coupon.from', { from: words.money(fromMinor, currency) }),
    }
  }
  return [...(rules.orders ? orders.map(ofOrder) : []), ...(rules.coupons ? coupons.map(ofCoupon) : [])]
}

/** Asked once there is something to show; null: not known yet. */
function useRules(hasThings: boolean): CounterRules | null {
  const [rules, setRules] = useState<CounterRules | null>(null)
  const isToAsk = hasThings && rules === null
  useEffect(() => {
    if (!isToAsk) return
    let isOpen = true
    void askRules().then((read) => isOpen && setRules(read))
    return () => {
      isOpen = false
    }
  }, [isToAsk])
  return rules
}
