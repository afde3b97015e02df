// The text of a product file as UTF-8, whatever of the Unicode forms a spreadsheet has saved it in; other alphabets are told, not guessed.

const SAMPLE_BYTES = 4_096
const NUL = 0

type Wide = 'utf-16le' | 'utf-16be'

/** By its mark, or by the empty half that every second byte of mostly Latin text is. */
function wideOf(bytes: Uint8Array): Wide | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const nuls = [0, 1].map((half) => sample.filter((byte, at) => byte === NUL && at % 2 === half).length)
  const [even = 0, odd = 0] = nuls
  if (even + odd < sample.length / 8) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function decode(bytes: Uint8Array, encoding: 'utf-8' | Wide): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Null: it is in no form of Unicode. GBK, Big5 and Windows-1252 cannot be told from each other by their bytes. */
export function readFileText(bytes: Uint8Array): Uint8Array | null {
  const wide = wideOf(bytes)
  if (wide === null) return decode(bytes, 'utf-8') === null ? null : bytes
  const text = decode(bytes, wide)
  return text === null ? null : Buffer.from(text)
}
