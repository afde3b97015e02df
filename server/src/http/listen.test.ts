// Ports and the self-made certificate: kept while it fits, renewed when the addresses change.
import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { obtainCertificate } from '../certificates/selfMade.ts'
import { shareAddresses } from './links.ts'
import { startListeners } from './listen.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-listen-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

test('the certificate names this machine and its addresses, and only we may read its key', async () => {
  const { cert } = await obtainCertificate(dataDir, ['192.0.2.7', 'shop.local'])
  const parsed = new X509Certificate(cert)

  expect(parsed.checkHost('localhost')).toBe('localhost')
  expect(parsed.checkHost('shop.local')).toBe('shop.local')
  expect(parsed.checkIP('192.0.2.7')).toBe('192.0.2.7')
  expect(parsed.checkIP('192.0.2.8')).toBeUndefined()
  expect((await stat(join(dataDir, 'certificate.pem'))).mode & 0o077).toBe(0)
})

test('the certificate is kept over a start, and renewed when an address is new', async () => {
  const first = await obtainCertificate(dataDir, ['192.0.2.7'])
  const kept = await obtainCertificate(dataDir, ['192.0.2.7'])
  const renewed = await obtainCertificate(dataDir, ['192.0.2.8'])

  expect(kept).toEqual(first)
  expect(renewed.cert).not.toBe(first.cert)
})

test('when one port is taken, none stays open', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port: httpsPort } = taken.address() as AddressInfo
  const settings = { host: '127.0.0.1', port: 0, httpsPort, dataDir, announcedAddresses: [] }

  await expect(startListeners((_req, res) => res.end(), settings)).rejects.toThrow('EADDRINUSE')

  await new Promise((resolve) => taken.close(resolve))
})

describe('a connection that', () => {
  const patience = { handshakeMs: 150, headersMs: 150, requestMs: 300, silenceMs: 5000 }
  const settings = () => ({ host: '127.0.0.1', port: 0, httpsPort: 0, dataDir, announcedAddresses: [] })
  const lines = ['GET / HTTP/1.1', 'Host: shop.local', 'X-Slow: 1', 'X-Slow: 2', 'X-Slow: 3', 'X-Slow: 4', 'X-Slow: 5']
  const slowly = (socket: Socket, chunks: readonly string[]) => {
    const left = [...chunks]
    const timer = setInterval(() => void socket.write(left.shift() ?? 'x'), 40)
    socket.once('close', () => clearInterval(timer))
  }
  const body = 'POST / HTTP/1.1\r\nHost: shop.local\r\nContent-Length: 900\r\n\r\n'

  test.each([
    ['never sends a byte over http', 'port', () => undefined],
    ['never sends a byte over https', 'httpsPort', () => undefined],
    [
      'sends its headers a line at a time',
      'port',
      (socket: Socket) =>
        slowly(
          socket,
          lines.map((line) => `${line}\r\n`),
        ),
    ],
    ['sends its body a byte at a time', 'port', (socket: Socket) => slowly(socket, [body])],
  ] as const)('%s is closed', async (_what, port, act) => {
    const listeners = await startListeners((req, res) => req.on('end', () => res.end()).resume(), settings(), {
      patience,
    })
    const socket = connect({ host: '127.0.0.1', port: listeners[port] ?? 0 })
    socket.on('error', () => undefined).resume()

    act(socket)

    await new Promise((resolve) => socket.once('close', resolve))
    await listeners.close()
  })
})

test('links to share are those that phones can reach, https first', () => {
  const settings = { publicUrl: null, announcedAddresses: ['192.0.2.7', '127.0.0.1'] }

  expect(shareAddresses(settings, { port: 4000, httpsPort: 4443 })).toEqual([
    'https://192.0.2.7:4443',
    'http://192.0.2.7:4000',
    'http://localhost:4000',
  ])
  expect(shareAddresses({ ...settings, publicUrl: 'https://live.example.com' }, { port: 1, httpsPort: 2 })).toEqual([
    'https://live.example.com',
  ])
})
