// A stand-in for coturn with `use-auth-secret`: gives allocations to names that its secret signs and that are not over.
import { createHash, createHmac } from 'node:crypto'
import { createSocket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'

export interface TurnServer {
  readonly url: string
  /** Allocations that were made and not ended. */
  allocations(): number
  close(): void
}

const REALM = 'turn.example'
const NONCE = 'a-nonce'
const ALLOCATE = 0x0003

/** Kind and value of each attribute, and where it begins. */
function attributesOf(message: Buffer) {
  const found = new Map<number, { value: Buffer; at: number }>()
  for (let at = 20; at < message.length;) {
    const length = message.readUInt16BE(at + 2)
    found.set(message.readUInt16BE(at), { value: message.subarray(at + 4, at + 4 + length), at })
    at += 4 + Math.ceil(length / 4) * 4
  }
  return found
}

function answer(message: Buffer, type: number, attributes: readonly [kind: number, value: Buffer][]): Buffer {
  const body = attributes.map(([kind, value]) => {
    const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4)
    padded.writeUInt16BE(kind, 0)
    padded.writeUInt16BE(value.length, 2)
    value.copy(padded, 4)
    return padded
  })
  const head = Buffer.from(message.subarray(0, 20))
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(Buffer.concat(body).length, 2)
  return Buffer.concat([head, ...body])
}

function isSigned(message: Buffer, secret: string): boolean {
  const attributes = attributesOf(message)
  const [username, integrity] = [attributes.get(0x0006), attributes.get(0x0008)]
  if (username === undefined || integrity === undefined) return false
  const name = username.value.toString()
  const password = createHmac('sha1', secret).update(name).digest('base64')
  const key = createHash('md5').update(`${name}:${REALM}:${password}`).digest()
  const isOver = Number(name.split(':')[0]) * 1000 < 1_800_000_000_000
  const hmac = createHmac('sha1', key).update(message.subarray(0, integrity.at)).digest()
  return !isOver && hmac.equals(integrity.value)
}

/** Its clock stands where the doctor's tests have theirs. */
export async function startTurnServer({ secret }: { secret: string }): Promise<TurnServer> {
  const socket = createSocket('udp4')
  let allocations = 0
  const refusal: [number, Buffer][] = [
    [0x0009, Buffer.from([0, 0, 4, 1])],
    [0x0014, Buffer.from(REALM)],
    [0x0015, Buffer.from(NONCE)],
  ]
  socket.on('message', (message: Buffer, from: RemoteInfo) => {
    const type = message.readUInt16BE(0)
    const isGranted = isSigned(message, secret)
    if (isGranted) allocations += type === ALLOCATE ? 1 : -1
    const reply = isGranted ? answer(message, type | 0x0100, []) : answer(message, type | 0x0110, refusal)
    socket.send(reply, from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    url: `turn:127.0.0.1:${socket.address().port}`,
    allocations: () => allocations,
    close: () => void socket.close(),
  }
}
