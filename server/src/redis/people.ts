// Counts people over all processes: each keeps a short-lived set per show in Redis, the count is their union.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Connection, within } from './client.ts'

const ALIVE_SECONDS = 10
const ANSWER_MS = 900
const NODES_KEPT_SECONDS = 3_600
/** Members per SADD or SREM. */
const CHUNK = 1_000

const keys = {
  nodes: (showId: ShowId) => `lantern:nodes:${showId}`,
  people: (showId: ShowId, nodeId: string) => `lantern:people:${showId}:${nodeId}`,
  union: (showId: ShowId, nodeId: string) => `lantern:union:${showId}:${nodeId}`,
}

export interface PeopleCounter {
  /** Writes this process's people and answers how many more there are elsewhere. Rejects when Redis does not answer. */
  sync(showId: ShowId, people: ReadonlySet<ViewerId>): Promise<number>
  /** Whether a process other than this has the viewer. Rejects when Redis does not answer. */
  isElsewhere(showId: ShowId, viewerId: ViewerId): Promise<boolean>
  /** Takes this process's people out at once, instead of when they run out. */
  clear(): Promise<void>
}

function chunks(members: readonly ViewerId[]): ViewerId[][] {
  const count = Math.ceil(members.length / CHUNK)
  return Array.from({ length: count }, (_, index) => members.slice(index * CHUNK, (index + 1) * CHUNK))
}

interface Question {
  readonly connection: Connection
  readonly nodeId: string
  readonly showId: ShowId
  readonly viewerId: ViewerId
}

async function isWithOther({ connection, nodeId, showId, viewerId }: Question): Promise<boolean> {
  const others = (await connection.hKeys(keys.nodes(showId))).filter((id) => id !== nodeId)
  const found = await Promise.all(others.map((id) => connection.sIsMember(keys.people(showId, id), viewerId)))
  return found.some((isMember) => isMember === 1)
}

export function createPeopleCounter(connection: Connection, nodeId: string): PeopleCounter {
  /** What Redis holds of ours, as far as we know. */
  const written = new Map<ShowId, Set<ViewerId>>()

  const write = async (showId: ShowId, people: ReadonlySet<ViewerId>) => {
    const known = written.get(showId) ?? new Set<ViewerId>()
    const key = keys.people(showId, nodeId)
    const pipeline = connection.multi()
    if (!written.has(showId)) pipeline.del(key)
    for (const chunk of chunks([...people].filter((id) => !known.has(id)))) pipeline.sAdd(key, chunk)
    for (const chunk of chunks([...known].filter((id) => !people.has(id)))) pipeline.sRem(key, chunk)
    pipeline.expire(key, ALIVE_SECONDS).hSet(keys.nodes(showId), nodeId, '1')
    await pipeline.expire(keys.nodes(showId), NODES_KEPT_SECONDS).execAsPipeline()
    written.set(showId, new Set(people))
  }
  const count = async (showId: ShowId) => {
    const nodeIds = await connection.hKeys(keys.nodes(showId))
    const sets = [...new Set([...nodeIds, nodeId])].map((id) => keys.people(showId, id))
    const [union, own] = await Promise.all([
      connection.sUnionStore(keys.union(showId, nodeId), sets),
      connection.sCard(keys.people(showId, nodeId)),
      connection.expire(keys.union(showId, nodeId), ALIVE_SECONDS),
    ])
    return { union, own }
  }
  const sync = async (showId: ShowId, people: ReadonlySet<ViewerId>) => {
    const here = new Set(people)
    try {
      await within(ANSWER_MS, write(showId, here))
      const { union, own } = await within(ANSWER_MS, count(showId))
      // Redis was emptied or changed hands: write all anew next time.
      if (own !== here.size) written.delete(showId)
      return Math.max(0, union - own)
    } catch (error) {
      written.delete(showId)
      throw error
    }
  }
  const clear = async () => {
    const mine = [...written.keys()].map((showId) => keys.people(showId, nodeId))
    if (mine.length > 0) await connection.del(mine)
  }
  return {
    sync,
    isElsewhere: (showId, viewerId) => within(ANSWER_MS, isWithOther({ connection, nodeId, showId, viewerId })),
    clear,
  }
}
