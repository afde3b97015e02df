// What is read to somebody who cannot see the page: every change once, by whatever it came, and no countdown.
import { aComment } from '@lantern/shared/client/builders.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Comment, Pins } from '@lantern/shared/contract/things.ts'
import { describe, expect, it } from 'vitest'
import { createNotices } from '../actions/notices.ts'
import { type Heard, newsBetween, queueNews } from './announce.ts'
import { aHold, anOffer, aRoom, aSale, aWait, T0 } from './builders.ts'

const heard = (room: RoomState, part: Partial<Heard> = {}): Heard => ({ room, holds: [], waits: [], now: T0, ...part })
const keys = (before: Heard, after: Heard) => newsBetween(before, after).map((news) => news.key)

/** What is said in all while the clock goes from one moment to another in steps of half a second. */
function saidBetween([from, to]: readonly [number, number], room: RoomState, part: Partial<Heard> = {}): string[] {
  const said: string[] = []
  for (let now = from; now < to; now += 500) {
    said.push(...keys(heard(room, { ...part, now }), heard(room, { ...part, now: now + 500 })))
  }
  return said
}

describe('a sale', () => {
  const during = aRoom({ sale: aSale() })

  it('is said once when it comes and once when it ends', () => {
    const after = aRoom({ sale: aSale({ endedAt: T0 + 9, endReason: 'stopped' }) })

    expect(keys(heard(aRoom()), heard(during))).toEqual(['saySaleOn'])
    expect(keys(heard(during), heard(during))).toEqual([])
    expect(keys(heard(during), heard(after))).toEqual(['saySaleOver'])
  })

  it('that was announced before is said again when it opens, though nothing but the hour has changed', () => {
    const soon = heard(during, { now: T0 - 5_000 })

    expect(keys(heard(aRoom(), { now: T0 - 5_000 }), soon)).toEqual(['saySaleSoon'])
    expect(saidBetween([T0 - 5_000, T0 + 30_000], during)).toEqual(['saySaleOn'])
  })

  it('whose units are taken is said with what one would pay now', () => {
    const gone = aRoom({ sale: aSale({ free: 0, taken: 5 }) })

    expect(newsBetween(heard(during), heard(gone))).toMatchObject([{ key: 'saySaleGone', priceMinor: 19_900 }])
  })
})

describe('a hold', () => {
  const hold = aHold()

  it('is said once a minute before it runs out, and when it has', () => {
    const over = aHold({ state: 'expired', version: 2 })

    expect(saidBetween([T0, T0 + 600_000], aRoom(), { holds: [hold] })).toEqual(['sayHoldSoon'])
    expect(keys(heard(aRoom(), { holds: [hold] }), heard(aRoom(), { holds: [over] }))).toEqual(['sayHoldOver'])
  })

  it('that is paid, or was there before the page, or over when a sleeping page wakes, is nothing to hurry for', () => {
    const [early, late] = [{ now: T0 }, { now: T0 + 700_000 }]
    const paid = aHold({ state: 'paid' })
    const open = aHold({ reserved: false })

    expect(saidBetween([T0, T0 + 600_000], aRoom(), { holds: [paid, open] })).toEqual([])
    expect(keys(heard(aRoom(), early), heard(aRoom(), { ...early, holds: [hold] }))).toEqual([])
    expect(keys(heard(aRoom(), { ...early, holds: [hold] }), heard(aRoom(), { ...late, holds: [hold] }))).toEqual([])
  })
})

describe('what is shown', () => {
  it('is said when it is pinned, costs another price, and is sold out', () => {
    const nothing = aRoom({ pins: Pins.parse({ productIds: [], version: 0 }) })
    const dearer = aRoom({ offers: [anOffer({ priceMinor: 21_900 })] })
    const soldOut = aRoom({ offers: [anOffer({ free: 0, taken: 20 })] })

    expect(keys(heard(nothing), heard(aRoom()))).toEqual(['sayPinned'])
    expect(newsBetween(heard(aRoom()), heard(dearer))).toMatchObject([{ key: 'sayPrice', priceMinor: 21_900 }])
    expect(keys(heard(aRoom()), heard(soldOut))).toEqual(['saySoldOut'])
  })

  it('is said to who is next in line, not at each step of the line', () => {
    const inLine = (ahead: number) => heard(aRoom(), { waits: [aWait({ ahead })] })

    expect(keys(inLine(5), inLine(4))).toEqual([])
    expect(keys(inLine(1), inLine(0))).toEqual(['youAreNext'])
  })
})

describe('the queue', () => {
  it('lets newer news of a kind replace older, and puts one’s own first and comments last', () => {
    const comment = { key: 'sayComment', comment: Comment.parse(aComment(1)) } as const
    const queue = queueNews([comment, { key: 'saySaleOver' }], [{ key: 'saySaleOver' }, { key: 'told', text: 'Held' }])

    expect(queue.map((news) => news.key)).toEqual(['told', 'saySaleOver', 'sayComment'])
  })

  it('keeps every message that is one’s own', () => {
    const queue = queueNews([{ key: 'told', text: 'Held' }], [{ key: 'told', text: 'Your turn' }])

    expect(queue).toHaveLength(2)
  })

  it('hears each notice once, and what is for the ear alone without a line on the page', () => {
    const notices = createNotices()
    const said: string[] = []
    notices.listen((text) => said.push(text))

    notices.show('Held for you')
    notices.say('Bought by a comment')
    notices.close()

    expect(said).toEqual(['Held for you', 'Bought by a comment'])
    expect(notices.getNotice()?.text).toBe('Held for you')
  })
})
