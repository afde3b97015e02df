// What differs between the shop and here in words, and what is chosen of it.
import type { Difference } from '@lantern/shared/contract/catalogue.ts'
import { describe, expect, it } from 'vitest'
import type { Say } from '../../../words.ts'
import { stillThere, toggled } from './chosen.ts'
import { linesOf } from './lines.ts'
import { ofThisShop } from './ofThisShop.ts'

const say: Say = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key)
const linesIn = (currency: string, ...differences: Difference[]) =>
  linesOf({ differences }, { say, locale: 'en', currency })

describe('what differs', () => {
  it('says prices in the places of their currency', () => {
    const price = { what: 'price', sku: 'MUG', fromMinor: 1250, toMinor: 1500 } as const

    expect(linesIn('JPY', price)).toEqual([
      { what: 'price', of: 'MUG', said: 'changes.price {"from":"¥1,250","to":"¥1,500"}' },
    ])
    expect(linesIn('KWD', price)[0]?.said).toMatch(/1\.250.*1\.500/)
  })

  it('knows stock that is not counted from none, and a product as a whole from a variant', () => {
    const [stock, title] = linesIn(
      'CNY',
      { what: 'stock', sku: 'MUG', from: null, to: 0 },
      { what: 'title', sku: null, from: 'Mug', to: 'Cup' },
    )

    expect(stock?.said).toBe('changes.stock {"from":"changes.uncounted","to":"0"}')
    expect(title).toEqual({ what: 'title', of: '', said: 'changes.renamed {"from":"Mug","to":"Cup"}' })
  })
})

it('chooses a change, lets it go, and forgets what another tab has taken', () => {
  const both = toggled(toggled(new Set(), 'mug'), 'lamp')

  expect([...toggled(both, 'mug')]).toEqual(['lamp'])
  expect(stillThere(both, ['lamp', 'throw'])).toEqual(['lamp'])
})

it('takes what was said of a shop without a list for not read yet, and keeps every other problem', () => {
  const cannot = { readAt: 5, problem: { code: 'SHOP_CANNOT', why: '' } } as const
  const down = { readAt: 5, problem: { code: 'SHOP_UNREACHABLE', why: 'ECONNREFUSED' } } as const

  expect(ofThisShop(cannot)).toEqual({ readAt: null, problem: null })
  expect(ofThisShop(down)).toEqual(down)
})
