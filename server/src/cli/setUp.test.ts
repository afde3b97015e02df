// npm run setup with its answers on standard input: the settings file, the secrets, what is said about the shop, the unit.
import { once } from 'node:events'
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../settings/config.ts'
import { readSettings, writeSettings } from './setup/settingsText.ts'
import { runProgram } from '../testing/commands.ts'
import { runSetUp } from './runSetUp.ts'
import { systemdUnit } from './setup/systemdUnit.ts'

const SET_UP = fileURLToPath(new URL('./setUp.ts', import.meta.url))
const shop = createServer((_req, res) => void res.end('hello'))
let folder: string
let shopUrl: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-setup-'))
  shop.listen(0, '127.0.0.1')
  await once(shop, 'listening')
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
})
afterEach(async () => {
  shop.close()
  await rm(folder, { recursive: true, force: true })
})

const settingsFile = () => ({ LANTERN_ENV_FILE: join(folder, 'settings') })
const typed = (answers: readonly string[]) => answers.map((answer) => `${answer}\n`).join('')

async function setUp(answers: readonly string[]) {
  let said = ''
  const env = { ...process.env, ...settingsFile() }
  const print = (text: string) => void (said += text)
  return { code: await runSetUp({ env, input: Readable.from([typed(answers)]), print }), said }
}

/** The program that npm starts, with a pipe for its standard input. */
async function setUpProgram(answers: readonly string[]) {
  const { code, lines } = await runProgram(SET_UP, { env: settingsFile(), answers: typed(answers) })
  return { code, said: lines.join('\n') }
}

const readWritten = async () => readSettings(await readFile(join(folder, 'settings'), 'utf8'))

test('answers become settings with which the server starts, for their owner alone, and the shop is tried', async () => {
  const kept = join(folder, 'kept')
  const { code, said } = await setUpProgram([
    'generic',
    shopUrl,
    'Lamps & "Sons"',
    '',
    'https://live.example.com',
    '1',
    '4711',
    '198.51.100.7',
    kept,
    '',
  ])

  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('the shop answers') })
  const settings = await readWritten()
  expect(readConfig(settings)).toMatchObject({
    ok: true,
    config: {
      demo: false,
      shopKind: 'generic',
      shopName: 'Lamps & "Sons"',
      publicUrl: 'https://live.example.com',
      trustProxy: 1,
      httpsPort: null,
      host: '127.0.0.1',
      port: 4711,
      announcedAddresses: ['198.51.100.7'],
      dataDir: kept,
    },
  })
  expect((await stat(join(folder, 'settings'))).mode & 0o777).toBe(0o600)
  expect(said).toContain(`signed with        ${settings['SHOP_WEBHOOK_SECRET']}`)
  expect(said).toContain('https://live.example.com/api/shop/events/shop')
  expect(said).toContain('HOST=127.0.0.1: only a proxy on this machine reaches the server')
  expect((await readdir(folder)).sort()).toEqual(['kept', 'lantern.service', 'settings'])
})

test('an address that somebody wrote stays behind a proxy, and one that setup wrote goes with the proxy', async () => {
  const behind = [...upToProxy(), '1', '4711', 'auto', join(folder, 'kept'), '']
  await setUp(behind)
  await setUp([...upToProxy(), '0', '', '0', '', '', '', '', join(folder, 'kept')])
  expect((await readWritten())['HOST']).toBeUndefined()

  await writeFile(join(folder, 'settings'), 'HOST=10.0.0.7\n')
  const { said } = await setUp(behind)

  expect((await readWritten())['HOST']).toBe('10.0.0.7')
  expect(said).not.toContain('HOST=127.0.0.1')
})

test('a second run keeps secrets, other settings and answers, and a dash takes an answer back', async () => {
  await setUp([
    'generic',
    shopUrl,
    'Lamps',
    '',
    'https://live.example.com',
    '1',
    '4711',
    'auto',
    join(folder, 'kept'),
    '',
  ])
  const first = await readWritten()

  const { code } = await setUp(['', '', 'Other lamps', '', '-'])
  const second = await readWritten()

  expect(code).toBe(0)
  expect(second).toMatchObject({ SHOP_NAME: 'Other lamps', PORT: '4711', SHOP_URL: shopUrl })
  expect(second['SHOP_WEBHOOK_SECRET']).toBe(first['SHOP_WEBHOOK_SECRET'])
  expect([second['PUBLIC_URL'], second['TRUST_PROXY'], second['HTTPS_PORT']]).toEqual([undefined, undefined, undefined])
})

test('https that somebody switched off stays off where there is no public address', async () => {
  const answers = ['generic', shopUrl, 'Lamps', '', '', '4711', 'auto', join(folder, 'kept'), '']
  await setUp(answers)
  await appendFile(join(folder, 'settings'), 'HTTPS_PORT=off\nMEDIA_PORT=4999\n')

  await setUp([])

  expect(await readWritten()).toMatchObject({ HTTPS_PORT: 'off', MEDIA_PORT: '4999', PORT: '4711' })
})

test('without a proxy the server’s own https has the port of the public address', async () => {
  await setUp([
    'generic',
    shopUrl,
    '',
    '',
    'https://live.example.com:8443',
    '0',
    '',
    '0',
    '',
    '',
    '',
    join(folder, 'kept'),
  ])

  const settings = await readWritten()

  expect(settings).toMatchObject({ TRUST_PROXY: '0', HTTPS_PORT: '8443', ACME: '0' })
  expect(readConfig(settings).ok).toBe(true)
})

/** Up to the question whether a proxy stands in front. */
const upToProxy = () => ['generic', shopUrl, '', '', 'https://live.example.com']
const place = () => ['', '', join(folder, 'kept'), '']

test('without a proxy the certificate comes by ACME unless told, and what that needs is said', async () => {
  const { code, said } = await setUp([...upToProxy(), '0', '', '', 'host@example.com', ...place()])

  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('ports 80 and 443 have to be open') })
  expect(readConfig(await readWritten())).toMatchObject({
    ok: true,
    config: { acme: { email: 'host@example.com', httpPort: 80 }, httpsPort: 443, trustProxy: 0 },
  })
})

test('a certificate of one’s own is asked for where ACME is not wanted, and a later proxy takes both back', async () => {
  const own = ['/etc/own/chain.pem', '/etc/own/key.pem']
  await setUp([...upToProxy(), '0', '', '0', ...own, ...place()])
  expect(await readWritten()).toMatchObject({ CERTIFICATE_FILE: own[0], CERTIFICATE_KEY_FILE: own[1] })

  const { said } = await setUp([...upToProxy(), '1'])

  const settings = await readWritten()
  expect([settings['ACME'], settings['CERTIFICATE_FILE'], settings['HTTPS_PORT']]).toEqual([
    undefined,
    undefined,
    'off',
  ])
  expect(said).toContain('infra/proxy/Caddyfile')
  expect(readConfig(settings).ok).toBe(true)
})

test('the address of TURN is asked with its secret, or a name and password', async () => {
  const url = 'turns:turn.example.com:443?transport=tcp'
  await setUp([...upToProxy(), '1', ...place(), 'https://turn.example.com', url, 'a-long-secret'])
  expect(readConfig(await readWritten())).toMatchObject({
    ok: true,
    config: { turnUrls: [url], turnLogin: { secret: 'a-long-secret', username: null } },
  })

  await setUp([...upToProxy(), '1', ...place(), '', '-', 'lantern', 'pass'])
  expect(readConfig(await readWritten())).toMatchObject({
    ok: true,
    config: { turnLogin: { secret: null, username: 'lantern', password: 'pass' } },
  })
})

test('a shop kind is asked for what it needs, a wrong answer again, and a shop that does not answer is said', async () => {
  const { code, said } = await setUp([
    'wooo',
    'woo',
    'lamps.example',
    shopUrl,
    'Lamps',
    'ck',
    'ck_12345678',
    'cs_12345678',
    'too short',
    'sixteen or more characters',
    '',
    '',
    '',
    join(folder, 'kept'),
  ])

  expect(code).toBe(1)
  expect(said).toContain('SHOP_KIND must be one of generic, ucp, shopify, woo, medusa')
  expect(said).toContain('SHOP_URL must be an http or https address')
  expect(said).toContain('WOO_CONSUMER_KEY must be 8 to 1024 characters')
  expect(said).toContain('WOO_PLUGIN_SECRET must be 16 to 1024 characters')
  expect(said).toMatch(/LANTERN_PLUGIN_SECRET +sixteen or more characters/)
  expect(said).toContain('failed: SHOP_REFUSED')
  expect(await readWritten()).toMatchObject({
    SHOP_KIND: 'woo',
    WOO_CONSUMER_KEY: 'ck_12345678',
    WOO_PLUGIN_SECRET: 'sixteen or more characters',
    WOO_WEBHOOK_SECRET: expect.stringMatching(/^whsec_/),
  })
})

test('a shop for later is asked nothing of, and takes what was there of one out of the environment', async () => {
  await setUp([...upToProxy(), '1', '', '', join(folder, 'kept')])
  expect(await readWritten()).toMatchObject({ SHOP_KIND: 'generic', SHOP_URL: shopUrl })

  const { code, said } = await setUp(['later', 'Lamps'])

  expect(code).toBe(0)
  expect(said).toContain('The shop is connected in the studio, after the start')
  expect(said).not.toContain('Enter at the shop')
  const settings = await readWritten()
  expect(Object.keys(settings).filter((name) => /^(SHOP|HANDOFF)_/.test(name))).toEqual([
    'SHOP_ENDPOINT_ID',
    'SHOP_NAME',
  ])
  expect(readConfig(settings)).toMatchObject({ ok: true, config: { shopUrl: '', shopName: 'Lamps' } })

  const again = await setUp([])
  expect(again.said).toContain('after the start [later]')
  expect(await readWritten()).toEqual(settings)
})

test('answers that end too early write nothing', async () => {
  const { code, said } = await setUpProgram(['medusa', shopUrl])

  expect(code).toBe(78)
  expect(said).toContain('Nothing was written: MEDUSA_URL: needs an answer')
  expect(await readdir(folder)).toEqual([])
})

test('a value is read back as it was, or not written at all', () => {
  const settings = { A: `it's`, B: 'a "b" # c', C: '$HOME `x`', D: ' spaces ', E: 'a=b', F: `'"`, G: 'back\\slash' }

  expect(readSettings(writeSettings(settings).text)).toEqual(settings)
  expect(writeSettings({ A: `'"\``, B: 'two\nlines', C: 'fine' }).unwritten).toEqual(['A', 'B'])
})

test('the unit starts this server with these settings, and not again after a bad setting', () => {
  const place = {
    user: 'shop',
    root: '/srv/lantern 100%',
    node: '/srv/node',
    settingsFile: '/srv/lantern 100%/.env',
    dataDir: '/srv/data',
    worker: null,
  }
  const unit = systemdUnit(place)

  expect(unit).toContain('ExecStart="/srv/node" "--env-file=/srv/lantern 100%%/.env" server/src/main.ts')
  expect(unit).toContain('RestartPreventExitStatus=78')
  expect(unit).not.toContain('MEDIASOUP_WORKER_BIN')
})
