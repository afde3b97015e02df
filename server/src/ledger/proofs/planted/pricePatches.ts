// Mistakes in what step prices take off, and in what goes back for them.
import type { Patch } from './patch.ts'

export const PRICES: readonly Patch[] = [
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
