// Frames as a websocket reads them: head and text in one piece, at every length at which the head changes.
import { expect, test } from 'vitest'
import { PacketType } from 'socket.io-parser'
import { encodeEvent, type EnginePacket, frameInOnePiece, TEXT_PARSER } from './packets.ts'

/** After RFC 6455, for one unmasked text frame. */
function readFrame(frame: Buffer): { readonly text: string; readonly length: number } {
  expect(frame[0]).toBe(0x81)
  const short = frame.readUInt8(1)
  if (short < 126) return { text: frame.toString('utf8', 2), length: short }
  if (short === 126) return { text: frame.toString('utf8', 4), length: frame.readUInt16BE(2) }
  return { text: frame.toString('utf8', 10), length: Number(frame.readBigUInt64BE(2)) }
}

const framesOf = ({ options }: EnginePacket): unknown => 'wsPreEncodedFrame' in options && options.wsPreEncodedFrame

function frameOf(data: string): Buffer {
  const packet: EnginePacket = { type: 'message', data, options: { compress: false } }
  frameInOnePiece(packet)
  const frames = framesOf(packet)
  if (!Array.isArray(frames) || !Buffer.isBuffer(frames[0]) || frames.length !== 1) throw new Error('no one piece')
  return frames[0]
}

test.each([0, 1, 124, 125, 126, 65_534, 65_535, 200_000])('a text of %i bytes', (length) => {
  const text = 'x'.repeat(length)

  expect(readFrame(frameOf(text))).toEqual({ text: `4${text}`, length: length + 1 })
})

test('lengths are counted in bytes, not in characters', () => {
  const text = '灯🏮'.repeat(30)

  expect(readFrame(frameOf(text))).toEqual({ text: `4${text}`, length: Buffer.byteLength(text) + 1 })
  expect(readFrame(encodeEvent('frame', `"${text}"`).frame).text).toBe(`42["frame","${text}"]`)
})

test('packets that share their options each get their own frame', () => {
  const options = { compress: false }
  const packets = ['one', 'two'].map((data): EnginePacket => ({ type: 'message', data, options }))

  packets.forEach(frameInOnePiece)

  expect(options).toEqual({ compress: false })
  expect(packets.map(framesOf).map((frames) => String(frames).slice(2))).toEqual(['4one', '4two'])
})

test('pings, bytes, nothing and what is framed already stay as they are', () => {
  const framed = { wsPreEncodedFrame: [Buffer.from('x')] }
  const packets: EnginePacket[] = [
    { type: 'ping', options: {} },
    { type: 'message', data: Buffer.from('x'), options: {} },
    { type: 'message', options: {} },
    { type: 'message', data: 'x', options: framed },
  ]
  const before = packets.map(({ options }) => options)

  packets.forEach(frameInOnePiece)

  packets.forEach(({ options }, index) => expect(options).toBe(before[index]))
})

/** A reply to show:join that counts how often what it shares is turned into JSON. */
function joinReply(counts: { room: number; capabilities: number }) {
  const counted = (name: 'room' | 'capabilities', value: object) => ({
    ...value,
    toJSON: () => {
      counts[name] += 1
      return value
    },
  })
  const room = counted('room', { show: { title: '"$&" 灯' }, comments: [] })
  const rtpCapabilities = counted('capabilities', { codecs: [{ mimeType: 'video/H264' }] })
  return (n: number, media: object = { nodeUrl: null, mediaToken: `token ${n}`, rtpCapabilities }) => [
    { ok: true, value: { snapshot: { frame: n, room, own: { holds: [] } }, reconnectSpreadMs: n, media } },
  ]
}

test('a reply to a join is its JSON, and what all share is made into it once', () => {
  const encoder = new TEXT_PARSER.Encoder()
  const counts = { room: 0, capabilities: 0 }
  const replyOf = joinReply(counts)
  const encoded = (data: unknown[]) => encoder.encode({ type: PacketType.ACK, nsp: '/', id: 7, data })

  const texts = [1, 2, 3].map((n) => encoded(replyOf(n)))

  expect(counts).toEqual({ room: 1, capabilities: 1 })
  expect(texts).toEqual([1, 2, 3].map((n) => [`37${JSON.stringify(replyOf(n))}`]))
  const without = replyOf(4, { nodeUrl: null, mediaToken: '', rtpCapabilities: null })
  expect(encoded(without)).toEqual([`37${JSON.stringify(without)}`])
})
