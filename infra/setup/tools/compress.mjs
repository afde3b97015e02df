// @ts-check
// Writes a brotli and a gzip copy beside each text file of a built page, so that no phone is sent scripts as they stand.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TEXT = /\.(js|css|html|svg|json|webmanifest)$/
/** A file that fits one packet is not sent any sooner for being smaller. */
const LEAST_BYTES = 1024

/** @param {Buffer} bytes @returns {Record<string, Buffer>} the copies by the ending of their names */
function copiesOf(bytes) {
  const params = {
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  }
  return { br: brotliCompressSync(bytes, { params }), gz: gzipSync(bytes, { level: 9 }) }
}

/**
 * Copies of what an earlier build left are made anew; a copy that is no smaller than its file is not written.
 * @param {string} dir
 * @returns {string[]} the files that have copies now
 */
export function compressFolder(dir) {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => TEXT.test(name))
  return files.filter((name) => compressFile(join(dir, name)))
}

/** @param {string} file */
function compressFile(file) {
  const bytes = readFileSync(file)
  if (bytes.length < LEAST_BYTES) return false
  const copies = Object.entries(copiesOf(bytes)).filter(([, copy]) => copy.length < bytes.length)
  for (const [ending, copy] of copies) writeFileSync(`${file}.${ending}`, copy)
  return copies.length > 0
}
