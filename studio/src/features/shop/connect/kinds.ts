// Which kind of shop the page opens with, and whether anything of it may change by itself.
import { type ShopConnections, ShopKindName } from '@lantern/shared/contract/connections.ts'

/** The page's address names the kind that is looked at: `#medusa`. */
export const kindIn = (hash: string): ShopKindName | null => ShopKindName.safeParse(hash.replace(/^#/, '')).data ?? null

type Kinds = {
  readonly inUse: ShopConnections['inUse']
  readonly kinds: readonly Pick<ShopConnections['kinds'][number], 'kind' | 'state'>[]
}

const BEGUN = new Set(['waiting', 'to_do', 'ready', 'untried'])

/** What was begun and is not used yet is why somebody comes back; otherwise the shop in use. */
export const firstKind = ({ inUse, kinds }: Kinds): ShopKindName | null =>
  kinds.find(({ state }) => BEGUN.has(state))?.kind ?? inUse ?? kinds[0]?.kind ?? null

type Connection = ShopConnections['kinds'][number]
type Heard = Pick<Connection['trip']['steps'][number], 'state' | 'problem'>
type Standing = Pick<Connection, 'state'> & {
  readonly trip: Pick<Connection['trip'], 'isRunning'> & { readonly steps: readonly Heard[] }
}

/** The next message ends it, also after one that was refused. */
const isHeardFor = ({ state, problem }: Heard) => state === 'waiting' || problem === 'message_refused'

/** A test runs, or the shop is waited for. */
export const isOpen = ({ kinds }: { readonly kinds: readonly Standing[] }): boolean =>
  kinds.some(({ state, trip }) => state === 'waiting' || trip.isRunning || trip.steps.some(isHeardFor))
