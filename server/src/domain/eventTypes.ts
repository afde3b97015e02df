// Every kind of event that is written into a show's log: those of the core, and those that features bring.
import * as features from '@lantern/shared/features/features.ts'

/** What moves a hold, or an order that belongs to one. */
export const HOLD_EVENTS = [
  'hold:granted',
  'hold:changed',
  'hold:paying',
  'hold:returned',
  'hold:authorised',
  'hold:paid',
  'hold:late_paid',
  'hold:supplied',
  'hold:released',
  'hold:expired',
  'hold:refunded',
  'hold:cancelled',
] as const

export const ORDER_EVENTS = [
  'order:second_payment',
  'order:accepted',
  'order:cancelled',
  'order:cancel_doubted',
  'order:part_refunded',
  'order:refunded',
  'order:refund_done',
  'order:refund_asked',
  'order:refund_told',
  'order:refund_by_hand',
  'order:refund_failed',
  'order:refunded_early',
  'order:cancelled_early',
] as const

export const LINE_EVENTS = [
  'waitlist:joined',
  'waitlist:changed',
  'waitlist:served',
  'waitlist:left',
  'waitlist:closed',
] as const

export const SHOW_EVENTS = [
  'show:created',
  'show:live',
  'show:ended',
  'shop:renamed',
  'shop:currency',
  'host:changed',
  'crowd:met',
  'crowd:lifted',
] as const

export const OFFER_EVENTS = ['offer:changed', 'offers:repriced', 'rundown:changed'] as const
export const SALE_EVENTS = ['sale:started', 'sale:ended'] as const

type Features = typeof features
type FactOf<Feature> = Feature extends { readonly facts: readonly (infer Type)[] } ? Type : never

/** What core itself writes; the rest is each feature's own. */
const CORE = [
  ...SHOW_EVENTS,
  ...OFFER_EVENTS,
  ...SALE_EVENTS,
  ...HOLD_EVENTS,
  ...ORDER_EVENTS,
  ...LINE_EVENTS,
  'viewer:erased',
  'contact:withdrawn',
] as const

export type EventType = (typeof CORE)[number] | FactOf<Features[keyof Features]>
export const EVENT_TYPES: readonly EventType[] = [
  ...CORE,
  ...Object.values(features).flatMap((feature): readonly EventType[] => ('facts' in feature ? feature.facts : [])),
]
