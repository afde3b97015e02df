// Reads the frames of a websocket server from chunks of bytes: counts all, and shows the small ones.

export interface FrameReader {
  /** Takes what came from the network. */
  read(chunk: Buffer): void
  frames(): number
  bytes(): number
}

const IN_16_BITS = 126
const IN_64_BITS = 127

/** Length of the header that begins here; null: more bytes are needed to know. */
function headerLength(bytes: Buffer): number | null {
  const length = (bytes[1] ?? 0) & 0x7f
  const header = length === IN_64_BITS ? 10 : length === IN_16_BITS ? 4 : 2
  return bytes.length < header ? null : header
}

function payloadLength(bytes: Buffer): number {
  const length = (bytes[1] ?? 0) & 0x7f
  if (length === IN_16_BITS) return bytes.readUInt16BE(2)
  return length === IN_64_BITS ? Number(bytes.readBigUInt64BE(2)) : length
}

/** `onSmall` is told the text of each frame up to `smallBytes`; of longer ones only the length is looked at. */
export function createFrameReader(smallBytes: number, onSmall: (text: string) => void): FrameReader {
  let rest: Buffer = Buffer.alloc(0)
  let skip = 0
  let frames = 0
  let bytes = 0

  /** How many bytes were understood; 0: more are needed. */
  const readOne = (from: Buffer): number => {
    const header = headerLength(from)
    if (header === null) return 0
    const length = payloadLength(from)
    const isSmall = length <= smallBytes
    if (isSmall && from.length < header + length) return 0
    frames += 1
    if (isSmall) onSmall(from.toString('utf8', header, header + length))
    else skip = header + length
    return isSmall ? header + length : 0
  }
  /** Passes over the rest of a long frame. */
  const skipIn = (from: Buffer): number => {
    const passed = Math.min(skip, from.length)
    skip -= passed
    return passed
  }
  return {
    frames: () => frames,
    bytes: () => bytes,
    read: (chunk) => {
      bytes += chunk.length
      let left = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let used = -1
      while (used !== 0 && left.length > 0) {
        used = (skip > 0 ? 0 : readOne(left)) + (skip > 0 ? skipIn(left) : 0)
        left = left.subarray(used)
      }
      rest = left
    },
  }
}

/** A short text as a client sends it; the mask is all zeros, which is a mask. */
export function clientFrame(text: string): Buffer {
  const body = Buffer.from(text)
  const header =
    body.length < IN_16_BITS
      ? [0x81, 0x80 | body.length]
      : [0x81, 0x80 | IN_16_BITS, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from(header), Buffer.alloc(4), body])
}
