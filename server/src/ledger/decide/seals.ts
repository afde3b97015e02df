// Seals in the working set: promised when an activity is made, its round named when it opens, its chain grown by each entry.
import type { ActivityRecord } from '../../activities/records.ts'
import { isNear, nameRound } from '../../activities/seals/naming.ts'
import { commitmentOf, receiptOf } from '../../activities/seals/hashes.ts'
import type { ActivityKind } from '../../activities/kind.ts'
import type { WorkingSet } from '../workingSet.ts'

export function promise(set: WorkingSet, { id, kind }: ActivityRecord, seed: string): void {
  if ((set.kinds.get(kind)?.sealed ?? null) === null) return
  const commitment = commitmentOf(seed)
  const nothing = { chain: null, round: null, randomness: null, signature: null }
  set.seals.put({ activity_id: id, seed, commitment, ...nothing, head: commitment })
}

/** Once, as it opens: what could be chosen later could be steered. */
export function nameBeacon(set: WorkingSet, { id, kind, closes_at: closesAt }: ActivityRecord): void {
  const seal = set.seals.find(id)
  const { chain } = set.policy
  if (!seal || !chain?.isReached || closesAt === null || set.kinds.get(kind)?.sealed !== 'beacon') return
  set.seals.put({ ...seal, chain: chain.hash, round: nameRound(chain, { now: set.now, closesAt }) })
}

/** Whoever enters from now on could know the number that decides. */
export function isRoundNear(set: WorkingSet, { id }: ActivityRecord): boolean {
  const seal = set.seals.find(id)
  return seal !== undefined && isNear(set.policy.chain, seal)
}

export interface Numbered {
  readonly entry_id: string | null
  readonly receipt: string | null
  readonly viewer_name: string | null
}

interface NewEntry {
  readonly entryId: string
  readonly viewerName?: string | undefined
}

/** Null all, where its activity has no seal. */
export function giveReceipt(set: WorkingSet, { id }: ActivityRecord, { entryId, viewerName }: NewEntry): Numbered {
  const seal = set.seals.find(id)
  if (!seal) return { entry_id: null, receipt: null, viewer_name: null }
  const head = receiptOf(seal.head, entryId)
  set.seals.put({ ...seal, head })
  return { entry_id: entryId, receipt: head, viewer_name: viewerName ?? null }
}

/** What facts tell of it. */
export function sealOf(set: WorkingSet, { id }: ActivityRecord) {
  const seal = set.seals.find(id)
  return seal === undefined ? {} : { commitment: seal.commitment, round: seal.round, head: seal.head }
}

export const isDrawn = (kind: ActivityKind | undefined) => kind?.sealed === 'beacon'
