// Webhooks as staff see them: who is told of what happens here, what was sent, and what came that fits nothing.
import * as z from 'zod'
import { At } from './ids.ts'

/** What the studio tells others, in the words of CHECKOUT's table. */
export const TOLD_TYPES = [
  'hold.created',
  'hold.released',
  'hold.expired',
  'hold.late_paid',
  'order.recorded',
  'show.started',
  'show.ended',
  'activity.opened',
  'activity.settled',
  'activity.cancelled',
  'pickup.arrived',
] as const
export const ToldType = z.enum(TOLD_TYPES)
export type ToldType = z.infer<typeof ToldType>

/** `gone`: it answered 410; `staff`: switched off here; `setting`: the environment does not name it any more. */
export const EndpointReason = z.enum(['gone', 'staff', 'setting'])
export type EndpointReason = z.infer<typeof EndpointReason>

/** `held`: waits until its endpoint is switched on again; `failed`: no attempt is left. */
export const DeliveryState = z.enum(['pending', 'delivered', 'failed', 'held'])
export type DeliveryState = z.infer<typeof DeliveryState>

/** `unknown`: of a hold that is not ours; `failed`: not taken down after many tries; `seen`: staff have looked at it. */
export const ArrivalState = z.enum(['waiting', 'done', 'ignored', 'unknown', 'failed', 'seen'])
export type ArrivalState = z.infer<typeof ArrivalState>

export const EndpointId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

export const Endpoint = z.object({
  id: EndpointId,
  url: z.string(),
  /** Empty: every type. */
  types: z.array(ToldType),
  enabled: z.boolean(),
  reason: EndpointReason.nullable(),
  /** Of the environment: its address and secret are changed there. */
  fromSetting: z.boolean(),
  /** Two secrets sign until then; null: one does. */
  rotatingUntil: At.nullable(),
  createdAt: At,
  pending: z.number().int(),
  failed: z.number().int(),
  held: z.number().int(),
})
export type Endpoint = z.infer<typeof Endpoint>

/** What a shop posted that staff must look at. */
export const ArrivalMatter = z.object({
  id: z.string(),
  endpointId: z.string(),
  eventId: z.string(),
  type: z.string(),
  holdId: z.string().nullable(),
  state: z.enum(['unknown', 'failed']),
  note: z.string().nullable(),
  receivedAt: At,
  /** At most 2,000 characters of it. */
  body: z.string(),
})
export type ArrivalMatter = z.infer<typeof ArrivalMatter>

/** GET /api/webhooks (owner). */
export const WebhookBoard = z.object({ endpoints: z.array(Endpoint), matters: z.array(ArrivalMatter) })
export type WebhookBoard = z.infer<typeof WebhookBoard>

/** POST /api/webhooks (owner) -> EndpointSecret. 400 BAD_INPUT, 409 URL_NOT_ALLOWED. */
export const NewEndpoint = z.object({ url: z.string().min(1).max(2000), types: z.array(ToldType).max(20) })
export type NewEndpoint = z.infer<typeof NewEndpoint>

/** The only answer that shows a secret. Also of POST /api/webhooks/:id/rotate. */
export const EndpointSecret = z.object({ id: EndpointId, secret: z.string() })
export type EndpointSecret = z.infer<typeof EndpointSecret>

/** POST /api/webhooks/:id/switch (owner) -> {}. */
export const SwitchEndpoint = z.object({ enabled: z.boolean() })

export const Attempt = z.object({
  at: At,
  tookMs: z.number().int(),
  status: z.number().int().nullable(),
  problem: z.string().nullable(),
})

export const Delivery = z.object({
  id: z.string(),
  type: ToldType,
  state: DeliveryState,
  createdAt: At,
  /** Of the next attempt; null: none is due. */
  nextAt: At.nullable(),
  /** The latest ten, newest first. */
  attempts: z.array(Attempt),
})
export type Delivery = z.infer<typeof Delivery>

/** GET /api/webhooks/:id/deliveries (owner): the latest 50, newest first. POST .../:deliveryId/replay -> {}. */
export const DeliveryLog = z.object({ deliveries: z.array(Delivery) })
export type DeliveryLog = z.infer<typeof DeliveryLog>

/** POST /api/webhooks/arrivals/:id (owner) -> {}: put away, or given to the ledger once more. */
export const SettleArrival = z.object({ choice: z.enum(['seen', 'again']) })
