// What can be done about a buyer who could not be taken to the shop.
import { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import { expect, it } from 'vitest'
import type { Say } from '../../../words.ts'
import { failureView } from './failureViews.ts'

const say: Say = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key)
const line = (sku: string, quantity: number) => ({ offerId: `offer-${sku}`, sku, quantity })
const view = (hold?: object) =>
  failureView(
    HandoffFailure.parse({
      ...{ holdId: 'h', showId: 's', skus: ['CUP', 'JUG'], code: 'SHOP_REFUSED', why: 'sold out', at: 1 },
      ...(hold && { hold: { buyer: 'willow', ...hold } }),
    }),
    say,
  )

it('offers one unit less of what there is more than one of, and names it beside others', () => {
  const alone = view({ state: 'held', lines: [line('CUP', 2)], acts: ['offer_less'] })
  const several = view({ state: 'held', lines: [line('CUP', 3), line('JUG', 1)], acts: ['offer_less'] })

  expect(alone.title).toBe('willow, 2 × CUP')
  const input = { act: 'offer_less', holdId: 'h', offerId: 'offer-CUP' }
  expect(alone.actions).toEqual([{ label: 'fails.offer {"count":1}', input: { ...input, quantity: 1 } }])
  expect(several.actions).toEqual([
    { label: 'fails.offerOf {"count":2,"sku":"CUP"}', input: { ...input, quantity: 2 } },
  ])
})

it('holds again what is over, and leaves alone what was paid or is at the checkout', () => {
  const [over, closed, paying] = [
    view({ state: 'over', lines: [line('CUP', 2)], acts: ['hold_again'] }),
    view({ state: 'closed', lines: [line('CUP', 2)], acts: [] }),
    view({ state: 'paying', lines: [line('CUP', 2)], acts: [] }),
  ]

  expect(over.actions).toEqual([{ label: 'fails.again', input: { act: 'hold_again', holdId: 'h' } }])
  expect([closed.actions, closed.standing, paying.standing]).toEqual([[], 'fails.closed', 'fails.paying'])
})

it('names what it can of a hold that is not known any more', () => {
  expect(view()).toEqual({ title: 'CUP, JUG', buyer: '', standing: '', actions: [] })
})
