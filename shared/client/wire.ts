// What comes from our own server becomes typed replies and events; a message of another shape is refused as INTERNAL.
import type { CommandName, CommandOutput, CommandRefusal, CommandReply } from '../contract/commands.ts'
import type { EventName, EventPayload } from '../contract/events.ts'
import { REFUSAL_CODES, refuse } from '../contract/refusals.ts'
import type { Refusal, RefusalCode } from '../contract/refusals.ts'
import type { Comment, Hold, Offer, Wait } from '../contract/things.ts'

// The server's types and tests vouch for the inside. Here only what the client itself reaches into is looked at: the whole
// schemas would cost every shopper some 30 KB before the first picture, and say no more than "reload the page".

type Loose = Readonly<Record<string, unknown>>
type Check = (value: Loose) => boolean

const CODES: ReadonlySet<unknown> = new Set(REFUSAL_CODES)

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isRow = (value: unknown) => isLoose(value) && isNumber(value['version'])
const isNamedRow = (value: unknown) => isLoose(value) && isText(value['id']) && isRow(value)
const isRows = (value: unknown) => Array.isArray(value) && value.every(isRow)
const isNamed: Check = (value) => isNamedRow(value)

const isRoom = (value: unknown) =>
  isLoose(value) &&
  isNamedRow(value['show']) &&
  isRow(value['pins']) &&
  Array.isArray(value['products']) &&
  Array.isArray(value['comments']) &&
  Array.isArray(value['removed']) &&
  isRow(value['talk']) &&
  isRows(value['offers'])

const isSnapshot = (value: unknown) =>
  isLoose(value) &&
  isText(value['epoch']) &&
  isNumber(value['frame']) &&
  isNumber(value['serverNow']) &&
  isRoom(value['room']) &&
  isRows(value['holds']) &&
  isRows(value['waits'])

const PAYLOADS: { readonly [Name in EventName]: Check } = {
  frame: ({ epoch, n, events }) =>
    isText(epoch) &&
    isNumber(n) &&
    Array.isArray(events) &&
    events.every((event: unknown) => isLoose(event) && isText(event['type'])),
  'own:changed': ({ holds, waits }) => isRows(holds) && isRows(waits),
  'sold:changed': ({ sold }) => Array.isArray(sold),
  'media:reset': ({ reason }) => isText(reason),
  'session:over': ({ code }) => isCode(code),
  'server:draining': ({ spreadMs }) => isNumber(spreadMs),
}

/** Commands whose value the client itself reads; any object will do for the others. */
const OUTPUTS: { readonly [Name in CommandName]?: Check } = {
  'show:join': ({ snapshot, media, reconnectSpreadMs }) =>
    isSnapshot(snapshot) && isLoose(media) && isNumber(reconnectSpreadMs),
  'time:sync': ({ now }) => isNumber(now),
  'hold:place': isNamed,
  'hold:change': isNamed,
  'hold:release': isNamed,
  'waitlist:join': (value) => isWait(value),
  'offer:change': isNamed,
}

/** Null when the payload does not fit the contract. */
export function readEvent<Name extends EventName>(name: Name, raw: unknown): EventPayload<Name> | null {
  return isPayload(name, raw) ? raw : null
}

export function readReply<Name extends CommandName>(name: Name, raw: unknown): CommandReply<Name> {
  if (isLoose(raw) && raw['ok'] === true && isValue(name, raw['value'])) return { ok: true, value: raw['value'] }
  return isRefusal<CommandRefusal<Name>>(raw) ? raw : refuse('INTERNAL')
}

/** The code of a refused handshake; null when the connection merely failed. */
export function readHandshakeRefusal(error: unknown): { code: RefusalCode; retryAfterMs?: number } | null {
  const data: unknown = error instanceof Error && 'data' in error ? error.data : null
  if (!isLoose(data) || !isCode(data['code'])) return null
  const { code, retryAfterMs } = data
  return typeof retryAfterMs === 'number' ? { code, retryAfterMs } : { code }
}

export function isHold(value: unknown): value is Hold {
  return isNamedRow(value) && isLoose(value) && Array.isArray(value['lines']) && isNumber(value['expiresAt'])
}

/** The reply to comment:post. */
export type Posted = Comment & { readonly bought?: unknown }

export function isPosted(value: unknown): value is Posted {
  return isLoose(value) && isText(value['id']) && isText(value['text']) && isNumber(value['seq'])
}

export function isWait(value: unknown): value is Wait {
  return isRow(value) && isLoose(value) && isText(value['offerId']) && isNumber(value['ahead'])
}

export function isOffer(value: unknown): value is Offer {
  return isNamedRow(value) && isLoose(value) && isNumber(value['allotted'])
}

function isPayload<Name extends EventName>(name: Name, raw: unknown): raw is EventPayload<Name> {
  return isLoose(raw) && PAYLOADS[name](raw)
}

function isValue<Name extends CommandName>(name: Name, value: unknown): value is CommandOutput<Name> {
  return isLoose(value) && (OUTPUTS[name]?.(value) ?? true)
}

function isRefusal<Code extends RefusalCode>(raw: unknown): raw is Refusal<Code> {
  return isLoose(raw) && raw['ok'] === false && isCode(raw['code']) && typeof raw['retryable'] === 'boolean'
}

function isCode(code: unknown): code is RefusalCode {
  return CODES.has(code)
}
