// Server to client: facts in the past tense. A room's facts travel in numbered frames, a viewer's own ones alone.
import type * as z from 'zod'
import { type EventChecks, type SchemasIn } from '../features/feature.ts'
import * as features from '../features/features.ts'
import { joinDisjoint, partOf } from './joinDisjoint.ts'
import { type RefusalCode, REFUSAL_CODES } from './refusals.ts'
import {
  type AllOf,
  type Changes,
  type StaffState,
  STAFF_SLICES,
  fitAll,
  type Own,
  OWN_SLICES,
  type RoomState,
  ROOM_SLICES,
} from './slices.ts'

/**
 * One message to everyone in a room. `n` rises by one per room, audience and process life (`epoch`);
 * a gap or a new epoch means: take a snapshot (`show:join` again). Staff and viewers are separate audiences.
 */
export interface Frame {
  readonly epoch: string
  readonly n: number
  readonly now: number
  /** The pieces of the room that changed, each as its merge takes them in (slices.ts). */
  readonly room?: Changes<RoomState> | undefined
  /** To staff alone. */
  readonly desk?: Changes<StaffState> | undefined
}

/** What the room itself tells; what a feature tells stands beside it. */
export interface RoomEvents {
  readonly frame: Frame
  /** The viewer's own holds changed (granted, paying, paid, released, expired ...), on every tab of theirs. */
  readonly 'own:changed': Changes<Own>
  /** Who the socket came as is over (logged out, token no longer good): it is closed and need not come back as that. */
  readonly 'session:over': { readonly code: RefusalCode }
  /** The process is about to stop: reconnect after a random part of `spreadMs`. */
  readonly 'server:draining': { readonly spreadMs: number }
}

type Features = typeof features
type EventsOf<Feature> = Feature extends { readonly events: infer Events } ? SchemasIn<Events> : never
type FeatureEvents = AllOf<{ [Name in keyof Features]: EventsOf<Features[Name]> }[keyof Features]>

/** socket.io event name -> payload. */
export type EventPayloads = RoomEvents & { readonly [Name in keyof FeatureEvents]: z.infer<FeatureEvents[Name]> }
export type EventName = Extract<keyof EventPayloads, string>
export type EventPayload<Name extends EventName> = EventPayloads[Name]

const CODES: ReadonlySet<unknown> = new Set(REFUSAL_CODES)
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)

const ROOM_CHECKS: EventChecks<RoomEvents> = {
  frame: ({ epoch, n, room, desk }) =>
    typeof epoch === 'string' &&
    isNumber(n) &&
    (room === undefined || fitAll(ROOM_SLICES, room, 'some')) &&
    (desk === undefined || fitAll(STAFF_SLICES, desk, 'some')),
  'own:changed': (own) => fitAll(OWN_SLICES, own, 'some'),
  'session:over': ({ code }) => CODES.has(code),
  'server:draining': ({ spreadMs }) => isNumber(spreadMs),
}

/** Whether a payload can be taken in without harm. */
export const EVENT_CHECKS = joinDisjoint([
  ROOM_CHECKS,
  ...Object.values(features).map((feature) => partOf(feature, 'events')),
]) as EventChecks<EventPayloads>
