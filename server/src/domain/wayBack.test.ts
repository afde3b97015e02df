// The way back from the shop keeps what the buyer came with.
import { expect, it } from 'vitest'
import { wayBack } from './wayBack.ts'

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
