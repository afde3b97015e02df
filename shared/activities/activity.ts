// What everyone may know of an activity's life, whatever its kind; a kind's own schema extends it.
import * as z from 'zod'
import { ActivityId, At, SetAt, Version } from '../contract/ids.ts'
import { Conditions } from './conditions.ts'
import { ACTIVITY_STATES } from './states.ts'
import { WaitsFor } from './waiting.ts'

/** The name of a kind, which is that of its feature. */
export const ActivityKind = z.string().regex(/^[a-z][A-Za-z]{1,31}$/)

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))

/** What is shown of a draw while it runs, so that nobody can steer it: decision 049. */
export const Seal = z.object({
  /** SHA-256 of the shop's seed, which is told once it is over. */
  commitment: hex(32),
  /** The round of the public random numbers that decides; null: none, so that the shop could know the result beforehand. */
  round: z.number().int().positive().nullable(),
  /** The last receipt: SHA-256 of the one before and the entry's id; the commitment before anyone has entered. */
  head: hex(32),
})
export type Seal = z.infer<typeof Seal>

/** What a viewer can look for in the published file. */
export const Receipt = z.object({
  /** Random, and nobody else knows whose it is. */
  entryId: hex(16),
  /** The head of the chain right after this entry. */
  receipt: hex(32),
})
export type Receipt = z.infer<typeof Receipt>

export const ActivityLife = z.object({
  id: ActivityId,
  kind: ActivityKind,
  state: z.enum(ACTIVITY_STATES),
  /** When it opens by itself, once announced; null: by hand. */
  opensAt: At.nullable(),
  /** Of a draft that opens by itself; null: by hand. */
  waitsFor: WaitsFor.nullable().default(null),
  /** How long it is open; null: until it is closed by hand. */
  lengthMs: z.number().int().positive().nullable(),
  openedAt: At.nullable(),
  /** When it closes by itself; null: by hand, or not open yet. */
  closesAt: At.nullable(),
  closedAt: At.nullable(),
  /** Of all that enter only so many may; null: everyone. */
  places: z.number().int().positive().nullable(),
  /** What whoever enters must have done; empty: nothing. */
  conditions: Conditions,
  /** How many have entered, each once. */
  entries: z.number().int().nonnegative(),
  /** Null: its kind has none, or it is older than seals are. */
  seal: Seal.nullable().default(null),
  /** Of its last move, which entries leave as it is: whoever moves it says which one they saw. */
  revision: Version,
  /** Of its last change, entries too. */
  version: Version,
})
export type ActivityLife = z.infer<typeof ActivityLife>

/** What a viewer has entered; `entry` is in the words of the kind. */
export const OwnEntry = z.object({
  activityId: ActivityId,
  kind: ActivityKind,
  /** In the order of entering, from 1. */
  no: z.number().int().positive(),
  entry: z.unknown(),
  /** Null: its activity has no seal. */
  receipt: Receipt.nullable().default(null),
  version: Version,
})
export type OwnEntry = z.infer<typeof OwnEntry>

/** Which activity stands in front of everyone; null: none. */
export const ActivityFront = z.object({ activityId: ActivityId.nullable(), version: Version })
export type ActivityFront = z.infer<typeof ActivityFront>

/** A day: longer than any show. */
export const MOST_LENGTH_MS = 86_400_000

/** What every command that makes an activity asks beside what its kind wants. */
export const ActivityStart = z.object({
  /** Made by the page: the same one again is the same activity. */
  activityId: ActivityId,
  opensAt: SetAt.nullable(),
  lengthMs: z.number().int().min(1000).max(MOST_LENGTH_MS).nullable(),
  start: z.enum(['draft', 'announced', 'open']),
  conditions: Conditions.default([]),
})
export type ActivityStart = z.infer<typeof ActivityStart>

/** Names one tap of a viewer: the same one again changes nothing and is answered alike. */
export const RequestId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
