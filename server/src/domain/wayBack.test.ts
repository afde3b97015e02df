// The way back from the shop keeps what the buyer came with.
import { expect, it } from 'vitest'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { noticeOf, wayBack } from './wayBack.ts'

it('keeps show, share link and language, and says which hold came back', () => {
  const path = wayBack({ showId: 'autumn', via: 'a.b~c' }, { back: 'hold-1' }, 'zh-Hant')

  const url = new URL(path, 'https://live.example')
  expect(url.pathname).toBe('/s/autumn')
  expect(Object.fromEntries(url.searchParams)).toEqual({ back: 'hold-1', via: 'a.b~c', lang: 'zh-Hant' })
})

it('says why there was no way to the shop', () => {
  const path = wayBack({ showId: 'autumn', via: null }, { notice: 'HOLD_OVER' }, 'en')

  expect(path).toBe('/s/autumn?notice=HOLD_OVER&lang=en')
})

it('says both sums where the shop’s cart differs from the hold, and nothing else of any refusal', () => {
  const sums = { quotedMinor: 1250, dueMinor: 1000, currency: 'KWD' }
  const differs = noticeOf(refuse('PRICE_DIFFERS', { detail: { ...sums, why: '1.250 ≠ 1.000 KWD' } }))

  expect(differs).toEqual({ notice: 'PRICE_DIFFERS', asked: '1250', held: '1000', currency: 'KWD' })
  expect(noticeOf(refuse('SHOP_REFUSED', { detail: { ...sums, why: 'x' } }))).toEqual({ notice: 'SHOP_REFUSED' })
  expect(noticeOf(refuse('PRICE_DIFFERS'))).toEqual({ notice: 'PRICE_DIFFERS' })
})
