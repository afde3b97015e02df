import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { WEBHOOK_SECRET } from './studioStandIn.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

/** Of what the test has: nothing that could be a setting of the shop. */
const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env: { PATH, NODE_COMPILE_CACHE, ...env } })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  return { child, output: () => output, ended: once(child, 'close') }
}

it.each([
  ['a missing webhook secret', {}, 'SHOP_WEBHOOK_SECRET'],
  ['an absurd port', { SHOP_WEBHOOK_SECRET: WEBHOOK_SECRET, PORT: 'eighty' }, 'PORT'],
  ['a studio address that is not one', { SHOP_WEBHOOK_SECRET: WEBHOOK_SECRET, STUDIO_URL: 'ftp://x' }, 'STUDIO_URL'],
])('names %s in one line and exits 78', async (_what, env, name) => {
  const { output, ended } = start(env)

  const [code] = await ended

  expect(code).toBe(78)
  expect(output().trim().split('\n')).toEqual([expect.stringContaining(name)])
})

it('opens, answers and leaves with 0 when asked to', async () => {
  const { child, output, ended } = start({ SHOP_WEBHOOK_SECRET: WEBHOOK_SECRET, PORT: '0' })
  await expect.poll(output).toContain('open at')
  const url = /http:\S+/.exec(output())?.[0] ?? ''

  const health = await fetch(`${url}/healthz`)
  child.kill('SIGTERM')

  expect(health.status).toBe(200)
  expect((await ended)[0]).toBe(0)
})
