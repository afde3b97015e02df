// What is published of an activity with a seal, so that anyone can compute again what came of it: ids of entries, and nobody's name.
import * as z from 'zod'
import { ActivityId, At, Currency, Minor, ShowId } from './ids.ts'
import { LocalText } from './things.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))
const EntryId = hex(16)

const Passed = z.object({ entryId: EntryId, why: z.enum(['erased', 'won', 'staff']) })

export const ProofSeal = z.object({
  commitment: hex(32),
  /** Null: it is not over. */
  seed: hex(32).nullable(),
  /** The network of the public random numbers, by its hash; null: none was named. */
  chain: hex(32).nullable(),
  round: z.number().int().positive().nullable(),
  /** Null: it is not known yet, or none was named. */
  randomness: hex(32).nullable(),
  signature: z.string().nullable(),
  /** The last receipt. */
  head: hex(32),
})

/** Of a red packet: what each place holds follows from the seed alone. */
export const PacketProof = z.object({
  format: z.literal('lantern-packet-1'),
  activityId: ActivityId,
  state: z.enum(['announced', 'open', 'closed', 'settled', 'cancelled']),
  /** What the shop said with it; null: nothing. */
  title: z.string().nullable(),
  how: z.enum(['fixed', 'lucky']),
  places: z.number().int().positive(),
  currency: Currency,
  totalMinor: Minor,
  /** Of `lucky`: what each place holds at least. */
  leastMinor: Minor,
  openedAt: At.nullable(),
  closedAt: At.nullable(),
  seal: ProofSeal.pick({ commitment: true, seed: true, head: true }),
  /** How many have opened it. */
  count: z.number().int().nonnegative(),
  /** In the order of opening, which is that of the places; empty until it is over. */
  entries: z.array(EntryId).readonly(),
  /** What each of them got. */
  amounts: z.array(Minor).readonly(),
})
export type PacketProof = z.infer<typeof PacketProof>

export const Proof = z.object({
  format: z.literal('lantern-draw-1'),
  activityId: ActivityId,
  state: z.enum(['announced', 'open', 'closed', 'settled', 'cancelled']),
  title: z.string(),
  /** How many may win. */
  winners: z.number().int().positive(),
  openedAt: At.nullable(),
  closedAt: At.nullable(),
  seal: ProofSeal,
  /** How many have entered. */
  count: z.number().int().nonnegative(),
  /** In the order of entering; empty until it is over. */
  entries: z.array(EntryId).readonly(),
  /** Null: nobody is drawn. */
  drawn: z
    .object({
      /** In the order of their numbers. */
      winners: z.array(EntryId).readonly(),
      /** Who was in front and could not win. */
      passed: z.array(Passed).readonly(),
      /** What was not claimed, and who got it instead; null: nobody was left. */
      redraws: z
        .array(z.object({ lost: EntryId, passed: z.array(Passed).readonly(), to: EntryId.nullable() }))
        .readonly(),
    })
    .nullable(),
})
export type Proof = z.infer<typeof Proof>

const Around = {
  show: z.object({ id: ShowId, title: LocalText }),
  shopName: z.string(),
  /** Of whoever asks; null: they are not in. */
  own: z.object({ entryId: EntryId, no: z.number().int().positive() }).nullable(),
}

/** The same for the page: with the names that the winners chose, which are no part of the proof. */
export const Published = z.object({
  ...Around,
  proof: Proof,
  /** Of the winners alone; null: erased. */
  names: z.record(EntryId, z.string().nullable()),
})
export type Published = z.infer<typeof Published>

/** Nobody is named: who was luckiest stands in the room. */
export const PublishedPacket = z.object({ ...Around, proof: PacketProof })
export type PublishedPacket = z.infer<typeof PublishedPacket>

export const AnyPublished = z.union([Published, PublishedPacket])
export type AnyPublished = z.infer<typeof AnyPublished>
