// Asks what pages cost while 64 people log in at once: `node loadtest/logins.ts`, on a server of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../server/src/app/app.ts'
import { readConfig } from '../server/src/settings/config.ts'
import { createIdleSfu } from '../server/src/testing/idleSfu.ts'
import { dateAndMachine, writeSection } from './results.ts'

const LOGINS = 64
const WARM_PAGES = 200
const GATE_MS = 300

async function pageMs(url: string): Promise<number> {
  const startedAt = performance.now()
  await (await fetch(`${url}/overlay/none`)).arrayBuffer()
  await (await fetch(`${url}/healthz`)).arrayBuffer()
  return performance.now() - startedAt
}

function p99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN)
}

async function login(url: string, n: number): Promise<number> {
  const headers = { 'content-type': 'application/json', origin: url, 'x-forwarded-for': `192.0.2.${n}` }
  const body = JSON.stringify({ name: `nobody ${n}`, password: 'a wrong password' })
  return (await fetch(`${url}/api/staff/login`, { method: 'POST', headers, body })).status
}

async function measure(url: string) {
  const before: number[] = []
  for (let n = 0; n < WARM_PAGES; n += 1) before.push(await pageMs(url))
  let isOver = false
  const logins = Promise.all(Array.from({ length: LOGINS }, (_, n) => login(url, n))).finally(() => {
    isOver = true
  })
  const during: number[] = []
  while (!isOver) during.push(await pageMs(url))
  return { before, during, statuses: await logins }
}

const dataDir = await mkdtemp(join(tmpdir(), 'lantern-logins-'))
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const settings = {
  SHOP_URL: 'https://shop.test',
  PORT: '0',
  HTTPS_PORT: 'off',
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  TRUST_PROXY: '1',
}
const outcome = readConfig({ ...settings, SHOP_WEBHOOK_SECRET: secret, LOG_LEVEL: 'error' })
if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
const app = await createApp(outcome.config, { createSfu: createIdleSfu })
const { before, during, statuses } = await measure(app.url)
await app.close()
await rm(dataDir, { recursive: true, force: true })

const compared = statuses.filter((status) => status === 401).length
const lines = [
  `\`node loadtest/logins.ts\` ${dateAndMachine()}; Node ${process.versions.node}. ${LOGINS} wrong logins at once, ${compared} compared and ${LOGINS - compared} told that the queue is full; meanwhile two pages after each other, ${during.length} times.`,
  '',
  `p99 ${p99(before)} ms before, ${p99(during)} ms meanwhile.`,
  '',
  `- ${p99(during) <= GATE_MS ? 'ok' : 'NOT OK'}: \`result pages_p99_ms ${p99(during)}\` (<= ${GATE_MS}); ratio to before ${(p99(during) / Math.max(1, p99(before))).toFixed(1)}`,
]
await writeSection('logins', lines)
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = during.length > 0 && compared > 0 && p99(during) <= GATE_MS ? 0 : 1
