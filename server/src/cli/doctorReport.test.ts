// npm run doctor with a shop's settings: one line for each thing a real show needs, nothing made on the way.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runProgram } from '../testing/commands.ts'

const REPORT = fileURLToPath(new URL('./doctorReport.ts', import.meta.url))

test('says what is missing before the first start, and makes no database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-report-'))
  const own = {
    DEMO: '0',
    DATA_DIR: folder,
    SHOP_URL: 'http://127.0.0.1:1',
    SHOP_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
  }

  const { code, lines } = await runProgram(REPORT, { env: own })

  expect(code).toBe(0)
  expect(lines.map((line) => line.slice(0, 24).trimEnd())).toEqual([
    'missing   public address',
    'missing   trusted https',
    'to check  TURN server',
    'missing   shop',
    'missing   its webhooks',
    expect.stringMatching(/free disk/),
    'to check  clock',
  ])
  expect(await readdir(folder)).toEqual([])
  await rm(folder, { recursive: true, force: true })
})
