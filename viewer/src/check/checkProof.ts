// Recomputes a draw from what is published: each step says what it found, and a wrong one stops nothing.
import { roundTime } from '@lantern/shared/activities/rounds.ts'
import { bytesOf, hmacBy, joined, sha256 } from './hashes.ts'
import type { Proof } from './proof.ts'

export type StepName = 'seed' | 'chain' | 'random' | 'after' | 'order' | 'redraws' | 'amounts' | 'sum'

export interface Step {
  readonly name: StepName
  readonly isRight: boolean
  /** What the sentence is filled with. */
  readonly n: number
}

/** Of a draw that is over, with its seed. */
export async function* checkProof(proof: Proof): AsyncGenerator<Step> {
  const { seal, entries, closedAt } = proof
  const { seed } = seal
  if (seed === null) return
  yield { name: 'seed', isRight: (await sha256(bytesOf(seed))) === seal.commitment, n: 0 }
  yield { name: 'chain', isRight: (await headOf(seal.commitment, entries)) === seal.head, n: entries.length }
  if (seal.round !== null) {
    const random = seal.signature === null ? null : await sha256(bytesOf(seal.signature))
    yield { name: 'random', isRight: random !== null && random === seal.randomness, n: seal.round }
    const after = closedAt === null ? 0 : roundTime(seal.round) - closedAt
    yield { name: 'after', isRight: after > 0, n: Math.round(after / 1000) }
  }
  const { drawn } = proof
  if (drawn === null) return
  const order = await orderOf(proof, seed)
  yield { name: 'order', isRight: areFirst(order, proof), n: drawn.winners.length }
  if (drawn.redraws.length > 0) yield { name: 'redraws', isRight: areNext(order, proof), n: drawn.redraws.length }
}

export async function headOf(commitment: string, entries: readonly string[]): Promise<string> {
  let head = commitment
  for (const entryId of entries) head = await sha256(joined(bytesOf(head), entryId))
  return head
}

/** All entries, the smallest number first. */
async function orderOf({ activityId, entries, seal }: Proof, seed: string): Promise<readonly string[]> {
  const numberOf = await hmacBy(joined(bytesOf(seed), bytesOf(seal.randomness ?? '')))
  const numbered = await Promise.all(
    entries.map(async (entryId) => ({ entryId, number: await numberOf(joined(activityId, entryId)) })),
  )
  return numbered.sort((a, b) => (a.number < b.number ? -1 : 1)).map(({ entryId }) => entryId)
}

type Drawn = NonNullable<Proof['drawn']>

function areFirst(order: readonly string[], { drawn, winners }: Proof): boolean {
  if (drawn === null) return false
  const passed = new Set(drawn.passed.map(({ entryId }) => entryId))
  const first = order.filter((entryId) => !passed.has(entryId)).slice(0, winners)
  return first.join() === drawn.winners.join()
}

/** Each of them follows all that were drawn or passed over before. */
function areNext(order: readonly string[], { drawn }: Proof): boolean {
  if (drawn === null) return false
  const gone = new Set([...drawn.winners, ...drawn.passed.map(({ entryId }) => entryId)])
  return drawn.redraws.every((redraw) => isNext(order, gone, redraw))
}

function isNext(order: readonly string[], gone: Set<string>, { passed, to }: Drawn['redraws'][number]): boolean {
  for (const { entryId } of passed) gone.add(entryId)
  const next = order.find((entryId) => !gone.has(entryId)) ?? null
  if (to !== null) gone.add(to)
  return next === to
}
