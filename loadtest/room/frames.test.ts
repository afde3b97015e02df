// Frames of every length, in pieces of every length.
import { expect, test } from 'vitest'
import { clientFrame, createFrameReader } from './frames.ts'

/** As a server sends it: without a mask. */
function serverFrame(length: number, letter = 'x'): Buffer {
  const body = Buffer.alloc(length, letter)
  if (length < 126) return Buffer.concat([Buffer.from([0x81, length]), body])
  if (length < 65_536) return Buffer.concat([Buffer.from([0x81, 126, length >> 8, length & 0xff]), body])
  const header = Buffer.alloc(10)
  header.writeUInt16BE(0x817f)
  header.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([header, body])
}

test.each([1, 2, 3, 7, 125, 126, 4096, 1_000_000])('counts frames that come in pieces of %i bytes', (piece) => {
  const lengths = [0, 1, 125, 126, 127, 5000, 65_535, 65_536, 70_000, 3]
  const stream = Buffer.concat(lengths.map((length) => serverFrame(length)))
  const small: string[] = []
  const reader = createFrameReader(130, (text) => small.push(text))

  for (let at = 0; at < stream.length; at += piece) reader.read(stream.subarray(at, at + piece))

  expect(reader.frames()).toBe(lengths.length)
  expect(reader.bytes()).toBe(stream.length)
  expect(small.map((text) => text.length)).toEqual([0, 1, 125, 126, 127, 3])
})

test('a client’s frame has a mask, and its length in one byte or two', () => {
  expect([...clientFrame('3')]).toEqual([0x81, 0x81, 0, 0, 0, 0, 0x33])
  expect([...clientFrame('x'.repeat(200)).subarray(0, 8)]).toEqual([0x81, 0xfe, 0, 200, 0, 0, 0, 0])
})
