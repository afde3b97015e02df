// Mistakes in what coupons and step prices take off, and in what goes back for them.
import type { Patch } from './patch.ts'

export const PRICES: readonly Patch[] = [
  {
    name: 'a coupon that one hold has is offered to another',
    file: 'ledger/decide/coupons.ts',
    find: '(reward.hold_id !== null || isPast(reward, set.now))',
    put: 'isPast(reward, set.now)',
    probe: 'rules',
  },
  {
    name: 'a coupon does not come back with the end of its hold',
    file: 'ledger/decide/coupons.ts',
    find: 'for (const kept of set.rewards.ofHold(hold.id)) giveBack(set, kept)',
    put: '',
    probe: 'rules',
  },
  {
    name: 'a coupon that was paid with can be used again',
    file: 'ledger/decide/rewards.ts',
    find: "{ ...reward, state: 'used' }, { type: 'reward:used'",
    put: "{ ...reward, state: 'granted', hold_id: null }, { type: 'reward:used'",
    probe: 'rules',
  },
  {
    name: 'a refund takes a buyer out of the steps',
    file: 'ledger/decide/openedPrices.ts',
    find: 'if (!isPayment || set.activities.size === 0) return',
    put: `if (to === 'refunded') for (const one of set.activities.all()) set.activities.put({ ...one, entries: one.entries - 1 })
  if (!isPayment || set.activities.size === 0) return`,
    probe: 'rules',
  },
  {
    name: 'holds that live stay above the step that was reached',
    file: 'ledger/decide/openedPrices.ts',
    find: 'for (const id of holdIds) bring(set, set.holds.find(id))',
    put: '',
    probe: 'rules',
  },
  {
    name: 'a difference is given twice',
    file: 'ledger/decide/openedPrices.ts',
    find: "set.payments.put({ ...payment, state: 'asked', due_minor: due, version })",
    put: 'set.payments.put({ ...payment, due_minor: due, version })',
    probe: 'rules',
  },
]
