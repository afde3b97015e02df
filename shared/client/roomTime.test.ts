// The room client's time after a sleep: a frame says it is later than the clock knows.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { expect, onTestFinished, test, vi } from 'vitest'
import { SOCKET_PATH } from '../contract/handshake.ts'
import { ShowId } from '../contract/ids.ts'
import { aShow, aSnapshot } from './builders.ts'
import { createRoomClient } from './roomClient.ts'

/** A server whose clock the test moves: what goes on there while a device sleeps. */
async function startServer() {
  const http = createServer()
  const io = new Server(http, { path: SOCKET_PATH })
  const served = { now: 1_000_000, io, url: '', asked: 0 }
  const room = { show: aShow({ version: 1 }), viewers: 1, offers: [] }
  const media = { nodeUrl: null, mediaToken: 't', rtpCapabilities: null }
  io.on('connection', (socket) => {
    socket.on('show:join', (_: unknown, reply: (value: unknown) => void) => {
      const snapshot = aSnapshot({ epoch: 'e1', frame: 0, serverNow: served.now, room })
      reply({ ok: true, value: { snapshot, media, reconnectSpreadMs: 1_000, combines: false } })
    })
    socket.on('time:sync', (_: unknown, reply: (value: unknown) => void) => {
      served.asked += 1
      reply({ ok: true, value: { now: served.now } })
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => io.close())
  served.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return served
}

test('a frame of a later time than the clock knows makes it ask the time again', async () => {
  const server = await startServer()
  const client = createRoomClient({ url: server.url, as: 'viewer', showId: ShowId.parse('s1'), via: null })
  onTestFinished(() => client.close())
  // The burst at the start is over: the next sample by itself is half a minute away.
  await vi.waitFor(() => expect(server.asked).toBe(5), 20_000)

  server.now += 100_000
  server.io.emit('frame', { epoch: 'e1', n: 1, now: server.now, events: [] })

  await vi.waitFor(() => expect(client.clock.now()).toBeGreaterThanOrEqual(server.now), 20_000)
  expect(client.clock.errorMs()).toBeLessThan(500)
})
