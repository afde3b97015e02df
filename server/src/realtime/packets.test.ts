// Frames as a websocket reads them: head and text in one piece, at every length at which the head changes.
import { expect, test } from 'vitest'
import { encodeEvent, type EnginePacket, frameInOnePiece } from './packets.ts'

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
