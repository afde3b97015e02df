// Plays that give something away, in the quiet show: each made and entered, and each refused for every reason there is.
import { MOST_SET_AT, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { TestApp } from '../startTestApp.ts'
import type { ActivityCast } from './activityStory.ts'

export interface PlaysCast extends ActivityCast {
  readonly bob: ActivityCast['ann']
  readonly cat: ActivityCast['ann']
}

interface Play {
  readonly make: string
  readonly enter: string
  /** Ready to be made, with a product that the show does not have, and otherwise than before. */
  readonly settings: object
  readonly foreign: object
  readonly other: object
}

const LENGTH_MS = 600_000
const NOBODY = 'nobody'
const DRAW: Play = {
  make: 'draw:make',
  enter: 'draw:enter',
  settings: { title: 'A lamp', productId: null, worth: null, winners: 1 },
  foreign: { productId: NOBODY },
  other: { title: 'Two lamps' },
}
const COUPON: Play = {
  make: 'coupon:make',
  enter: 'coupon:claim',
  settings: {
    title: 'Thanks',
    off: { minor: 100 },
    currency: 'EUR',
    fromMinor: 0,
    productIds: null,
    places: 1,
    good: { forMs: LENGTH_MS },
    given: 'claim',
  },
  foreign: { productIds: [NOBODY] },
  other: { title: 'Again' },
}
const PACKET: Play = {
  make: 'redPacket:make',
  enter: 'redPacket:open',
  settings: {
    greeting: null,
    how: 'fixed',
    places: 1,
    currency: 'EUR',
    totalMinor: 100,
    leastMinor: 1,
    fromMinor: 0,
    productIds: null,
    until: MOST_SET_AT,
    perMonth: 2,
  },
  foreign: { productIds: [NOBODY] },
  other: { greeting: 'For you' },
}
const TESTERS: Play = {
  make: 'testers:make',
  enter: 'testers:take',
  settings: { title: 'Who tries it?', note: null, productId: null, places: 1 },
  foreign: { productId: NOBODY },
  other: { title: 'Who tries that?' },
}
const PLAYS: readonly Play[] = [DRAW, COUPON, PACKET, TESTERS]

const start = (play: Play, activityId: string, part: object = {}) => ({
  activityId,
  opensAt: null,
  lengthMs: LENGTH_MS,
  start: 'draft',
  conditions: [],
  ...play.settings,
  ...part,
})

async function tellOfPlay({ owner, ann, bob, cat, newId }: PlaysCast, play: Play): Promise<void> {
  const activityId = newId()
  const enter = (who: typeof ann, id = activityId) => who(play.enter, { activityId: id, requestId: newId() })
  let { revision } = await owner(play.make, start(play, activityId))
  const move = async (act: string) => {
    revision = (await owner(`activity:${act}`, { activityId, revision }))['revision'] ?? revision
  }
  await owner(play.make, start(play, activityId, play.other))
  await owner(play.make, start(play, newId(), play.foreign))
  await enter(ann, NOBODY)
  await move('announce')
  await enter(ann)
  await move('open')
  await enter(cat)
  await enter(ann)
  await enter(bob)
  await move('close')
  await enter(bob)
  const asking = newId()
  await owner(play.make, start(play, asking, { start: 'open', conditions: [{ is: 'bought', productId: null }] }))
  await enter(bob, asking)
  await owner('activity:front', { activityId: null })
}

async function tellOfTerms({ owner, newId }: PlaysCast): Promise<void> {
  for (const play of [COUPON, PACKET]) await owner(play.make, start(play, newId(), { currency: 'JPY' }))
  await owner(COUPON.make, start(COUPON, newId(), { good: { until: 1 } }))
}

const SHORTEST_MS = 500
const LONGEST_MS = 32_000

/** Coupons of a packet that run out before it opens: when it is made, planned and shown. A slow machine gets more time to make it. */
async function tellOfPast({ owner, newId }: PlaysCast): Promise<void> {
  await owner(PACKET.make, start(PACKET, newId(), { until: 1 }))
  for (let ms = SHORTEST_MS; ms <= LONGEST_MS; ms *= 2) {
    const activityId = newId()
    const until = Date.now() + ms
    const { revision } = await owner(PACKET.make, start(PACKET, activityId, { until }))
    if (revision === undefined) continue
    await owner('activity:plan', { activityId, revision, waitsFor: { is: 'time', at: until } })
    await new Promise((resolve) => setTimeout(resolve, until + 1 - Date.now()))
    for (const act of ['announce', 'open']) await owner(`activity:${act}`, { activityId, revision })
    return
  }
}

/** Whoever has opened two within the month opens no third. */
async function tellOfMonths({ owner, ann, newId }: PlaysCast): Promise<void> {
  for (const _ of [1, 2]) {
    const activityId = newId()
    await owner(PACKET.make, start(PACKET, activityId, { start: 'open' }))
    await ann(PACKET.enter, { activityId, requestId: newId() })
  }
}

const TRIES = 50
const TRY_MS = 100

/** The only one who is in wins, as soon as it is drawn; until then nobody has. */
async function tellOfClaims({ owner, ann, newId }: PlaysCast): Promise<void> {
  const activityId = newId()
  const claim = (id: string) =>
    ann('draw:claim', { activityId: id, contact: { is: 'email', value: 'ann@shop.example' }, consent: true })
  const { revision } = await owner(DRAW.make, start(DRAW, activityId, { start: 'open' }))
  await ann(DRAW.enter, { activityId, requestId: newId() })
  await claim(activityId)
  await claim(NOBODY)
  await owner('activity:close', { activityId, revision })
  for (let tries = 0; tries < TRIES && (await claim(activityId))['state'] !== 'claimed'; tries++) {
    await new Promise((resolve) => setTimeout(resolve, TRY_MS))
  }
}

/** One of the viewers was seen in a browser of staff. */
export async function tellOfPlays(app: TestApp, cast: PlaysCast, staffViewer: string): Promise<void> {
  await app.store.noteStaffViewer(ViewerId.parse(staffViewer))
  for (const play of PLAYS) await tellOfPlay(cast, play)
  await tellOfTerms(cast)
  await tellOfPast(cast)
  await tellOfMonths(cast)
  await tellOfClaims(cast)
}

/** After the end of the show. */
export async function tellOfLatePlays({ owner, newId }: PlaysCast): Promise<void> {
  for (const play of PLAYS) await owner(play.make, start(play, newId()))
}
