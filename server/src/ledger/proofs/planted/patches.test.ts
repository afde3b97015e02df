// Every planted bug finds its line, once; whether the proofs notice it takes minutes (planted.deep.test.ts).
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { PATCHES } from './patches.ts'

test.each(PATCHES)('$name: its line is there exactly once', async ({ file, find }) => {
  const text = await readFile(new URL(`../../../${file}`, import.meta.url), 'utf8')

  expect(text.split(find)).toHaveLength(2)
})
