// The few messages of STUN (RFC 8489) and TURN (RFC 8656) that it takes to see whether a server relays for us.
import { createHash, createHmac, randomBytes } from 'node:crypto'

export const ALLOCATE = 0x0003
export const REFRESH = 0x0004
export const SUCCESS = 0x0100
export const FAILURE = 0x0110
export const HEADER_BYTES = 20

const COOKIE = 0x2112a442
const INTEGRITY_BYTES = 24
const UDP = 17

const ATTRIBUTES = {
  username: 0x0006,
  integrity: 0x0008,
  error: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  transport: 0x0019,
} as const
type Attribute = keyof typeof ATTRIBUTES

export interface Message {
  readonly type: number
  readonly id: string
  get(name: Attribute): Buffer | null
}

function attribute(name: Attribute, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(ATTRIBUTES[name], 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc(-value.length & 3)])
}

function header(type: number, id: Buffer, bodyBytes: number): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(bodyBytes, 2)
  head.writeUInt32BE(COOKIE, 4)
  return Buffer.concat([head, id])
}

/** What a server asks for before it relays. */
export interface Login {
  readonly username: string
  readonly password: string
  readonly realm: Buffer
  readonly nonce: Buffer
}

/** An allocation to be made, or one to be ended (a refresh for no time); signed where a login is given. */
export function request(type: typeof ALLOCATE | typeof REFRESH, login: Login | null): Buffer {
  const id = randomBytes(12)
  const asked = type === ALLOCATE ? attribute('transport', Buffer.from([UDP, 0, 0, 0])) : noTime()
  if (login === null) return Buffer.concat([header(type, id, asked.length), asked])
  const { username, password, realm, nonce } = login
  const named = [attribute('username', Buffer.from(username)), attribute('realm', realm), attribute('nonce', nonce)]
  const body = Buffer.concat([asked, ...named])
  const signed = Buffer.concat([header(type, id, body.length + INTEGRITY_BYTES), body])
  const key = createHash('md5').update(`${username}:${realm.toString()}:${password}`).digest()
  return Buffer.concat([signed, attribute('integrity', createHmac('sha1', key).update(signed).digest())])
}

const noTime = () => attribute('lifetime', Buffer.alloc(4))

/** How long the whole message is, as its beginning says; null: that is not there yet. */
export function lengthOf(bytes: Buffer): number | null {
  return bytes.length < HEADER_BYTES ? null : HEADER_BYTES + bytes.readUInt16BE(2)
}

/** Null: it is none. */
export function readMessage(bytes: Buffer): Message | null {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32BE(4) !== COOKIE) return null
  const found = new Map<number, Buffer>()
  for (let at = HEADER_BYTES; at + 4 <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 2)
    const kind = bytes.readUInt16BE(at)
    if (!found.has(kind)) found.set(kind, bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length + (-length & 3)
  }
  const get = (name: Attribute) => found.get(ATTRIBUTES[name]) ?? null
  return { type: bytes.readUInt16BE(0), id: bytes.subarray(8, HEADER_BYTES).toString('hex'), get }
}

/** Such as 401; 0: none is given. */
export function errorCodeOf(message: Message): number {
  const value = message.get('error')
  return value === null || value.length < 4 ? 0 : value.readUInt8(2) * 100 + value.readUInt8(3)
}
