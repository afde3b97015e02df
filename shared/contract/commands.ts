// Client to server: every command with who may send it, its input, its value and every code it may be refused with.
import * as z from 'zod'
import { BuyRules, Buying, BuyingChange, TriedComment } from './buying.ts'
import { At, CommentId, HoldId, Minor, OfferId, OrderId, ProductId, SaleId, ShowId, Units, Via } from './ids.ts'
import {
  ConsumerId,
  ConsumerOptions,
  DtlsParameters,
  FirstFrameReport,
  IceParameters,
  MediaKind,
  MediaPlace,
  ProducerId,
  RtpCapabilities,
  RtpParameters,
  TransportId,
  TransportOptions,
} from './media.ts'
import { OverlayBeat, OverlayStatus } from './overlay.ts'
import type { EDGE_REFUSALS } from './refusals.ts'
import { type Outcome, type RefusalCode } from './refusals.ts'
import { HOLD_COMMANDS, OwnHoldId, placing } from './holdCommands.ts'
import { Snapshot } from './snapshot.ts'
import { ROLES, type Role } from './roles.ts'
import { TALK_COMMANDS } from './talkCommands.ts'
import {
  DeskOrder,
  FlashSale,
  Hold,
  HoldLine,
  HoldPolicy,
  HostDevice,
  MOST_PER_VIEWER,
  MOST_PINS,
  Offer,
  Pins,
  Show,
} from './things.ts'

export { EDGE_REFUSALS } from './refusals.ts'
export { ROLES, Role } from './roles.ts'

const everyone = ['viewer', ...ROLES] as const
const desk = ['owner', 'host', 'assistant'] as const
const onAir = ['owner', 'host'] as const

const empty = z.object({})
export const COMMANDS = {
  'show:join': {
    from: [...everyone, 'overlay'],
    input: z.object({ showId: ShowId, via: Via.nullable() }),
    output: z.object({ snapshot: Snapshot, media: MediaPlace, reconnectSpreadMs: z.number().int().nonnegative() }),
    refusals: ['SHOW_NOT_FOUND'],
  },
  /** A round trip to estimate the server's clock. */
  'time:sync': { from: [...everyone, 'overlay'], input: empty, output: z.object({ now: At }), refusals: [] },
  ...TALK_COMMANDS,
  ...HOLD_COMMANDS,

  'show:goLive': { from: onAir, input: empty, output: Show, refusals: ['SHOW_ENDED'] },
  'show:end': { from: onAir, input: empty, output: Show, refusals: ['SHOW_NOT_LIVE', 'SHOW_ENDED'] },
  /** Everybody behind one address may hold what others leave, until the show ends; safe to repeat. */
  'crowd:lift': { from: desk, input: empty, output: Show, refusals: ['SHOW_ENDED'] },
  /** The pinned products in order, the first in front; the same list again changes nothing. */
  'pins:set': {
    from: desk,
    input: z.object({ productIds: z.array(ProductId).max(MOST_PINS) }),
    output: Pins,
    refusals: ['PRODUCT_NOT_FOUND', 'SHOW_ENDED'],
  },
  'sale:start': {
    from: desk,
    input: z.object({
      saleId: SaleId,
      productId: ProductId,
      priceMinor: Minor.min(1),
      units: Units.min(1),
      perViewer: Units.min(1),
      countdownMs: z.number().int().min(0).max(300_000),
      lengthMs: z.number().int().min(30_000).max(1_200_000),
      /** Its product is pinned in front, unless this says no. */
      toFront: z.boolean().optional(),
    }),
    output: FlashSale,
    refusals: [
      'SHOW_NOT_LIVE',
      'PRODUCT_NOT_FOUND',
      'SALE_RUNNING',
      'PRICE_NOT_LOWER',
      'NOT_ENOUGH_UNITS',
      'PRICE_NOT_CARRIED',
    ],
  },
  'sale:stop': {
    from: desk,
    input: z.object({ saleId: SaleId }),
    output: FlashSale,
    refusals: ['SALE_NOT_FOUND', 'SALE_OVER'],
  },
  /** Staff change an offer while it is sold; holds already given keep what they were given. Safe to repeat. */
  'offer:change': {
    from: desk,
    input: z.object({
      offerId: OfferId,
      /** Never below what is held or paid: `BELOW_TAKEN` with `taken`. */
      allotted: Units.max(1_000_000).optional(),
      policy: HoldPolicy.optional(),
      holdMs: z.number().int().min(30_000).max(7_200_000).optional(),
      perViewer: Units.min(1).max(MOST_PER_VIEWER).optional(),
    }),
    output: Offer,
    refusals: ['OFFER_NOT_FOUND', 'SHOW_ENDED', 'BELOW_TAKEN'],
  },
  /**
   * What staff did about an order. `supply`: a late payment gets units after all; `refund_back`: refunded, its units are for
   * sale again; `refund_gone`: refunded, its units are gone, the allotment falls; `accept`: the differing amount is all right;
   * `let_go`: an order whose money was never taken gives its units back.
   */
  'order:settle': {
    from: desk,
    input: z.object({
      holdId: HoldId,
      orderId: OrderId,
      choice: z.enum(['supply', 'refund_back', 'refund_gone', 'accept', 'let_go']),
    }),
    output: DeskOrder,
    refusals: ['ORDER_NOT_FOUND', 'ORDER_SETTLED', 'NOT_ENOUGH_UNITS'],
  },

  /** Comment to buy: on or off, the rules, the keywords. Keywords that are missing are made. Unchanged rules write nothing. */
  'buying:set': {
    from: desk,
    input: BuyingChange,
    output: Buying,
    refusals: ['OFFER_NOT_FOUND', 'KEYWORD_TAKEN', 'KEYWORD_UNFIT', 'SHOW_ENDED'],
  },
  /** What these rules make of the show's latest comments of viewers, newest first; nothing is held. */
  'buying:try': {
    from: ROLES,
    input: BuyRules,
    output: z.object({ comments: z.array(TriedComment) }),
    refusals: [],
  },
  /**
   * A comment becomes a hold of its author: the lines given, else what can be read in it, else, where it names nothing, one
   * unit of what is pinned in front. A granted id gives the same answer again. `ALREADY_HELD` brings the hold there is.
   */
  'buying:take': {
    from: ROLES,
    input: z.object({
      commentId: CommentId,
      holdId: OwnHoldId,
      lines: z.array(HoldLine).min(1).max(20).optional(),
    }),
    output: Hold,
    refusals: [...placing, 'COMMENT_NOT_FOUND', 'NOTHING_TO_HOLD'],
  },

  /** Makes the address of this show's overlay anew: the token to stand behind its #, told this once. The one before stops at once. */
  'overlay:renew': { from: desk, input: empty, output: z.object({ token: z.string() }), refusals: [] },
  /** No overlay of this show may read any more, until a new address is made. Safe to repeat. */
  'overlay:revoke': { from: desk, input: empty, output: empty, refusals: [] },
  /** Which overlays are there, over all processes. */
  'overlay:status': { from: ROLES, input: empty, output: OverlayStatus, refusals: [] },
  /** An overlay's sign of life, every 5 s. */
  'overlay:beat': { from: ['overlay'], input: OverlayBeat, output: empty, refusals: [] },

  /** Host: one transport to send on. Replaces an earlier one of the same show (a reload, a second device). */
  'media:openSend': {
    from: onAir,
    input: z.object({ device: HostDevice.optional() }),
    output: z.object({ transport: TransportOptions, rtpCapabilities: RtpCapabilities }),
    refusals: ['MEDIA_UNAVAILABLE', 'SHOW_ENDED'],
  },
  'media:produce': {
    from: onAir,
    input: z.object({ transportId: TransportId, kind: MediaKind, rtpParameters: RtpParameters }),
    output: z.object({ producerId: ProducerId }),
    refusals: ['TRANSPORT_NOT_FOUND', 'MEDIA_UNAVAILABLE'],
  },
  'media:pauseProducer': {
    from: onAir,
    input: z.object({ producerId: ProducerId, paused: z.boolean() }),
    output: empty,
    refusals: ['TRANSPORT_NOT_FOUND'],
  },
  /** Viewer: one transport with a paused consumer for each producer. Replaces an earlier one of the same socket. */
  'media:subscribe': {
    from: everyone,
    input: z.object({ rtpCapabilities: RtpCapabilities, forceTcp: z.boolean() }),
    output: z.object({ transport: TransportOptions, consumers: z.array(ConsumerOptions) }),
    refusals: ['MEDIA_UNAVAILABLE', 'MEDIA_ELSEWHERE', 'CANNOT_CONSUME'],
  },
  /** The router's capabilities, for a client that joined before the host produced. */
  'media:capabilities': {
    from: everyone,
    input: empty,
    output: z.object({ rtpCapabilities: RtpCapabilities }),
    refusals: ['MEDIA_UNAVAILABLE', 'MEDIA_ELSEWHERE'],
  },
  'media:connect': {
    from: everyone,
    input: z.object({ transportId: TransportId, dtlsParameters: DtlsParameters }),
    output: empty,
    refusals: ['TRANSPORT_NOT_FOUND'],
  },
  'media:resume': {
    from: everyone,
    input: z.object({ transportId: TransportId }),
    output: empty,
    refusals: ['TRANSPORT_NOT_FOUND'],
  },
  /** The spatial layer that fits the viewer's picture: 0 is the smallest. */
  'media:preferLayer': {
    from: everyone,
    input: z.object({ consumerId: ConsumerId, spatialLayer: z.number().int().min(0).max(2) }),
    output: empty,
    refusals: ['TRANSPORT_NOT_FOUND'],
  },
  'media:restartIce': {
    from: everyone,
    input: z.object({ transportId: TransportId }),
    output: z.object({ iceParameters: IceParameters }),
    refusals: ['TRANSPORT_NOT_FOUND'],
  },
  'media:reportFirstFrame': { from: everyone, input: FirstFrameReport, output: empty, refusals: [] },
} as const satisfies Record<string, CommandSpec>

/** Who may send a command; staff by their role. */
export type SenderKind = 'viewer' | 'overlay' | Role

interface CommandSpec {
  readonly from: readonly SenderKind[]
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly refusals: readonly RefusalCode[]
}

export type CommandName = keyof typeof COMMANDS
export type CommandInput<Name extends CommandName> = z.infer<(typeof COMMANDS)[Name]['input']>
export type CommandOutput<Name extends CommandName> = z.infer<(typeof COMMANDS)[Name]['output']>
export type CommandRefusal<Name extends CommandName> =
  (typeof COMMANDS)[Name]['refusals'][number] | (typeof EDGE_REFUSALS)[number]
export type CommandReply<Name extends CommandName> = Outcome<CommandOutput<Name>, CommandRefusal<Name>>
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]
