// What comes from our own server becomes typed replies and events; a message of another shape is refused as INTERNAL.
import type { CommandName, CommandOutput, CommandRefusal, CommandReply } from '../contract/commands.ts'
import { EVENT_CHECKS, type EventName, type EventPayload } from '../contract/events.ts'
import { REFUSAL_CODES, refuse } from '../contract/refusals.ts'
import type { Refusal, RefusalCode } from '../contract/refusals.ts'
import { STAFF_SLICES, fitAll, OWN_SLICES, ROOM_SLICES } from '../contract/slices.ts'

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

const isSnapshot = (value: unknown) =>
  isLoose(value) &&
  isText(value['epoch']) &&
  isNumber(value['frame']) &&
  isNumber(value['serverNow']) &&
  fitAll(ROOM_SLICES, value['room'], 'all') &&
  fitAll(OWN_SLICES, value['own'], 'all') &&
  (value['desk'] === null || fitAll(STAFF_SLICES, value['desk'], 'all'))

/** What the client itself reads beside the room's state. */
const OUTPUTS: { readonly [Name in CommandName]?: Check } = {
  'show:join': ({ snapshot, media, reconnectSpreadMs, combines }) =>
    isSnapshot(snapshot) && isLoose(media) && isNumber(reconnectSpreadMs) && typeof combines === 'boolean',
  'time:sync': ({ now }) => isNumber(now),
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

function isPayload<Name extends EventName>(name: Name, raw: unknown): raw is EventPayload<Name> {
  return isLoose(raw) && EVENT_CHECKS[name](raw)
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
