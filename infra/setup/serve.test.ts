// The shop's own server as an operator starts it: no demo, the owner's link in sight, whatever LOG_LEVEL leaves out.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from './tools/places.mjs'

let folder = ''
const running: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-serve-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) await stop(child)
  await rm(folder, { recursive: true, force: true })
})

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** The verb without the installing that goes before it. */
function startVerb(verb: string, env: Record<string, string>) {
  const script = `import('./infra/setup/verbs.mjs').then(async ({ VERBS }) => { process.exitCode = await VERBS['${verb}'].run([]) })`
  const given = { ...process.env, LANTERN_ENV_FILE: join(folder, 'settings'), ...env }
  const child = spawn(process.execPath, ['--eval', script], { cwd: ROOT, env: given })
  running.push(child)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return { child, said: () => said }
}

async function write(settings: Record<string, string>): Promise<void> {
  const lines = Object.entries(settings).map(([name, value]) => `${name}="${value}"\n`)
  await writeFile(join(folder, 'settings'), lines.join(''))
}

async function ownSettings() {
  const port = await freePort()
  const settings = {
    HOST: '127.0.0.1',
    PORT: String(port),
    HTTPS_PORT: 'off',
    MEDIA_PORT: '0',
    MEDIA_WORKERS: '1',
    DATA_DIR: join(folder, 'kept'),
    LOG_LEVEL: 'error',
    SHOP_URL: 'https://lamps.example',
    SHOP_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
  }
  return { settings, url: `http://127.0.0.1:${port}` }
}

const post = (url: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin },
    body: JSON.stringify(body),
  })

/** The status of /readyz with what the program has said so far, so that a failure shows it. */
async function untilReady(url: string, { said }: { said: () => string }): Promise<void> {
  const look = async () => {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    return answer?.status === 200 ? 'ready' : said()
  }
  await expect.poll(look, { timeout: 300_000, interval: 200 }).toBe('ready')
}

test.each([
  ['serve', {}],
  ['start', { DEMO: '0' }],
])('%s (%j) is the shop’s own server even where the settings file says demo', async (verb, env) => {
  const { settings, url } = await ownSettings()
  await write({ ...settings, DEMO: '1' })

  const first = startVerb(verb, env)
  await untilReady(url, first)
  const [, token = ''] = /\/studio\/welcome#(\S+)/.exec(first.said()) ?? []
  const demoLogin = await post(`${url}/api/staff/login`, { name: 'owner', password: 'lantern-demo' })
  const owner = { token, name: 'Mei', password: 'lamps and lanterns' }
  const welcomed = await post(`${url}/api/staff/welcome`, owner)
  const cookie = welcomed.headers.getSetCookie().map((one) => one.split(';')[0])
  const shows = await fetch(`${url}/api/shows`, { headers: { cookie: cookie.join('; '), origin: url } })

  expect(first.said()).toContain(`Open this link within a day to become the owner`)
  expect([demoLogin.status, welcomed.status]).toEqual([401, 200])
  expect(await shows.json()).toEqual({ shows: [] })

  await stop(first.child)
  const second = startVerb(verb, env)
  await untilReady(url, second)

  expect(second.said()).toBe('')
})

test('the demo does not bring its staff into a shop’s own database', async () => {
  const { settings, url } = await ownSettings()
  await write(settings)
  const own = startVerb('serve', {})
  await untilReady(url, own)
  await stop(own.child)

  const demo = startVerb('start', { ...settings, DEMO: '', DEMO_SHOP_PORT: String(await freePort()) })
  const [code]: unknown[] = await once(demo.child, 'exit')

  expect(code).toBe(78)
  expect(demo.said()).toContain(`DATA_DIR: the database in ${settings.DATA_DIR} is a shop's own`)
})

test('what reads the shop’s settings reads the same file', async () => {
  const { settings } = await ownSettings()
  await write({ ...settings, SHOP_URL: 'not an address' })

  const { child, said } = startVerb('shop:check', {})
  const [code]: unknown[] = await once(child, 'exit')

  expect(code).toBe(78)
  expect(said()).toContain('SHOP_URL: must be an http or https address')
})

test('without a shop in the settings it starts, and says where one is connected', async () => {
  const { settings, url } = await ownSettings()
  const { SHOP_URL: _, SHOP_WEBHOOK_SECRET: __, ...withoutShop } = settings
  await write({ ...withoutShop, SHOP_NAME: 'Lamps' })

  const server = startVerb('serve', {})
  await untilReady(url, server)

  expect(server.said()).toContain(`Connect one in the studio: ${url.replace('127.0.0.1', 'localhost')}/studio/shop`)
})
