// Who may come in where something is given away, on every database: what one address takes from others, and what one person may win in a month.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ActivityId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { MakeActivity } from '../../activities/activities.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, openShop, paid, SHOW, STAFF, START_AT, type TestShop } from '../../ledger/proofs/testShop.ts'

const DAY_MS = 86_400_000
const FRESH = START_AT + 1
const NEXT = ShowId.parse('next')
const upTo = (length: number) => Array.from({ length }, (_, n) => n)

const PACKET = {
  kind: 'redPacket',
  config: {
    greeting: null,
    how: 'lucky',
    places: 20,
    currency: 'USD',
    totalMinor: 20_000,
    leastMinor: 200,
    fromMinor: 0,
    productIds: null,
    until: 4_000_000_000_000,
  },
} as const
const TESTERS = {
  kind: 'testers',
  config: { title: 'Who tries it?', note: null, productId: null, places: 50 },
} as const
const DRAW = { kind: 'draw', config: { title: 'A mug', productId: null, worth: null, winners: 1 } } as const
const POLL = {
  kind: 'poll',
  config: {
    question: 'Which?',
    answers: [
      { text: 'red', picture: null },
      { text: 'blue', picture: null },
    ],
    several: false,
    hidden: false,
    pinsWinner: false,
  },
} as const
type Play = typeof PACKET | typeof TESTERS | typeof DRAW | typeof POLL

const ENTRIES = { redPacket: null, testers: {}, draw: {}, poll: { choices: [0] } } as const

interface Tap {
  readonly play: Play
  readonly viewer: string
  readonly id?: string
  readonly showId?: ShowId
  /** Null: the process does not know it. */
  readonly from?: string | null
  readonly issuedAt?: number
}

export function entrantsContract(name: string, makePlace: PlaceMaker): void {
  describe(`who comes in on ${name}`, () => {
    const current = withShop(makePlace)
    addresses(current)
    months(current)
  })
}

async function make({ ledger }: TestShop, play: Play, more: Partial<MakeActivity> & { config?: object } = {}) {
  const { config, ...life } = more
  const activityId = ActivityId.parse('a')
  const by = {
    showId: SHOW,
    activityId,
    opensAt: null,
    lengthMs: 60_000,
    start: 'open',
    conditions: [],
    by: STAFF,
  } as const
  const made = await ledger.makeActivity({ ...by, kind: play.kind, ...life, config: { ...play.config, ...config } })
  if (!made.ok) throw new Error(made.code)
  return made.value
}

async function enter({ ledger }: TestShop, tap: Tap) {
  const { play, viewer, id = 'a', showId = SHOW, from = null, issuedAt } = tap
  const who = { showId, viewerId: ViewerId.parse(viewer), viewerName: viewer, via: null, watching: null }
  const addressed = { source: from, ...(issuedAt !== undefined && { issuedAt }) }
  const what = { kind: play.kind, activityId: ActivityId.parse(id), entry: ENTRIES[play.kind], requestId: randomUUID() }
  const outcome = await ledger.enter({ ...who, ...addressed, ...what })
  return outcome.ok ? 'in' : outcome.code
}

const count = (codes: readonly string[], wanted: string) => codes.filter((code) => code === wanted).length

function addresses(current: ReturnType<typeof withShop>): void {
  const script = { from: 'script', issuedAt: FRESH }
  /** Four hundred fresh cookies of one address at once, at two processes. */
  const storm = async (play: Play) => {
    const { shop, place } = current()
    const other = await openShop(place, { clock: shop.clock })
    const asked = upTo(400).map((n) => enter(n % 2 === 0 ? shop : other, { play, viewer: `s${n}`, ...script }))
    const codes = await Promise.all(asked)
    await other.close()
    return [count(codes, 'in'), count(codes, 'CROWDED_ENTRIES')]
  }

  test.each([
    ['five of the twenty places of a red packet', PACKET, [5, 395]],
    ['a fifth of the fifty places of testers', TESTERS, [10, 390]],
    ['fifty chances of a draw', DRAW, [50, 350]],
    ['as many votes as it likes: a poll gives nothing away', POLL, [400, 0]],
  ] as const)('400 fresh cookies of one address get %s; others come in as ever', async (_what, play, got) => {
    const { shop } = current()
    await make(shop, play)

    expect(await storm(play)).toEqual(got)

    expect(await enter(shop, { play, viewer: 'elsewhere', from: 'home', issuedAt: FRESH })).toBe('in')
    expect(await enter(shop, { play, viewer: 'older', ...script, issuedAt: START_AT - 1 })).toBe('in')
    expect(await enter(shop, { play, viewer: 'unknown' })).toBe('in')
    expect(await shop.ledger.check()).toEqual([])
  })

  test('the id of another kind of activity is none, and stands in nobody’s way', async () => {
    const { shop } = current()
    await make(shop, DRAW)

    const both = [enter(shop, { play: PACKET, viewer: 'ann' }), enter(shop, { play: DRAW, viewer: 'bob' })]

    expect(await Promise.all(both)).toEqual(['ACTIVITY_NOT_FOUND', 'in'])
  })

  test('whoever has paid here has history', async () => {
    const { shop } = current()
    await make(shop, PACKET)
    await storm(PACKET)
    await shop.ledger.place(aHold('h', 'buyer', [[shop.offers.cup, 1]]))
    await shop.ledger.report(paid('h', 'order'))

    expect(await enter(shop, { play: PACKET, viewer: 'buyer', ...script })).toBe('in')
  })

  test('staff are told once and let them all in; a tap that came before is known again', async () => {
    const { shop } = current()
    await make(shop, PACKET)
    const crowd = async () => (await shop.store.readRoom(SHOW))?.room.show.crowd
    for (const n of upTo(5)) expect(await enter(shop, { play: PACKET, viewer: `s${n}`, ...script })).toBe('in')
    expect(await crowd()).toBe('on')
    expect(await enter(shop, { play: PACKET, viewer: 's5', ...script })).toBe('CROWDED_ENTRIES')
    expect(await enter(shop, { play: PACKET, viewer: 's6', ...script })).toBe('CROWDED_ENTRIES')
    expect(await enter(shop, { play: PACKET, viewer: 's0', ...script })).toBe('in')
    expect(await crowd()).toBe('met')

    await shop.store.liftCrowd(SHOW, STAFF)

    expect(await enter(shop, { play: PACKET, viewer: 's5', ...script })).toBe('in')
  })

  test('each activity has its own share; without a limit there is none', async () => {
    const { shop, place } = current()
    await make(shop, PACKET)
    await make(shop, PACKET, { activityId: ActivityId.parse('b') })
    for (const n of upTo(5)) await enter(shop, { play: PACKET, viewer: `s${n}`, ...script })
    expect(await enter(shop, { play: PACKET, viewer: 's0', ...script, id: 'b' })).toBe('in')

    const policy = { crowd: { percent: 100, atLeast: 5, entries: 1 } }
    const open = await openShop(place, { clock: shop.clock, policy })
    expect(await enter(open, { play: PACKET, viewer: 's9', ...script })).toBe('in')
    await open.close()
  })
}

function months(current: ReturnType<typeof withShop>): void {
  const limited = { config: { perMonth: 2 } }
  const inNext = { showId: NEXT, lengthMs: null }
  const id = (name: string) => ({ activityId: ActivityId.parse(name) })
  const openNext = async () => {
    const { store, clock } = current().shop
    await store.createShow({ id: NEXT, title: { en: 'Next' }, startsAt: clock.now() })
    await store.goLive(NEXT, STAFF)
  }

  test('one person opens as many red packets in thirty days as is set, over all shows; others are not meant', async () => {
    const { shop } = current()
    await openNext()
    await make(shop, PACKET, { ...id('any'), lengthMs: null })
    await make(shop, PACKET, { ...id('a'), ...limited, lengthMs: null })
    await make(shop, PACKET, { ...id('b'), ...limited, ...inNext })

    expect(await enter(shop, { play: PACKET, viewer: 'ann', id: 'any' })).toBe('in')
    expect(await enter(shop, { play: PACKET, viewer: 'ann', id: 'a' })).toBe('in')
    expect(await enter(shop, { play: PACKET, viewer: 'ann', id: 'b', showId: NEXT })).toBe('WON_ENOUGH')
    expect(await enter(shop, { play: PACKET, viewer: 'ann', id: 'a' })).toBe('in')
    expect(await enter(shop, { play: PACKET, viewer: 'bob', id: 'b', showId: NEXT })).toBe('in')

    shop.clock.advance(30 * DAY_MS)
    expect(await enter(shop, { play: PACKET, viewer: 'ann', id: 'b', showId: NEXT })).toBe('in')
  })

  test('two taps at once in two shows, at two processes, are two wins of one person: one of them is refused', async () => {
    const { shop, place } = current()
    const other = await openShop(place, { clock: shop.clock })
    await openNext()
    await make(shop, PACKET, { ...id('a'), config: { perMonth: 1 }, lengthMs: null })
    await make(shop, PACKET, { ...id('b'), config: { perMonth: 1 }, ...inNext })

    const both = upTo(20).map((n) =>
      Promise.all([
        enter(shop, { play: PACKET, viewer: `v${n}`, id: 'a' }),
        enter(other, { play: PACKET, viewer: `v${n}`, id: 'b', showId: NEXT }),
      ]),
    )
    const codes = (await Promise.all(both)).map((pair) => pair.toSorted().join())

    expect(new Set(codes)).toEqual(new Set(['WON_ENOUGH,in']))
    await other.close()
  })
}
