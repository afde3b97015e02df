// Members: the shop's customers, known by a token that the shop signs into a link, or by an order that came back.
import * as z from 'zod'
import { At, Currency, Minor, Units } from './ids.ts'
import { plainText } from './plainText.ts'

/** Of our own, random; what the shop calls its customer stays in the database. */
export const MemberId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .brand<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>

/** As the shop knows its customer: any printable text, opaque here. */
export const CustomerId = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/)
  .brand<'CustomerId'>()
export type CustomerId = z.infer<typeof CustomerId>

export const MOST_TIER = 40
export const MOST_POINTS = 1_000_000_000
export const MOST_MEMBER_NAME = 40
export const MOST_REPLACED = 8
/** Characters of a whole token. */
export const MOST_TOKEN = 4096
/** A token is good for so long at most. */
export const TOKEN_LIFE_SECONDS = 300
/** Clocks of shop and studio may differ by so much. */
export const TOKEN_CLOCKS_SECONDS = 60

/** What the shop's account holds for them; it is shown, and paid with at the shop alone. */
export const StoredValue = z.object({ amountMinor: Minor, currency: Currency })
export type StoredValue = z.infer<typeof StoredValue>

/** Claims of the token in `?member=`. */
export const MemberClaims = z.object({
  /** The customer, by the shop's own name: the same person has the same one, here and in what the shop tells of orders. */
  sub: CustomerId,
  /** Of this token alone: it is taken once. */
  jti: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  /** When it was made, in seconds: an older one never overwrites what a newer one said. */
  iat: z.number().int().nonnegative(),
  /** In seconds, at most five minutes ahead. */
  exp: z.number().int().nonnegative(),
  /** The name of the tier, as the shop writes it; left out or null: none. */
  tier: plainText(MOST_TIER).nullish(),
  /** Left out or null: the shop has no points. */
  points: z.number().int().nonnegative().max(MOST_POINTS).nullish(),
  /** What is on the customer's account; left out or null: nothing is shown. */
  storedValue: StoredValue.nullish(),
  /** A name that the customer lets the shop show to its staff; left out or null: none. */
  name: plainText(MOST_MEMBER_NAME).nullish(),
  /** Customers whom the shop has joined into this one: whoever was known by these is this member from now on. */
  replaces: z.array(CustomerId).max(MOST_REPLACED).optional(),
})
export type MemberClaims = z.infer<typeof MemberClaims>

/** Why a token did not make its bearer a member: the page opens all the same. */
export const MEMBER_REFUSALS = [
  'MEMBER_LINK_UNREAD',
  'MEMBER_LINK_OLD',
  'MEMBER_LINK_USED',
  'MEMBER_LINK_MONEY',
] as const
export type MemberRefusal = (typeof MEMBER_REFUSALS)[number]

/** Chosen by the page that makes the tier. */
export const TierId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .brand<'TierId'>()
export type TierId = z.infer<typeof TierId>

export const MOST_TIERS = 12
export const MOST_TIER_PERCENT = 90

export const Tier = z.object({
  id: TierId,
  /** As the shop's tokens write it. */
  name: plainText(MOST_TIER),
  /** Whole percent off the show's price; null: its members pay what everybody pays. */
  percent: z.number().int().min(1).max(MOST_TIER_PERCENT).nullable(),
})
export type Tier = z.infer<typeof Tier>

const isOnce = (all: readonly string[]) => new Set(all).size === all.length

/** POST /api/members/tiers (AT_THE_DESK) -> {}: these in the place of those that were, the lowest first. Safe to repeat. */
export const SaveTiers = z.object({
  tiers: z
    .array(Tier)
    .max(MOST_TIERS)
    .refine((tiers) => isOnce(tiers.map(({ id }) => id)) && isOnce(tiers.map(({ name }) => name))),
})
export type SaveTiers = z.infer<typeof SaveTiers>

/** GET /api/members/tiers (ROLES). */
export const TierBoard = z.object({
  tiers: z.array(Tier),
  /** Whether the shop can be told a price below its own; if not, everybody pays the same. */
  carriesPrice: z.boolean(),
})
export type TierBoard = z.infer<typeof TierBoard>

/** Members of one answer; more are found by name or tier. */
export const MOST_LISTED = 100

/** GET /api/members (AT_THE_DESK). */
export const MembersQuery = z.object({
  /** A part of a customer's name at the shop, or of the one that may be shown. */
  named: z.string().trim().min(1).max(128).optional(),
  inTier: z.string().min(1).max(MOST_TIER).optional(),
})
export type MembersQuery = z.infer<typeof MembersQuery>

export const KnownMember = z.object({
  id: MemberId,
  /** As the shop calls them. */
  customer: z.string(),
  name: z.string().nullable(),
  tier: z.string().nullable(),
  points: z.number().int().nullable(),
  storedValue: StoredValue.nullable(),
  /** When the shop said all this; null: it only told of orders. */
  toldAt: At.nullable(),
  /** Browsers in which they are known. */
  devices: Units,
  /** Shows in which they held something, their holds, and those that are paid. */
  shows: Units,
  holds: Units,
  orders: Units,
})
export type KnownMember = z.infer<typeof KnownMember>
export const MemberList = z.object({ members: z.array(KnownMember) })
export type MemberList = z.infer<typeof MemberList>

/** What a member sees of themselves in a show. */
export const OwnMember = z.object({
  tier: z.string().nullable(),
  points: z.number().int().nullable(),
  /** Null: none, or in another money than the show's. */
  storedValue: StoredValue.nullable(),
  /** What their tier takes off; null: nothing. */
  off: z.object({ percent: z.number().int() }).nullable(),
})
export type OwnMember = z.infer<typeof OwnMember>

/** GET /api/members/own/:show, by the viewer's cookie. */
export const OwnMemberReply = z.object({ member: OwnMember.nullable() })
