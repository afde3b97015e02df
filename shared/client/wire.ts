// Unknown input from the server becomes typed replies and events, or is refused as INTERNAL.
import * as z from 'zod'
import { COMMANDS, EDGE_REFUSALS } from '../contract/commands.ts'
import type { CommandName, CommandOutput, CommandRefusal, CommandReply } from '../contract/commands.ts'
import { EVENTS } from '../contract/events.ts'
import type { EventName, EventPayload } from '../contract/events.ts'
import { RefusalCode, RefusalDetail, refuse } from '../contract/refusals.ts'
import type { Refusal } from '../contract/refusals.ts'

const AnyReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    code: RefusalCode,
    retryable: z.boolean(),
    retryAfterMs: z.number().nonnegative().exactOptional(),
    detail: RefusalDetail.exactOptional(),
  }),
])

const OUTPUTS: { readonly [Name in CommandName]: { readonly output: z.ZodType<CommandOutput<Name>> } } = COMMANDS
const PAYLOADS: { readonly [Name in EventName]: z.ZodType<EventPayload<Name>> } = EVENTS

/** Null when the payload does not fit the contract. */
export function readEvent<Name extends EventName>(name: Name, raw: unknown): EventPayload<Name> | null {
  const payload = PAYLOADS[name].safeParse(raw)
  return payload.success ? payload.data : null
}

export function readReply<Name extends CommandName>(name: Name, raw: unknown): CommandReply<Name> {
  const reply = AnyReply.safeParse(raw)
  if (!reply.success) return refuse('INTERNAL')
  if (!reply.data.ok) return isRefusalOf(name, reply.data) ? reply.data : refuse('INTERNAL')
  const value = OUTPUTS[name].output.safeParse(reply.data.value)
  return value.success ? { ok: true, value: value.data } : refuse('INTERNAL')
}

function isRefusalOf<Name extends CommandName>(name: Name, refusal: Refusal): refusal is Refusal<CommandRefusal<Name>> {
  const codes: readonly RefusalCode[] = [...COMMANDS[name].refusals, ...EDGE_REFUSALS]
  return codes.includes(refusal.code)
}

const HandshakeRefusal = z.object({
  data: z.object({ code: RefusalCode, retryAfterMs: z.number().nonnegative().exactOptional() }),
})

/** The code of a refused handshake; null when the connection merely failed. */
export function readHandshakeRefusal(error: unknown): z.infer<typeof HandshakeRefusal>['data'] | null {
  const refusal = HandshakeRefusal.safeParse(error)
  return refusal.success ? refusal.data.data : null
}
