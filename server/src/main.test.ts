// What whoever starts the server reads when it cannot start: one line that says what to change, no stack, no password.
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SERVER_PROGRAM } from './testing/serverProgram.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
/** Started with other settings than the demo's: a shop's own server. */
const OWN = {
  DEMO: '0',
  HOST: '127.0.0.1',
  PORT: '0',
  HTTPS_PORT: 'off',
  MEDIA_PORT: '0',
  MEDIA_WORKERS: '1',
  SHOP_NAME: 'Lamps and Sons',
  SHOP_URL: 'https://lamps.example',
  SHOP_WEBHOOK_SECRET: SECRET,
}

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-main-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

interface Ended {
  readonly code: unknown
  readonly lines: readonly string[]
}

/** Runs the real program until it ends by itself. */
async function startAndFail(env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [SERVER_PROGRAM], {
    env: { ...process.env, DATA_DIR: dataDir, ...OWN, ...env },
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const [code]: unknown[] = await once(child, 'close')
  return { code, lines: text.trimEnd().split('\n') }
}

test('a database that does not answer ends the start in one line', async () => {
  const { code, lines } = await startAndFail({ DATABASE_URL: 'postgres://lantern:open-sesame@127.0.0.1:1/shop' })

  expect(code).toBe(1)
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    code: 'DATABASE_BUSY',
    msg: 'the server cannot start: connect ECONNREFUSED 127.0.0.1:1',
  })
  expect(lines[0]).not.toContain('open-sesame')
})

test('a data folder that can never be is named at once, also where nothing is logged', async () => {
  expect(await startAndFail({ DATA_DIR: '/proc/nope', LOG_LEVEL: 'silent' })).toEqual({
    code: 78,
    lines: ['DATA_DIR: /proc/nope cannot be made there (ENOENT)'],
  })
})

test('a HOST that is no address of this machine is named', async () => {
  expect(await startAndFail({ HOST: '192.0.2.1' })).toEqual({
    code: 78,
    lines: ['HOST: "192.0.2.1" is not an address of this machine; 0.0.0.0 stands for all of them'],
  })
})

test.each(['PORT', 'HTTPS_PORT'])('a %s that another program has is named', async (setting) => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo

  const { code, lines } = await startAndFail({ [setting]: String(port), LOG_LEVEL: 'silent' })

  taken.close()
  expect({ code, lines }).toEqual({
    code: 1,
    lines: [
      `the server cannot start: ${setting}: ${port} is in use on 127.0.0.1 by another program; end it or choose another`,
    ],
  })
})

test('a media port that another program has is named', async () => {
  const taken = createSocket('udp4').bind(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address()

  const { code, lines } = await startAndFail({ MEDIA_PORT: String(port) })

  taken.close()
  expect(code).toBe(1)
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    code: 'MEDIA_PORT',
    msg: expect.stringContaining(`MEDIA_PORT: ${port} cannot be opened on 127.0.0.1`),
  })
})

test('a media worker that is no program is named, with what obtains one', async () => {
  const { code, lines } = await startAndFail({ MEDIASOUP_WORKER_BIN: join(dataDir, 'nothing') })

  expect(code).toBe(1)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('node infra/setup/worker.mjs obtains it')
})
