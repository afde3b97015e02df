// Plain http beside https: the authority's question is answered, all else goes to https at our own address; and a new certificate drops nobody.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect as connectPlain } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestCertificate } from '../testing/testCertificate.ts'
import { freePort } from '../testing/world.ts'
import { type Listeners, startListeners } from './listen.ts'
import { createPlainPort } from './plainPort.ts'

const DAY = 86_400_000
let dataDir: string
let port: number
let listeners: Listeners

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-plain-'))
  port = await freePort()
  const answers = new Map([['a-token', 'a-token.thumb']])
  const handler = createPlainPort('https://live.example.com', (token) => answers.get(token) ?? null)
  const settings = { host: '127.0.0.1', port: 0, httpsPort: 0, dataDir, announcedAddresses: [] }
  const certificate = await makeTestCertificate({
    hosts: ['one.example'],
    from: Date.now() - DAY,
    until: Date.now() + DAY,
  })
  listeners = await startListeners((_req, res) => void res.end('page'), settings, {
    certificate,
    plain: { port, handler },
  })
})
afterEach(async () => {
  await listeners.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** As it stands on the line, whatever it is: clients tidy up what they send. */
async function ask(target: string, method = 'GET'): Promise<string> {
  const socket = connectPlain({ host: '127.0.0.1', port })
  socket.end(`${method} ${target} HTTP/1.1\r\nHost: 203.0.113.9\r\nConnection: close\r\n\r\n`)
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await once(socket, 'close')
  return text
}

const locationOf = (answer: string) => /^Location: (.*)\r$/im.exec(answer)?.[1]

test('a question that is waited for is answered, by whatever name it comes, another is not', async () => {
  const answer = await ask('/.well-known/acme-challenge/a-token')

  expect(answer).toMatch(/^HTTP\/1.1 200 /)
  expect(answer).toMatch(/a-token\.thumb$/)
  expect(await ask('/.well-known/acme-challenge/other')).toMatch(/^HTTP\/1.1 404 /)
})

test.each([
  ['/s/autumn?via=abc', 'https://live.example.com/s/autumn?via=abc'],
  ['/.well-known/acme-challenge/../secret', 'https://live.example.com/.well-known/acme-challenge/../secret'],
  ['//evil.example/', 'https://live.example.com//evil.example/'],
  ['http://evil.example/', 'https://live.example.com/'],
])('%s is sent to our own address', async (target, location) => {
  expect(locationOf(await ask(target))).toBe(location)
})

async function shake(): Promise<TLSSocket> {
  const socket = connect({ host: '127.0.0.1', port: listeners.httpsPort ?? 0, rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  return socket
}

const nameShown = (socket: TLSSocket) => socket.getPeerCertificate().subject.CN

test('a new certificate is shown to who comes next, and nobody who is there is dropped', async () => {
  const before = await shake()
  const validity = { from: Date.now() - DAY, until: Date.now() + DAY }

  listeners.useCertificate(await makeTestCertificate({ hosts: ['two.example'], ...validity }))
  const after = await shake()

  expect([nameShown(before), nameShown(after)]).toEqual(['one.example', 'two.example'])
  before.write('GET / HTTP/1.1\r\nHost: one.example\r\nConnection: close\r\n\r\n')
  const [answer]: Buffer[] = await once(before, 'data')
  expect(answer?.toString()).toMatch(/^HTTP\/1.1 200 /)
  before.destroy()
  after.destroy()
})
