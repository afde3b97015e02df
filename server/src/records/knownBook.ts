// What is known of a viewer, as its own viewer reads it, saves it and has it erased.
import { type KnownKind, type KnownRow, MOST_SHOWN } from '@lantern/shared/contract/known.ts'
import { KNOWN_KINDS } from '@lantern/shared/contract/knownLists.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { readConsents, withdrawConsent } from '../consents/jobs.ts'
import { countOwnHolds, readKnown, readKnownPart } from '../database/known/readKnown.ts'
import type { Clock } from '../kit/clock.ts'
import { createPace, type Pace } from '../kit/pace.ts'
import type { KnownBook, KnownPart, OwnReader } from './known.ts'
import type { Store } from './store.ts'

interface Needs {
  readonly store: Pick<Store, 'run' | 'change' | 'eraseViewer'>
  readonly clock: Clock
  /** Sees to it that what is open of the viewer is closed. */
  readonly onErased: () => Promise<void>
}

const A_MINUTE = { inMs: 60_000 } as const
const TOGETHER = 500

export function createKnownBook({ store, clock, onErased }: Needs): KnownBook {
  const reading = createPace({ clock, times: 60, ...A_MINUTE })
  const acting = createPace({ clock, times: 12, ...A_MINUTE })
  const pacing =
    (pace: Pace) =>
    async <Value>(address: string, act: () => Promise<Value>): Promise<Outcome<Value, 'TOO_MANY'>> => {
      const wait = pace.take(address)
      return wait === null ? grant(await act()) : refuse('TOO_MANY', { retryAfterMs: wait })
    }
  const [read, act] = [pacing(reading), pacing(acting)]
  return {
    read: ({ address, ...reader }) =>
      read(address, async () => {
        const groups = await store.run(readKnown, { ...reader, limit: MOST_SHOWN })
        return { groups, openHolds: await store.run(countOwnHolds, { viewerId: reader.viewerId }) }
      }),
    readAll: ({ address, ...reader }) => act(address, () => readParts(store, reader)),
    consents: ({ address, ...reader }) => read(address, () => store.run(readConsents, reader)),
    withdraw: ({ address, viewerId }, id) => act(address, () => store.change(withdrawConsent, { viewerId, id })),
    erase: ({ address, viewerId }) =>
      act(address, async () => {
        await store.eraseViewer({ showId: null, viewerId, by: null })
        await onErased()
        return null
      }),
  }
}

const toParts = (told: ReadonlyMap<KnownKind, readonly KnownRow[]>): KnownPart[] =>
  KNOWN_KINDS.flatMap((kind) => {
    const rows = [...(told.get(kind) ?? [])].sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    return rows.length === 0 ? [] : [{ kind, rows }]
  })

/** A piece at a time, so that nobody else waits for whoever has written much. */
async function readParts(store: Needs['store'], reader: Omit<OwnReader, 'address'>): Promise<KnownPart[]> {
  const told = new Map<KnownKind, KnownRow[]>()
  let [part, offset] = [0, 0]
  for (;;) {
    const read = await store.run(readKnownPart, { ...reader, part, offset, limit: TOGETHER })
    if (read === null) return toParts(told)
    told.set(read.kind, [...(told.get(read.kind) ?? []), ...read.rows])
    const isOver = read.rows.length < TOGETHER
    ;[part, offset] = isOver ? [part + 1, 0] : [part, offset + TOGETHER]
  }
}
