// The room channel as AsyncAPI 3: every command with who may send it, its reply and its refusals, and every event.
import { EVENT_SCHEMAS } from '@lantern/server/src/commands/contract.ts'
import { Handshake, MAX_MESSAGE_BYTES, PROTOCOL, SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { type DescribedCommand, EDGE, listCommands } from './commands.ts'
import { type Comments, readComments } from './comments.ts'
import { EDGE_WORDS, REFUSAL } from './refusal.ts'
import { createSchemas, type JsonObject, type Schemas } from './schemas.ts'
import { wordsOf } from './words.ts'

const CHANNEL = { $ref: '#/channels/room' }
const message = (key: string): JsonObject => ({ $ref: `#/channels/room/messages/${key}` })

/** Keys of AsyncAPI have no colon. */
const keyOf = (name: string) => name.replace(':', '.')

/** `hold:place` -> `HoldPlace`. */
const titleOf = (name: string) => name.replace(/(^|:)(\w)/g, (_all, _colon, letter: string) => letter.toUpperCase())

const inputName = ({ name }: DescribedCommand) => `${titleOf(name)}Input`
const outputName = ({ name }: DescribedCommand) => `${titleOf(name)}Output`

/** Codes that any command may meet. */
const ANY = { $ref: '#/components/schemas/EdgeCode' }

function replyOf(command: DescribedCommand, schemas: Schemas): JsonObject {
  const granted = {
    type: 'object',
    properties: { ok: { const: true }, value: schemas.refTo(command.output) },
    required: ['ok', 'value'],
  }
  const code = command.refusals.length === 0 ? ANY : { anyOf: [{ enum: [...command.refusals] }, ANY] }
  const refused = { allOf: [{ $ref: '#/components/schemas/Refusal' }, { type: 'object', properties: { code } }] }
  return { oneOf: [granted, refused] }
}

function messagesOf(command: DescribedCommand, schemas: Schemas): [string, JsonObject][] {
  const { name } = command
  return [
    [keyOf(name), { name, title: name, payload: schemas.refTo(command.input) }],
    [`${keyOf(name)}.reply`, { name: `${name} reply`, title: `Reply to ${name}`, payload: replyOf(command, schemas) }],
  ]
}

function operationOf({ name, from, refusals, limit }: DescribedCommand, comments: Comments): [string, JsonObject] {
  return [
    keyOf(name),
    {
      action: 'receive',
      channel: CHANNEL,
      title: name,
      ...wordsOf(comments.of(name)),
      tags: [{ name: name.split(':')[0] ?? name }],
      messages: [message(keyOf(name))],
      reply: { channel: CHANNEL, messages: [message(`${keyOf(name)}.reply`)] },
      'x-from': [...from],
      'x-limit': { ...limit },
      'x-refusals': [...refusals],
    },
  ]
}

function eventOf(name: string, comments: Comments): [string, JsonObject] {
  const words = wordsOf(comments.of(name) || comments.of(`EVENT_SCHEMAS.${name}`) || comments.of(titleOf(name)))
  const tags = [{ name: 'events' }]
  return [
    keyOf(name),
    { action: 'send', channel: CHANNEL, title: name, ...words, tags, messages: [message(keyOf(name))] },
  ]
}

const CONNECT = {
  action: 'receive',
  channel: CHANNEL,
  title: 'connect',
  description:
    `How a socket introduces itself: the \`auth\` of socket.io's connect, with \`protocol\` ${PROTOCOL} beside it. ` +
    'Refused with a connect_error whose `data.code` says why.',
  messages: [message('connect')],
}

function connectMessage(schemas: Schemas): JsonObject {
  const protocol = { type: 'object', properties: { protocol: { const: PROTOCOL } }, required: ['protocol'] }
  return { name: 'connect', title: 'auth of the handshake', payload: { allOf: [schemas.refTo(Handshake), protocol] } }
}

const INFO = {
  title: 'Lantern: the room channel',
  version: String(PROTOCOL),
  description:
    'One socket.io connection (Engine.IO 4, websocket or polling) joins one show. A command is an event with one argument and ' +
    'an acknowledgement, which is its reply: `{ ok: true, value }` or a refusal. What happens in the room comes as events; ' +
    'state comes in numbered frames. This document is written from the server: it receives commands and sends events. ' +
    '`x-from` says who may send a command, `x-limit` how often one person may on one process, `x-refusals` the codes of its own, ' +
    `beside those that any command may meet: ${EDGE_WORDS}. A message has at most ${MAX_MESSAGE_BYTES} bytes.`,
}

const SERVERS = {
  studio: {
    host: 'live.example.com',
    pathname: SOCKET_PATH,
    protocol: 'wss',
    description: 'Your own address. Cookies say who a viewer or a member of staff is: see README.md beside this file.',
  },
}

export async function describeChannel(): Promise<JsonObject> {
  const comments = readComments()
  const commands = listCommands()
  const unnamed = [
    { name: 'Handshake', schema: Handshake },
    ...Object.entries(EVENT_SCHEMAS).map(([name, schema]) => ({ name: `${titleOf(name)}Event`, schema })),
    ...commands.flatMap((command) => [
      { name: inputName(command), schema: command.input },
      { name: outputName(command), schema: command.output },
    ]),
  ]
  const schemas = await createSchemas(unnamed, { comments, target: 'draft-7' })
  const events = Object.entries(EVENT_SCHEMAS).map(([name, schema]): [string, JsonObject] => [
    keyOf(name),
    { name, title: name, payload: schemas.refTo(schema) },
  ])
  const messages = [...commands.flatMap((command) => messagesOf(command, schemas)), ...events]
  return {
    asyncapi: '3.0.0',
    info: INFO,
    defaultContentType: 'application/json',
    servers: SERVERS,
    channels: {
      room: {
        address: SOCKET_PATH,
        title: 'A show',
        messages: { connect: connectMessage(schemas), ...Object.fromEntries(messages) },
      },
    },
    operations: {
      connect: CONNECT,
      ...Object.fromEntries(commands.map((command) => operationOf(command, comments))),
      ...Object.fromEntries(Object.keys(EVENT_SCHEMAS).map((name) => eventOf(name, comments))),
    },
    components: { schemas: { ...schemas.components, Refusal: REFUSAL, EdgeCode: { enum: [...EDGE] } } },
  }
}
