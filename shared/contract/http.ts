// The HTTP surface: what pages fetch beside the room channel. Refusals are `{ ok: false, code, ... }` with a fitting status.
import * as z from 'zod'
import { Role } from './commands.ts'
import { At, SetAt, ShowId, StaffId, Units } from './ids.ts'
import { ChosenRundown } from './rundown.ts'
import { LocalText, Show } from './things.ts'

/** POST /api/staff/login -> Me, sets the session cookie. 401 WRONG_LOGIN, 429 TOO_MANY. */
export const LoginInput = z.object({ name: z.string().min(1).max(100), password: z.string().min(1).max(200) })
export type LoginInput = z.infer<typeof LoginInput>

/** POST /api/staff/welcome -> Me: what an invitation or a reset is answered with. */
export const Welcome = z.object({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100),
  password: z.string().min(10).max(200),
})
export type Welcome = z.infer<typeof Welcome>

/** GET /api/staff/me -> Me, 401 LOGIN_NEEDED | SESSION_OVER. POST /api/staff/logout -> {}. */
export const Me = z.object({ id: StaffId, name: z.string(), role: Role, demo: z.boolean() })
export type Me = z.infer<typeof Me>

/** GET /api/shows (staff) -> newest first. */
export const ShowList = z.object({ shows: z.array(Show.extend({ products: z.number().int() })) })
export type ShowList = z.infer<typeof ShowList>

/**
 * POST /api/shows (owner, host) -> Show: a new show with the products of the catalogue in its rundown, in their order, as far as
 * it goes. 422 START_IN_PAST.
 */
export const NewShow = z.object({
  title: LocalText,
  startsAt: SetAt,
  /**
   * These products alone, in this order. 404 PRODUCT_NOT_FOUND: one is not in the catalogue, or sold no more. NOT_ENOUGH_LEFT with
   * `variantId` and `left`; TOO_MANY_OFFERS with `most`.
   */
  rundown: ChosenRundown.min(1).optional(),
})
export type NewShow = z.infer<typeof NewShow>

/** The time is chosen by the minute, and it passes while the form is sent. */
export const START_GRACE_MS = 60_000

/** GET /api/shows/free (staff): what a show that is made now would be allotted, and which shows keep the rest. */
export const FreeUnits = z.object({
  /** Units of the variants that the shop counts. */
  free: Units,
  products: z.number().int(),
  /** Products of them with nothing to sell: no unit is free, and the shop counts them. */
  without: z.number().int(),
  /** Of the same variants; most units first. */
  keptBy: z.array(z.object({ showId: ShowId, title: LocalText, units: Units })),
})
export type FreeUnits = z.infer<typeof FreeUnits>

/** GET /api/shows/:id/links (staff) -> addresses to share: the viewer link as phones reach it. */
export const ShowLinks = z.object({ showId: ShowId, viewerUrls: z.array(z.string()) })
export type ShowLinks = z.infer<typeof ShowLinks>

/**
 * GET /api/after/:show (everybody) -> where a show that is over leads to: the shop's own page of each product that has one, by the product's id, and
 * the shop's next show, which may be on right now. 404 SHOW_NOT_FOUND.
 */
export const AfterShow = z.object({
  pages: z.record(z.string(), z.url({ protocol: /^https?$/ })),
  next: z.object({ id: ShowId, title: LocalText, startsAt: At, isLive: z.boolean() }).nullable(),
})
export type AfterShow = z.infer<typeof AfterShow>

/** POST /api/staff/problems (staff) -> {}: a part of a page of ours failed; it goes to the server's log. 429 TOO_MANY. */
export const PageProblem = z.object({
  panel: z.string().min(1).max(60),
  message: z.string().max(500),
  stack: z.string().max(4000),
  /** The page's path, without what stands behind it. */
  path: z.string().max(200),
})
export type PageProblem = z.infer<typeof PageProblem>

/** GET /readyz: why this process takes no traffic now. */
export const Ready = z.object({ ok: z.boolean(), why: z.array(z.string()) })

/** GET /.well-known/jwks.json: a JSON Web Key Set (RFC 7517); empty where the shop shares a secret with us. */
export const JsonWebKeys = z.object({
  keys: z.array(
    z.object({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: z.string(),
      y: z.string(),
      kid: z.string(),
      alg: z.literal('ES256'),
      use: z.literal('sig'),
    }),
  ),
})
