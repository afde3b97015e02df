// Makes draws for tests with the engine's own hashes and its own drawing, published as a shop publishes them.
import { commitmentOf, receiptOf } from '@lantern/server/src/activities/seals/hashes.ts'
import { drawLots, firstOf, splitLots } from '@lantern/server/src/activities/seals/drawLots.ts'
import type { PassedWhy } from '@lantern/server/src/activities/seals/drawn.ts'
import { createRandom, type Random } from '@lantern/server/src/testing/fuzz/random.ts'
import { RECORDED } from '@lantern/server/src/testing/recordedBeacon.ts'
import { ActivityId, ShowId } from '@lantern/shared/contract/ids.ts'
import { Published } from '@lantern/shared/contract/published.ts'
import { QUICKNET, roundTime } from '@lantern/shared/activities/rounds.ts'

export type Proof = Published['proof']

export interface Wanted {
  readonly no: number
  readonly entrants: number
  readonly winners: number
  /** Of the entrants: has won in the show, or is erased. */
  readonly share: number
  readonly redraws: number
  readonly isPublic: boolean
}

const hexOf = (random: Random, bytes: number) =>
  Array.from({ length: bytes }, () => random.int(0, 255).toString(16).padStart(2, '0')).join('')

/** The same number makes the same draw. */
export async function makeDraw(wanted: Wanted): Promise<Proof> {
  const random = createRandom(wanted.no)
  const activityId = ActivityId.parse(`draw-${wanted.no}`)
  const seed = hexOf(random, 32)
  const entrants = Array.from({ length: wanted.entrants }, () => anEntrant(random))
  const entries = entrants.map(({ entryId }) => entryId)
  const commitment = commitmentOf(seed)
  const number = wanted.isPublic ? random.pick(RECORDED) : null
  const lot = { seed, randomness: number?.randomness ?? null, activityId }
  const out = new Map(entrants.flatMap(({ entryId, isErased }) => whyOut(random, { entryId, isErased, ...wanted })))
  const draw = (winners: number, skip: ReadonlySet<string>) =>
    drawLots({ ...lot, winners, out, skip, pages: pagesOf(entries) })
  const { winners, passed } = splitLots(await draw(wanted.winners, new Set()))
  const drawn = { winners, passed, redraws: await redrawn({ wanted, winners, passed, draw }) }
  const closedAt = number === null ? 1_700_000_000_000 : roundTime(number.round) - 6000
  return Published.shape.proof.parse({
    format: 'lantern-draw-1',
    activityId,
    state: 'settled',
    title: 'A mug',
    winners: wanted.winners,
    openedAt: Math.max(0, closedAt - 30_000),
    closedAt,
    seal: {
      commitment,
      seed,
      chain: number === null ? null : QUICKNET.hash,
      round: number?.round ?? null,
      randomness: lot.randomness,
      signature: number?.signature ?? null,
      head: entries.reduce(receiptOf, commitment),
    },
    count: entries.length,
    entries,
    drawn,
  })
}

/** Some are erased; their entries stay. */
function anEntrant(random: Random) {
  return { entryId: hexOf(random, 16), isErased: random.chance(0.1) }
}

function whyOut(
  random: Random,
  { entryId, isErased, share }: ReturnType<typeof anEntrant> & Pick<Wanted, 'share'>,
): [string, PassedWhy][] {
  if (isErased) return [[entryId, 'erased']]
  return random.chance(share) ? [[entryId, 'won']] : []
}

async function* pagesOf(entries: readonly string[]) {
  for (let at = 0; at <= entries.length; at += 7) yield await Promise.resolve(entries.slice(at, at + 7))
}

interface Going extends ReturnType<typeof splitLots> {
  readonly wanted: Wanted
  readonly draw: (winners: number, skip: ReadonlySet<string>) => ReturnType<typeof drawLots>
}

/** The first place goes on as often as is wanted, as long as anybody is left. */
async function redrawn({ wanted, winners, passed, draw }: Going) {
  const gone = new Set([...winners, ...passed.map(({ entryId }) => entryId)])
  const redraws: NonNullable<Proof['drawn']>['redraws'][number][] = []
  let lost = winners[0] ?? null
  while (redraws.length < wanted.redraws && lost !== null) {
    const { to, passed: out } = firstOf(await draw(1, gone))
    for (const entryId of [...(to === null ? [] : [to]), ...out.map((one) => one.entryId)]) gone.add(entryId)
    redraws.push({ lost, passed: out, to })
    lost = to
  }
  return redraws
}

export function publish(proof: Proof): Published {
  const show = { id: ShowId.parse('show-1'), title: { en: 'A show' } }
  return Published.parse({ proof, show, shopName: 'A shop', names: {}, own: null })
}
