import { describe, expect, it } from 'vitest'
import { overlayBase } from './address.ts'

const LAN = ['https://192.168.1.5:4443/s/a', 'http://192.168.1.5:4000/s/a', 'http://localhost:4000/s/a']

describe('the overlay’s base address', () => {
  it.each([
    ['http://localhost:4000', LAN, 'http://localhost:4000'],
    ['https://192.168.1.5:4443', LAN, 'http://192.168.1.5:4000'],
    ['https://live.shop.test', ['https://live.shop.test/s/a'], 'https://live.shop.test'],
    ['https://studio.shop.test', ['http://localhost:4000/s/a'], 'https://studio.shop.test'],
    ['http://localhost:4000', [], 'http://localhost:4000'],
  ])('seen from %s, with %j, is %s', (origin, viewerUrls, base) => {
    expect(overlayBase({ origin, viewerUrls })).toBe(base)
  })
})
