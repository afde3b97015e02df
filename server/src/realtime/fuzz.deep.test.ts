// 100,000 frames made from the contract at a whole server with its media worker: every handler and every refusal is reached,
// nothing breaks. Budget: 5 minutes. FUZZ_SEED and FUZZ_FRAMES repeat a run or change its length.
import { ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSfu } from '../media/createSfu.ts'
import { noteReading } from '../shops/records/refreshes.ts'
import { type Fuzzer, makeStaffCookies, openCrowd } from '../testing/fuzz/crowd.ts'
import { tellOfCrowd } from '../testing/fuzz/crowdStory.ts'
import { tellOfCurrency } from '../testing/fuzz/currencyStory.ts'
import { createFrames } from '../testing/fuzz/frames.ts'
import { createIds, type Ids } from '../testing/fuzz/ids.ts'
import { tellOfLinks } from '../testing/fuzz/linkStory.ts'
import { tellOfPicture } from '../testing/fuzz/pictureStory.ts'
import { tellOfSharing } from '../testing/fuzz/sharingStory.ts'
import { createRandom } from '../testing/fuzz/random.ts'
import { createScenes } from '../testing/fuzz/scenes.ts'
import { tellOfShelf } from '../testing/fuzz/shelfStory.ts'
import { tellStory } from '../testing/fuzz/story.ts'
import { createTally } from '../testing/fuzz/tally.ts'
import { startTestApp, TEST_SHOW, type TestApp } from '../testing/startTestApp.ts'

const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31)
const FRAMES = Number(process.env['FUZZ_FRAMES'] ?? 100_000)
const SHOWS = 10
/** Of each socket, not answered yet. */
const UNDER_WAY = 6
const TOKEN_AGE_MS = 1_000
const SPEAK_EVERY = 15
const HOLD_MS = 1_800
const MOST_GROWTH_BYTES = 80 * 2 ** 20

/** Answers that no command can be brought to give here, each with its reason. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  // Capabilities are the codecs we offer: there are always some.
  'media:capabilities MEDIA_UNAVAILABLE',
  // A transport that ends while it is produced on: a moment within the worker.
  'media:produce MEDIA_UNAVAILABLE',
  // Commission is confirmed days after a payment by its terms, and paid out then.
  'sharer:pay ok',
  // Only where the shop cannot carry a price: the shop of this server can.
  'sale:start PRICE_NOT_CARRIED',
  'stepPrice:make PRICE_NOT_CARRIED',
  // The room's price and the ledger's differ for a tick alone, in which a sale begins or ends.
  'buying:take PRICE_ROSE',
  // A poll has room for everyone, and a vote may be changed.
  'poll:vote ACTIVITY_FULL',
  'poll:vote ACTIVITY_ENTERED',
  // It gives nothing away.
  'poll:vote STAFF_CANNOT_WIN',
  'poll:vote CROWDED_ENTRIES',
  'poll:vote WON_ENOUGH',
  // Of red packets alone a person may win only so many.
  'draw:enter WON_ENOUGH',
  'coupon:claim WON_ENOUGH',
  'testers:take WON_ENOUGH',
  // A draw has room for everyone; whoever is in says nothing else.
  'draw:enter ACTIVITY_FULL',
  'draw:enter ACTIVITY_ENTERED',
  'coupon:claim ACTIVITY_ENTERED',
  'redPacket:open ACTIVITY_ENTERED',
  'testers:take ACTIVITY_ENTERED',
  // A topic has room for everyone, an answer may be changed, and nothing is given for it.
  'topic:answer ACTIVITY_FULL',
  'topic:answer ACTIVITY_ENTERED',
  'topic:answer STAFF_CANNOT_WIN',
  'topic:answer CROWDED_ENTRIES',
  'topic:answer WON_ENOUGH',
  // A winner has an hour at least.
  'draw:claim CLAIM_OVER',
  // Who runs the show is known so before the draw, and is passed over in it.
  'draw:claim STAFF_CANNOT_WIN',
  // The shop of this server can carry a price.
  'coupon:make COUPON_NOT_CARRIED',
  'redPacket:make COUPON_NOT_CARRIED',
  'activity:announce PRICE_NOT_CARRIED',
  'activity:announce COUPON_NOT_CARRIED',
  'activity:open PRICE_NOT_CARRIED',
  'activity:open COUPON_NOT_CARRIED',
  // Staff vouch for whom they hold it.
  'buying:take CROWDED_ADDRESS',
])

const env = {
  MIN_TOKEN_AGE_MS: String(TOKEN_AGE_MS),
  HOLD_MINUTES: String(HOLD_MS / 60_000),
  WAITLIST_MINUTES: '0.03',
  LAPSES_PER_VIEWER: '2',
  COOL_DOWN_MINUTES: '0.05',
  LAPSES_PER_ADDRESS: '1000000',
  COMMENTS_PER_SECOND: '20',
  ADDRESS_SHARE: '20',
  ADDRESS_ENTRIES: '5',
  LOG_LEVEL: 'error',
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const random = createRandom(SEED)
const ids = createIds(random)
const chance = { random, ids }
const nextFrame = createFrames(random)
const tally = createTally()
let app: TestApp
let staff: ReadonlyMap<string, string>

beforeAll(async () => {
  console.log(`FUZZ_SEED=${SEED}`)
  app = await startTestApp({ env, createSfu, limitFactor: 1e9 })
  staff = await makeStaffCookies(app)
})
afterAll(() => app.close())

/** Sends one after another until the show has had its share of frames. */
async function babble(fuzzer: Fuzzer, own: Ids, isOver: () => boolean): Promise<void> {
  while (!isOver() && !fuzzer.isGone()) {
    const { name, input } = nextFrame(fuzzer.kind, own)
    const reply = await fuzzer.send(name, input)
    tally.take(name, input, reply)
    // What was granted is known by the ids it was asked with.
    const known = Object(reply).ok === true ? { input, reply } : reply
    own.learn(known)
    ids.learn(known)
  }
}

/** The heap that is left after the garbage is gone. */
function readHeap(): number {
  collect()
  return process.memoryUsage().heapUsed
}

interface Act {
  readonly from: number
  run(): unknown
}

/** Everyone in a show of its own, who leave when it is over. */
async function withShow(name: string, play: (showId: ShowId, fuzzers: readonly Fuzzer[]) => Promise<void>) {
  const showId = ShowId.parse(name)
  await app.store.createShow({ id: showId, title: { en: 'Fuzz' }, startsAt: Date.now() })
  await allot(showId)
  const fuzzers = await openCrowd(app, showId, { staff, waitMs: TOKEN_AGE_MS })
  await play(showId, fuzzers)
  for (const fuzzer of fuzzers) fuzzer.close()
}

/** The test show keeps all there is: this one has as many again. */
async function allot(showId: ShowId): Promise<void> {
  const offersOf = async (id: ShowId) => (await app.store.readRoom(id))?.room.offers ?? []
  const units = new Map((await offersOf(TEST_SHOW)).map(({ variantId, allotted }) => [variantId, allotted]))
  const by = StaffId.parse('setup')
  for (const { id: offerId, variantId } of await offersOf(showId)) {
    await app.ledger.changeOffer({ showId, offerId, allotted: units.get(variantId), by })
  }
}

function shopAsksIn(shopCurrency: string | null): Promise<unknown> {
  return app.store.change(noteReading, { startedAt: 1, shopCurrency, problem: null })
}

function kindOf(fuzzers: readonly Fuzzer[], wanted: string): Fuzzer {
  const fuzzer = fuzzers.find(({ kind }) => kind === wanted)
  if (fuzzer === undefined) throw new Error(`nobody in the show is its ${wanted}`)
  return fuzzer
}
const ownerOf = (fuzzers: readonly Fuzzer[]) => kindOf(fuzzers, 'owner')

/** A show's life: it opens after a while, its host moves away in some, its worker dies in one. */
async function runShow(number: number, showId: ShowId, fuzzers: readonly Fuzzer[]): Promise<void> {
  ids.forget()
  ids.add('showId', showId)
  const scenes = createScenes(app, chance)
  const owner = ownerOf(fuzzers)
  const [first, share] = [tally.frames(), FRAMES / SHOWS]
  const done = () => (tally.frames() - first) / share
  const acts: Act[] = [
    { from: 0.1, run: () => owner.send('show:goLive', {}) },
    ...[0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map((from) => ({ from, run: () => number % 3 === 1 && scenes.moveHost(showId) })),
    ...[0.3, 0.4, 0.5].map((from) => ({ from, run: () => number % 3 === 2 && scenes.killWorker() })),
  ]
  const direct = async () => {
    let spoken = tally.frames()
    while (done() < 1) {
      for (const act of acts.filter(({ from }) => from <= done())) {
        acts.splice(acts.indexOf(act), 1)
        await act.run()
      }
      for (; spoken + SPEAK_EVERY < tally.frames(); spoken += SPEAK_EVERY) await scenes.shopSpeaks()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const voices = fuzzers.flatMap((fuzzer) => {
    const own = createIds(random, ids)
    return Array.from({ length: UNDER_WAY }, () => babble(fuzzer, own, () => done() >= 1))
  })
  await Promise.all([direct(), ...voices])
}

it('every command answers every input by a code of its own, and the server stays what it was', async () => {
  const startedAt = performance.now()
  const heaps: number[] = []

  await withShow('story', (showId, fuzzers) => {
    const viewers = fuzzers.filter(({ kind }) => kind === 'viewer').slice(0, 3)
    return tellStory({ app, showId, owner: ownerOf(fuzzers), viewers, holdMs: HOLD_MS + 1_500, onReply: tally.take })
  })
  await withShow('one-address', (showId, fuzzers) => {
    const viewers = fuzzers.filter(({ kind }) => kind === 'viewer').slice(0, 6)
    return tellOfCrowd({ showId, owner: ownerOf(fuzzers), viewers, onReply: tally.take })
  })
  await withShow('shelf', (showId, fuzzers) => {
    const viewers = fuzzers.filter(({ kind }) => kind === 'viewer').slice(0, 2)
    return tellOfShelf({ app, showId, owner: ownerOf(fuzzers), viewers, onReply: tally.take })
  })
  await withShow('picture', (_, fuzzers) => {
    const viewers = fuzzers.filter(({ kind }) => kind === 'viewer').slice(0, 1)
    return tellOfPicture({ owner: ownerOf(fuzzers), viewers, overlay: kindOf(fuzzers, 'overlay'), onReply: tally.take })
  })
  await withShow('other-money', async (showId, fuzzers) => {
    const viewers = fuzzers.filter(({ kind }) => kind === 'viewer').slice(0, 2)
    await tellOfCurrency({ showId, owner: ownerOf(fuzzers), viewers, shopAsksIn, onReply: tally.take })
    // Whoever has told of the one show is in it still.
    await tellOfLinks({ owner: ownerOf(fuzzers), onReply: tally.take })
    await tellOfSharing({ owner: ownerOf(fuzzers), viewers, onReply: tally.take })
  })
  // Every answer is told of, in order: which of them frames happen to bring about says nothing.
  expect(tally.missing().filter((one) => !UNREACHABLE.has(one))).toEqual([])

  for (let number = 0; number < SHOWS && FRAMES > 0; number++) {
    await withShow(`fuzz-${number}`, (showId, fuzzers) => runShow(number, showId, fuzzers))
    heaps.push(readHeap())
  }

  const seconds = (performance.now() - startedAt) / 1000
  console.log(`${tally.frames()} frames in ${seconds.toFixed(0)} s: ${JSON.stringify(tally.totals())}`)
  console.log(`heap after each show, MB: ${heaps.map((heap) => Math.round(heap / 2 ** 20)).join(' ')}`)
  expect(tally.wrongs()).toEqual([])
  expect(tally.frames()).toBeGreaterThanOrEqual(FRAMES)
  expect(await app.ledger.check()).toEqual([])
  // The first shows fill what is kept for good: compiled code, prepared statements.
  expect((heaps.at(-1) ?? 0) - (heaps[2] ?? 0)).toBeLessThan(MOST_GROWTH_BYTES)
})
