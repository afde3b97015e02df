// How plays stand over the picture on every screen: the button that buys is seen, nothing is cut or lies over the card, and fingers find what they tap.
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../review.ts'

const SCENES = {
  poll: ['poll', 'pollVoted', 'pollEight', 'pollLong', 'pollAsks', 'pollWon', 'pollSoon', 'poll,draw,packet'],
  draw: ['draw', 'drawIn', 'drawLong', 'drawWaiting', 'drawn', 'drawnHundred', 'drawnWon', 'drawNoBeacon'],
  redPacket: ['packet', 'packetAsks', 'packetGreets', 'packetOpen', 'packetGone', 'packetMany', 'packetAllGone'],
  coupon: ['coupon', 'couponAsks', 'couponLong', 'couponGone', 'couponWallet', 'couponSoon', 'couponOver'],
  stepPrice: ['stepPriceFirst', 'stepPrice', 'stepPriceMany', 'stepPriceAll', 'stepPriceOver', 'stepPriceSoon'],
  testers: ['testers', 'testersIn', 'testersSaid', 'testersLong', 'testersGone', 'testersSoon', 'testersOver'],
} as const

/** Each size in one language and one currency, also those with no minor digits and with three. */
const LOOKS = [
  { size: 'small', lang: 'en', money: 'KWD' },
  { size: 'phone', lang: 'zh-Hans', money: 'JPY' },
  { size: 'desk', lang: 'zh-Hant', money: 'KWD' },
] as const

const FINGER = 44

/** Whole in the window, with nothing over its middle. */
const isSeen = (locator: Locator) =>
  locator.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return (
      top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth && found !== null && element.contains(found)
    )
  })

/** What sticks out of its box at the side, is too small for a finger, or lies over the card. */
function wrongIn(page: Page): Promise<string[]> {
  return page.evaluate((finger) => {
    const nameOf = (element: Element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`
    const play = document.querySelector('.play')
    if (play === null) return ['no play']
    const all = [...play.querySelectorAll('*')].filter((one) => one.getClientRects().length > 0)
    const card = document.querySelector('.card')?.getBoundingClientRect()
    const frame = play.getBoundingClientRect()
    const small = [...play.querySelectorAll('button, input, .play-act')].filter((one) => {
      const { height } = one.closest('label')?.getBoundingClientRect() ?? one.getBoundingClientRect()
      return height > 0 && height < finger && one.closest('.play-fine') === null
    })
    const isOut = (one: Element) => {
      const { left, right, width } = one.getBoundingClientRect()
      return (
        width > 0 &&
        one.closest('svg, .sr-only, .play-name') === null &&
        (left < frame.left - 1 || right > frame.right + 1)
      )
    }
    const covers =
      card !== undefined && frame.bottom > card.top + 1 && frame.top < card.bottom && frame.right > card.left
    return [
      ...small.map((one) => `small: ${nameOf(one)}`),
      ...all.filter(isOut).map((one) => `out: ${nameOf(one)}`),
      ...(covers ? ['over the card'] : []),
    ]
  }, FINGER)
}

for (const [kind, scenes] of Object.entries(SCENES)) {
  for (const { size, lang, money } of LOOKS) {
    test(`${kind} leaves the card its place and is whole: ${size}, ${lang}, ${money}`, async ({ look }) => {
      for (const scene of scenes) {
        const page = await look({ scene, size, lang, more: { money } })
        await expect(page.getByTestId(kind), scene).toBeVisible()
        expect(await isSeen(page.locator('.card .buy').first()), `${scene}: the button that buys`).toBe(true)
        expect(await wrongIn(page), scene).toEqual([])
        const act = page.locator('.play .play-act')
        if ((await act.count()) > 0) expect(await isSeen(act.first()), `${scene}: the play's own button`).toBe(true)
      }
    })
  }
}

test('on a tablet every kind leaves the card its place and is whole', async ({ look }) => {
  for (const [kind, [scene]] of Object.entries(SCENES)) {
    const page = await look({ scene, size: 'tablet', more: { money: 'JPY' } })
    await expect(page.getByTestId(kind)).toBeVisible()
    expect(await isSeen(page.locator('.card .buy').first()), kind).toBe(true)
    expect(await wrongIn(page), kind).toEqual([])
  }
})

test('a play that was cancelled is gone at once, whatever it was', async ({ look }) => {
  for (const scene of ['poll', 'draw', 'packet', 'coupon', 'stepPrice', 'testers']) {
    const page = await look({ scene, size: 'phone' })
    await expect(page.locator('.play'), scene).toHaveCount(1)
    await page.evaluate((becomes) => postMessage({ becomes }), `${scene}Cancelled`)
    await expect(page.locator('.play'), scene).toHaveCount(0)
  }
})

test('after a payment the thanks leave the button that buys in sight, also on a small phone', async ({ look }) => {
  for (const size of ['small', 'phone', 'desk'] as const) {
    const page = await look({ scene: 'couponThanks', size })
    await expect(page.getByTestId('thanks')).toBeVisible()
    expect(await isSeen(page.locator('.card .buy').first()), size).toBe(true)
  }
})

test('in the overlay every kind shows what it is, its time and where to take part, inside its card', async ({
  look,
}) => {
  for (const [overlay, size] of [
    ['landscape', 'desk'],
    ['vertical', 'upright'],
  ] as const) {
    for (const scene of [
      'poll',
      'draw',
      'drawnHundred',
      'packet',
      'packetGone',
      'couponLong',
      'stepPriceMany',
      'testersLong',
    ]) {
      const page = await look({ scene, size, lang: 'zh-Hans', more: { overlay, money: 'KWD' } })
      const card = page.locator('.overlay-play')
      await expect(card.locator('h1'), scene).toHaveText(/\S/)
      const out = await card.evaluate((frame) => {
        const { right, bottom } = frame.getBoundingClientRect()
        const boxes = [...frame.querySelectorAll('*')].map((one) => one.getBoundingClientRect())
        return boxes.filter((box) => box.right > right + 1 || box.bottom > bottom + 1).length
      })
      expect(out, scene).toBe(0)
    }
  }
})
