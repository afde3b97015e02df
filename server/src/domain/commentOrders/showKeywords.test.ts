// The keywords a show starts with, and what staff may make of them.
import { OfferId, ProductId } from '@lantern/shared/contract/ids.ts'
import { expect, it } from 'vitest'
import { changeRules, completeKeywords, lettersOf, RULES_AT_FIRST } from './showKeywords.ts'
import type { NumberedOffer, ShowRules } from './showKeywords.ts'

const offer = (id: string, product: string, number: number): NumberedOffer => {
  return { offerId: OfferId.parse(id), productId: ProductId.parse(product), number }
}
const OFFERS = [offer('o1', 'lamp', 1), offer('o2', 'scarf', 2), offer('o3', 'scarf', 2)]
const word = (offerId: string, keyword: string) => ({ offerId: OfferId.parse(offerId), keyword })

function setUp(): ShowRules {
  const outcome = changeRules(RULES_AT_FIRST, {}, OFFERS)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

it('counts A to Z, then AA', () => {
  expect([1, 2, 26, 27, 52, 53, 702, 703].map(lettersOf)).toEqual(['A', 'B', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

it('gives every offer the letter of its product and the number of its variant', () => {
  expect(completeKeywords(OFFERS, []).map(({ keyword }) => keyword)).toEqual(['A1', 'B1', 'B2'])
})

it('keeps what staff chose and passes over what is taken', () => {
  const keywords = completeKeywords(OFFERS, [word('o1', 'Ｂ1')])

  expect(keywords.map(({ keyword }) => keyword)).toEqual(['Ｂ1', 'B2', 'B3'])
})

it('changes what is named and leaves the rest', () => {
  const change = { on: true, keywords: [word('o2', '红色S')] }

  expect(changeRules(setUp(), change, OFFERS)).toMatchObject({
    ok: true,
    value: { on: true, matching: 'contains', keywords: [word('o1', 'A1'), word('o2', '红色S'), word('o3', 'B2')] },
  })
})

it('lets two offers change places', () => {
  const change = { keywords: [word('o2', 'B2'), word('o3', 'B1')] }

  expect(changeRules(setUp(), change, OFFERS)).toMatchObject({ ok: true })
})

it.each(['a1', 'Ａ１', ' A1'])('refuses "%s", which another offer has', (keyword) => {
  const outcome = changeRules(setUp(), { keywords: [word('o2', keyword)] }, OFFERS)

  expect(outcome).toMatchObject({ ok: false, code: 'KEYWORD_TAKEN', detail: { offerId: 'o2', keyword } })
})

it.each(['1', '12', '+1', 'x2', '取消', 'Cancel', '!', '👍'])(
  'refuses "%s", which is read as something else',
  (keyword) => {
    const outcome = changeRules(setUp(), { keywords: [word('o2', keyword)] }, OFFERS)

    expect(outcome).toMatchObject({ ok: false, code: 'KEYWORD_UNFIT', detail: { keyword } })
  },
)

it('refuses an offer of another show', () => {
  expect(changeRules(setUp(), { keywords: [word('x', 'X')] }, OFFERS)).toMatchObject({ code: 'OFFER_NOT_FOUND' })
})
