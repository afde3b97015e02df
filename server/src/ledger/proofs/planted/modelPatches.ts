// Mistakes in activities, coupons and step prices that random commands beside the reference ledger notice without any scene.
import type { Patch } from './patch.ts'

const ENTRIES: readonly Patch[] = [
  {
    name: 'by chance: a place beyond the last is given',
    file: 'ledger/decide/enter.ts',
    find: 'places !== null && entries >= places',
    put: 'places !== null && entries > places',
    probe: 'model',
  },
  {
    name: 'by chance: whoever changes a vote counts for both',
    file: 'ledger/decide/enter.ts',
    find: 'count(set, activity, { value: known?.value, by: -1 })',
    put: '',
    probe: 'model',
  },
  {
    name: 'by chance: what is over can be entered',
    file: 'ledger/decide/enter.ts',
    find: "if (activity.state !== 'open') return",
    put: "if (activity.state === 'draft') return",
    probe: 'model',
  },
  {
    name: 'by chance: whoever moves it need not have seen it as it is',
    file: 'ledger/decide/activities.ts',
    find: "if (revision !== activity.revision) return refuse('ACTIVITY_CHANGED', { detail: { state: activity.state } })",
    put: '',
    probe: 'model',
  },
  {
    name: 'by chance: what the shop cannot be told opens by itself',
    file: 'ledger/decide/waiting.ts',
    find: ' || !isCarried(set, activity, requests)',
    put: '',
    probe: 'model',
  },
]

const COUPONS: readonly Patch[] = [
  {
    name: 'by chance: one coupon is used by two holds',
    file: 'ledger/decide/coupons.ts',
    find: 'if (!isKept && (reward.hold_id !== null || isPast(reward, set.now))) return null',
    put: 'if (!isKept && isPast(reward, set.now)) return null',
    probe: 'model',
  },
  {
    name: 'by chance: a coupon does not come back when its hold ends',
    file: 'ledger/decide/coupons.ts',
    find: 'for (const kept of set.rewards.ofHold(hold.id)) giveBack(set, kept)',
    put: '',
    probe: 'model',
  },
  {
    name: 'by chance: a hold that is to go on without its coupon keeps it',
    file: 'ledger/decide/change.ts',
    find: "request.withoutCoupon === true ? { coupons: 'none' as const } : {}",
    put: '{}',
    probe: 'model',
  },
  {
    name: 'by chance: what an order has earned stays when it goes back',
    file: 'ledger/decide/coupons.ts',
    find: 'for (const earned of set.rewards.earnedBy(hold.id)) withdraw(set, earned)',
    put: '',
    probe: 'model',
  },
  {
    name: 'by chance: what is cancelled or over still grants for payments',
    file: 'ledger/decide/coupons.ts',
    find: " || activity.state !== 'open' || !rules?.thanks",
    put: ' || !rules?.thanks',
    probe: 'model',
  },
  {
    name: 'by chance: one more order is thanked than there are places',
    file: 'ledger/decide/coupons.ts',
    find: 'grantedBy(set, activity.id) >= activity.places',
    put: 'grantedBy(set, activity.id) > activity.places',
    probe: 'model',
  },
  {
    name: 'by chance: each line has the whole coupon taken off, and comes below nothing',
    file: 'domain/adjusting.ts',
    find: 'const amountMinor = shares.get(line.offerId) ?? 0',
    put: 'const amountMinor = shares.has(line.offerId) ? offMinor : 0',
    probe: 'model',
  },
]

const STEPS: readonly Patch[] = [
  {
    name: 'by chance: a buyer counts with each payment',
    file: 'ledger/decide/openedPrices.ts',
    find: 'if (set.entries.find(entryKey({ activity_id: activity.id, viewer_id: viewerId }))) return',
    put: '',
    probe: 'model',
  },
  {
    name: 'by chance: holds that live stay above the step',
    file: 'ledger/decide/openedPrices.ts',
    find: 'for (const id of holdIds) bring(set, set.holds.find(id))',
    put: '',
    probe: 'model',
  },
  {
    name: 'by chance: whoever was on the way when it closed is owed nothing',
    file: 'ledger/decide/openedPrices.ts',
    find: 'const [owing] = open.length > 0 ? open : own.filter((activity) => wasHeldUnder(hold, activity))',
    put: 'const [owing] = open',
    probe: 'model',
  },
  {
    name: 'by chance: a difference is decided again and again',
    file: 'ledger/decide/openedPrices.ts',
    find: "set.payments.put({ ...payment, state: 'asked', due_minor: due, version })",
    put: 'set.payments.put({ ...payment, due_minor: due, version })',
    probe: 'model',
  },
]

export const MODELLED: readonly Patch[] = [...ENTRIES, ...COUPONS, ...STEPS]
