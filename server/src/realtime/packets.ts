// socket.io's packets as we write and read them: text only, events encoded once for many, and parts of replies that many share encoded once.
import { randomUUID } from 'node:crypto'
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'

/** An event for many sockets: as text for engine.io, and as a websocket frame that is ready for the network. */
export interface EncodedEvent {
  readonly text: string
  readonly frame: Buffer
  /** For engine.io beside the text. */
  readonly options: { readonly compress: false; readonly wsPreEncodedFrame: readonly Buffer[] }
}

const ENGINE_MESSAGE = '4'
const FINAL_TEXT = 0x81
const MOST_IN_BYTE = 125
const MOST_IN_16_BITS = 0xffff

/** Room for the head of a frame with so many bytes, and its length in them. */
function openFrame(length: number): { readonly frame: Buffer; readonly at: number } {
  const at = length <= MOST_IN_BYTE ? 2 : length <= MOST_IN_16_BITS ? 4 : 10
  const frame = Buffer.allocUnsafe(at + length)
  frame.writeUInt8(FINAL_TEXT)
  frame.writeUInt8(at === 2 ? length : at === 4 ? 126 : 127, 1)
  if (at === 4) frame.writeUInt16BE(length, 2)
  if (at === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  return { frame, at }
}

/** A message of engine.io as a websocket frame in one piece: head and text apart would be two. */
function frameOf(text: string): Buffer {
  const body = ENGINE_MESSAGE + text
  const { frame, at } = openFrame(Buffer.byteLength(body))
  frame.write(body, at)
  return frame
}

/** `payload` is JSON. */
export function encodeEvent(name: string, payload: string): EncodedEvent {
  const text = `${PacketType.EVENT}["${name}",${payload}]`
  const frame = frameOf(text)
  return { text, frame, options: { compress: false, wsPreEncodedFrame: [frame] } }
}

/** What engine.io is about to send. */
export interface EnginePacket {
  readonly type: string
  readonly data?: unknown
  options: object
}

/** Makes the frame of a packet that goes by itself; the options are not its own and stay as they are. */
export function frameInOnePiece(packet: EnginePacket): void {
  const { type, data, options } = packet
  if (type !== 'message' || typeof data !== 'string' || 'wsPreEncodedFrame' in options) return
  packet.options = { ...options, wsPreEncodedFrame: [frameOf(data)] }
}

// Stand for what many replies share while the reply around it is made; nobody outside can know them.
const ROOM = `room:${randomUUID()}`
const CAPABILITIES = `capabilities:${randomUUID()}`
const QUOTED_MARKS = new RegExp(`"(?:${ROOM}|${CAPABILITIES})"`, 'g')

interface Loose {
  readonly [key: string]: unknown
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null
}

interface Shared {
  /** The reply with a mark for each object that it shares. */
  readonly around: readonly Loose[]
  readonly room: Loose
  readonly capabilities: unknown
}

/** The reply to a join; null: another packet. */
function sharedIn(data: unknown): Shared | null {
  const reply: unknown = Array.isArray(data) ? data[0] : null
  if (!isLoose(reply) || !isLoose(reply['value'])) return null
  const { value } = reply
  const { snapshot, media } = value
  if (!isLoose(snapshot) || !isLoose(snapshot['room']) || !isLoose(media)) return null
  const marked = { snapshot: { ...snapshot, room: ROOM }, media: { ...media, rtpCapabilities: CAPABILITIES } }
  const around = [{ ...reply, value: { ...value, ...marked } }]
  return { around, room: snapshot['room'], capabilities: media['rtpCapabilities'] ?? null }
}

/** The state of a room is the same object until something changes, what the picture's server can do until it ends: each is turned into JSON once for all who join meanwhile. */
class RoomEncoder extends Encoder {
  private readonly known = new WeakMap<object, string>()

  override encode(packet: Packet): string[] {
    const { type, nsp, id, data } = packet
    if (type !== PacketType.EVENT && type !== PacketType.ACK) return super.encode(packet)
    const place = nsp === '/' ? '' : `${nsp},`
    return [`${type}${place}${id ?? ''}${this.encodeData(data)}`]
  }

  private encodeData(data: unknown): string {
    const shared = sharedIn(data)
    if (shared === null) return JSON.stringify(data)
    const { around, room, capabilities } = shared
    return JSON.stringify(around).replace(QUOTED_MARKS, (mark) =>
      this.encodeOnce(mark.startsWith('"room') ? room : capabilities),
    )
  }

  private encodeOnce(part: unknown): string {
    if (!isLoose(part)) return JSON.stringify(part)
    const json = this.known.get(part) ?? JSON.stringify(part)
    this.known.set(part, json)
    return json
  }
}

/** Nothing of ours is binary: whoever sends it is cut off, as after any packet that cannot be read. */
class TextOnlyDecoder extends Decoder {
  override add(packet: unknown): void {
    if (typeof packet !== 'string') throw new BinaryPacket()
    const type = Number(packet[0])
    if (type === PacketType.BINARY_EVENT || type === PacketType.BINARY_ACK) throw new BinaryPacket()
    super.add(packet)
  }
}

export class BinaryPacket extends Error {}

/** For the settings of the socket.io server. */
export const TEXT_PARSER = { Encoder: RoomEncoder, Decoder: TextOnlyDecoder }
