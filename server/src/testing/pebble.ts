// Pebble, Let's Encrypt's own test server, as the certificate authority of one test: every name leads to this machine.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processEnvironment } from '../settings/config.ts'
import { makeTestCertificate } from './testCertificate.ts'
import { freePort } from './world.ts'

export interface Pebble {
  readonly directory: string
  /** Signs the authority's own https; whoever asks it has to trust this. */
  readonly ownCertificate: string
  /** The port at which it asks for proofs. */
  readonly httpPort: number
  /** What its certificates lead to. */
  root(): Promise<string>
  /** What it has written down, line by line. */
  readonly said: string[]
  close(): Promise<void>
}

const INSTALL = 'go install github.com/letsencrypt/pebble/v2/cmd/pebble@v2.10.1'
const PATIENCE_MS = 10_000
const HOUR_MS = 3_600_000
const TYPE_A = 1

/** 127.0.0.1 for whatever is asked as an address of IPv4, nothing for the rest. */
function answerTo(question: Buffer): Buffer {
  const end = question.indexOf(0, 12) + 5
  const isA = question.readUInt16BE(end - 4) === TYPE_A
  const head = Buffer.from(question.subarray(0, 12))
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(isA ? 1 : 0, 6)
  head.writeUInt32BE(0, 8)
  // The name as asked, type A, class IN, kept for no time, four bytes.
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1])
  return Buffer.concat([head, question.subarray(12, end), ...(isA ? [record] : [])])
}

function withLength(message: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(message.length)
  return Buffer.concat([length, message])
}

/** Pebble asks by TCP, one short question a connection. */
async function startNames(): Promise<Server> {
  const names = createServer((socket) => {
    socket.on('data', (question) => socket.write(withLength(answerTo(question.subarray(2)))))
    socket.on('error', () => socket.destroy())
  })
  names.listen(0, '127.0.0.1')
  await once(names, 'listening')
  return names
}

/** Asked over https that its own certificate signs. */
function read(url: string, ca: string): Promise<string | null> {
  return new Promise((resolve) => {
    get(url, { ca }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve(text))
    }).on('error', () => resolve(null))
  })
}

async function untilAnswers(url: string, ca: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    if ((await read(url, ca)) !== null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`pebble did not answer at ${url} within ${PATIENCE_MS} ms`)
}

interface Ports {
  readonly own: number
  readonly management: number
  readonly http: number
}

async function writeConfig(folder: string, ports: Ports, validSeconds: number): Promise<string> {
  const now = Date.now()
  const own = await makeTestCertificate({
    hosts: ['localhost', '127.0.0.1'],
    from: now - HOUR_MS,
    until: now + HOUR_MS,
  })
  await writeFile(join(folder, 'own.pem'), own.cert)
  await writeFile(join(folder, 'own.key'), own.key)
  const profiles = { default: { description: 'The only one', validityPeriod: validSeconds } }
  const pebble = {
    listenAddress: `127.0.0.1:${ports.own}`,
    managementListenAddress: `127.0.0.1:${ports.management}`,
    certificate: join(folder, 'own.pem'),
    privateKey: join(folder, 'own.key'),
    httpPort: ports.http,
    tlsPort: ports.own,
    ocspResponderURL: '',
    externalAccountBindingRequired: false,
    retryAfter: { authz: 1, order: 1 },
    keyAlgorithm: 'ecdsa',
    profiles,
  }
  await writeFile(join(folder, 'config.json'), JSON.stringify({ pebble }))
  return own.cert
}

function startProgram(folder: string, names: Server, said: string[]): ChildProcess {
  const { port } = names.address() as AddressInfo
  const args = ['-strict', '-config', join(folder, 'config.json'), '-dnsserver', `127.0.0.1:${port}`]
  const env = { ...processEnvironment(), PEBBLE_VA_NOSLEEP: '1' }
  const child = spawn(processEnvironment()['PEBBLE_BIN'] || 'pebble', args, { env })
  child.stdout.on('data', (chunk: Buffer) => void said.push(...chunk.toString().split('\n')))
  child.stderr.on('data', (chunk: Buffer) => void said.push(...chunk.toString().split('\n')))
  return child
}

/** Its certificates are good for so many seconds. Rejects where the program is missing. */
export async function startPebble({ validSeconds }: { validSeconds: number }): Promise<Pebble> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-pebble-'))
  const ports = { own: await freePort(), management: await freePort(), http: await freePort() }
  const ownCertificate = await writeConfig(folder, ports, validSeconds)
  const names = await startNames()
  const said: string[] = []
  const child = startProgram(folder, names, said)
  const close = async () => {
    names.close()
    if (child.exitCode === null && child.signalCode === null && child.kill()) await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  const directory = `https://localhost:${ports.own}/dir`
  const missing = new Promise<never>((_resolve, reject) =>
    child.once('error', () => reject(new Error(`pebble is not on the PATH: ${INSTALL}`))),
  )
  try {
    await Promise.race([untilAnswers(directory, ownCertificate), missing])
  } catch (error) {
    names.close()
    throw error
  }
  const root = async () => (await read(`https://localhost:${ports.management}/roots/0`, ownCertificate)) ?? ''
  return { directory, ownCertificate, httpPort: ports.http, root, said, close }
}
