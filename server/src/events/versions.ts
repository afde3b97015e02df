// In what version each kind of fact is written, and how earlier ones are brought to it.
import { type EventType, HOLD_EVENTS, ORDER_EVENTS } from '../domain/eventTypes.ts'
import { completeHoldFact, type Today } from './incomplete.ts'

type Data = Readonly<Record<string, unknown>>

/** Makes a fact of the next version from one of the version before, and from what rows say today where it says too little. */
export type Upgrade = (data: Data, today: Today, type: EventType) => Data

/** By kind: the first brings version 1 to 2, the second 2 to 3. A kind that is not named is at version 1. */
export type Upgrades = Readonly<Partial<Record<EventType, readonly Upgrade[]>>>

export const UPGRADES: Upgrades = Object.fromEntries(
  [...HOLD_EVENTS, ...ORDER_EVENTS].map((type) => [type, [completeHoldFact]]),
)

interface Written {
  readonly type: EventType
  readonly data: Data
}

/** The version stands in the fact as `v`; without one it is the first. Throws for a version that a later server wrote. */
export function upgrade({ type, data: { v = 1, ...written } }: Written, today: Today, upgrades = UPGRADES): Data {
  const steps = upgrades[type] ?? []
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1 || v > steps.length + 1) {
    throw new Error(`${type} of version ${String(v)}, known up to ${steps.length + 1}`)
  }
  return steps.slice(v - 1).reduce((data, step) => step(data, today, type), written)
}

/** For whoever writes: nothing where the kind is still in its first version. */
export function versionOf(type: EventType, upgrades = UPGRADES): { readonly v?: number } {
  const steps = upgrades[type]?.length ?? 0
  return steps === 0 ? {} : { v: steps + 1 }
}
