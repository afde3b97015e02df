// What is wrong is said beside the file, never in it.
import { expect, test } from 'vitest'
import { runPacking } from './runPacking.ts'

test.each([
  ['no show is named', []],
  ['the database is not there', ['show']],
])('when %s the file stays empty', async (_, args) => {
  const [printed, warned]: [string[], string[]] = [[], []]
  const env = { DATA_DIR: '/nowhere' }

  const code = await runPacking({
    args,
    env,
    print: (line) => void printed.push(line),
    warn: (line) => void warned.push(line),
  })

  expect([code, printed]).toEqual([2, []])
  expect(warned).toHaveLength(1)
})
