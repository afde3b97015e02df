// Real programs: one that answers, one that fails.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from './tools/places.mjs'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-children-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const STAYS = `process.on('SIGTERM', () => { console.log('stopped in order'); process.exit(0) }); setInterval(() => {}, 1000); console.log('up')`

/** Runs a parent whose children are these scripts; answers its exit code and everything that was said. */
async function runParent(scripts: string[]): Promise<{ code: number; said: string }> {
  const parent = join(folder, 'parent.ts')
  await writeFile(
    parent,
    `import { createChildren } from ${JSON.stringify(join(ROOT, 'infra/setup/children.ts'))}
const children = createChildren()
for (const script of ${JSON.stringify(scripts)}) children.start({ name: 'It', args: ['-e', script], env: process.env })
process.exit(await children.ended)`,
  )
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [parent], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr })
    })
    child.stdout?.on('data', (text: string) => {
      if (text.includes('up') && scripts.length === 1) child.kill('SIGTERM')
    })
  })
}

test('stops its programs in order on SIGTERM and ends well', async () => {
  const { code, said } = await runParent([STAYS])

  expect(said).toContain('stopped in order')
  expect(code).toBe(0)
})

test('when one program fails, stops the others and ends with its code', async () => {
  const { code, said } = await runParent([STAYS, 'setTimeout(() => process.exit(78), 500)'])

  expect(said).toContain('It ended (78)')
  expect(said).toContain('stopped in order')
  expect(code).toBe(78)
})
