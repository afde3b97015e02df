// Copies of built files: smaller, the same when unpacked, and none where they gain nothing.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compressFolder } from './compress.mjs'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lantern-compress-'))
  mkdirSync(join(dir, 'assets'))
})
afterEach(() => rmSync(dir, { recursive: true }))

test('scripts and styles of every folder get a brotli and a gzip copy with the same content', () => {
  const text = 'export const lantern = "light";\n'.repeat(200)
  for (const name of ['index.html', 'assets/main-abc.js', 'assets/main-abc.css']) writeFileSync(join(dir, name), text)

  const done = compressFolder(dir)

  expect(done).toHaveLength(3)
  const br = readFileSync(join(dir, 'assets/main-abc.js.br'))
  const gz = readFileSync(join(dir, 'assets/main-abc.js.gz'))
  expect(brotliDecompressSync(br).toString()).toBe(text)
  expect(gunzipSync(gz).toString()).toBe(text)
  expect(br.length).toBeLessThan(text.length / 10)
})

test('small files, pictures and copies themselves are left as they are, also the second time', () => {
  writeFileSync(join(dir, 'small.js'), 'true')
  writeFileSync(join(dir, 'picture.png'), Buffer.alloc(5000))
  writeFileSync(join(dir, 'main.js'), 'x'.repeat(5000))

  compressFolder(dir)
  compressFolder(dir)

  expect(readdirSync(dir).sort()).toEqual(['assets', 'main.js', 'main.js.br', 'main.js.gz', 'picture.png', 'small.js'])
})
