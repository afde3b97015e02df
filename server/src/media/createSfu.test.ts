// The SFU with a real worker; who sends and receives here speaks the commands, the browser tests bring the packets.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { createSfu } from './createSfu.ts'
import { audioParameters, dtlsParameters, videoParameters, viewerCapabilities } from './fakePeers.ts'
import type { Peer, Sfu, SfuChange } from './sfu.ts'

const TURN = {
  urls: ['turns:turn.example.com:443?transport=tcp'],
  username: '1800000000:lantern',
  credential: 'signed',
}
const changes: SfuChange[] = []
let deaths = 0
let sfu: Sfu
let showId: ShowId
let count = 0

beforeAll(async () => {
  sfu = await createSfu({
    workers: 1,
    port: 0,
    listenIp: '127.0.0.1',
    announcedAddresses: ['192.0.2.1', 'lantern.test'],
    iceServers: () => [TURN],
    onChange: (change) => changes.push(change),
    onWorkerDeath: () => void (deaths += 1),
  })
})
afterAll(() => sfu.close())
beforeEach(() => {
  changes.length = 0
  deaths = 0
  count += 1
  showId = ShowId.parse(`show${count}`)
})

const peer = (peerId: string): Peer => ({ showId, peerId })
const wish = { rtpCapabilities: viewerCapabilities(), forceTcp: false }
const heard = () =>
  changes
    .filter((change) => change.showId === showId)
    .map((change) => ('reason' in change ? change.reason : 'status' in change ? change.status : change.picture))

async function goOn(host: Peer) {
  const opened = await sfu.openSend(host, 'phone')
  if (!opened.ok) throw new Error(opened.code)
  const transportId = opened.value.transport.id
  const audio = await sfu.produce(host, { transportId, kind: 'audio', rtpParameters: audioParameters() })
  const video = await sfu.produce(host, { transportId, kind: 'video', rtpParameters: videoParameters() })
  if (!audio.ok || !video.ok) throw new Error('the host could not produce')
  return { transportId, producerId: video.value.producerId, audioId: audio.value.producerId }
}

async function watch(viewer: Peer) {
  const subscribed = await sfu.subscribe(viewer, wish)
  if (!subscribed.ok) throw new Error(subscribed.code)
  return subscribed.value
}

test('what of the host flows is told when it changes, and with the host who comes back', async () => {
  const host = peer('host')
  const { producerId: video, audioId: audio } = await goOn(host)
  changes.length = 0

  const set = (producerId: string, paused: boolean) => sfu.pauseProducer(host, { producerId, paused })
  await set(video, true)
  await set(video, true)
  await set(audio, true)
  await set(video, false)
  await set(audio, false)
  expect(heard()).toEqual(['camera_off', 'paused', 'shown'])

  await set(video, true)
  sfu.closePeer(host)
  await goOn(peer('host again'))
  expect(changes.filter(({ kind }) => kind === 'host').at(-1)).toMatchObject({ status: 'on', picture: 'shown' })
})

test('a viewer gets sound and picture of the host, H.264 first', async () => {
  await goOn(peer('host'))

  const { transport, consumers } = await watch(peer('viewer'))

  expect(heard()).toEqual(['on'])
  expect(consumers.map(({ kind }) => kind)).toEqual(['audio', 'video'])
  expect(JSON.stringify(consumers[1]?.rtpParameters)).toContain('video/H264')
  expect(await sfu.connect(peer('viewer'), { transportId: transport.id, dtlsParameters: dtlsParameters() })).toEqual({
    ok: true,
    value: {},
  })
  expect(await sfu.resume(peer('viewer'), { transportId: transport.id })).toMatchObject({ ok: true })
})

test('every announced address is told for UDP and TCP, and only TCP when TCP is forced', async () => {
  await goOn(peer('host'))

  const both = await watch(peer('viewer'))
  const forced = await sfu.subscribe(peer('viewer2'), { ...wish, forceTcp: true })

  expect(
    both.transport.iceCandidates.map(({ address, protocol }) => `${String(address)} ${String(protocol)}`).sort(),
  ).toEqual(['192.0.2.1 tcp', '192.0.2.1 udp', 'lantern.test tcp', 'lantern.test udp'])
  expect(forced.ok && forced.value.transport.iceCandidates.every(({ protocol }) => protocol === 'tcp')).toBe(true)
})

test('host and viewers are told of the TURN server', async () => {
  const opened = await sfu.openSend(peer('host'), 'phone')
  await goOn(peer('host'))
  const { transport } = await watch(peer('viewer'))

  expect([opened.ok && opened.value.transport.iceServers, transport.iceServers]).toEqual([[TURN], [TURN]])
})

test('without a host there is no picture, and capabilities are known all the same', async () => {
  expect(await sfu.subscribe(peer('viewer'), wish)).toMatchObject({
    ok: false,
    code: 'MEDIA_UNAVAILABLE',
    retryable: true,
  })
  expect(JSON.stringify(await sfu.capabilities())).toContain('42e01f')
})

test('a second device takes the show over: viewers are told, the first one is gone', async () => {
  const first = await goOn(peer('phone'))

  await goOn(peer('laptop'))

  expect(heard()).toEqual(['on', 'producer_changed', 'on'])
  expect(await sfu.pauseProducer(peer('phone'), { producerId: first.producerId, paused: true })).toMatchObject({
    code: 'TRANSPORT_NOT_FOUND',
  })
  expect((await watch(peer('viewer'))).consumers.length).toBe(2)
})

test('a host who leaves makes the show away, and coming back makes it on', async () => {
  await goOn(peer('host'))

  sfu.closePeer(peer('host'))
  sfu.closePeer(peer('host'))
  await goOn(peer('host again'))

  expect(heard()).toEqual(['on', 'producer_closed', 'away', 'on'])
})

test('a show whose host is on another process now cuts off who sends here, and is not away', async () => {
  await goOn(peer('host'))

  sfu.giveWay(showId)
  sfu.giveWay(showId)

  expect(heard()).toEqual(['on', 'producer_changed'])
  expect(await sfu.subscribe(peer('viewer'), wish)).toMatchObject({ code: 'MEDIA_UNAVAILABLE' })
  await goOn(peer('host'))
  expect(heard()).toEqual(['on', 'producer_changed', 'on'])
  expect(changes.at(-1)).toMatchObject({ status: 'on', device: 'phone' })
})

test('a peer has one receiving transport: a second subscription replaces the first', async () => {
  await goOn(peer('host'))

  const first = await watch(peer('viewer'))
  const second = await watch(peer('viewer'))

  expect(await sfu.restartIce(peer('viewer'), { transportId: first.transport.id })).toMatchObject({ ok: false })
  expect(await sfu.restartIce(peer('viewer'), { transportId: second.transport.id })).toMatchObject({ ok: true })
})

test('a transport belongs to its peer alone', async () => {
  await goOn(peer('host'))
  const { transport, consumers } = await watch(peer('viewer'))
  const consumerId = consumers[1]?.id ?? ''

  expect(await sfu.resume(peer('stranger'), { transportId: transport.id })).toMatchObject({
    code: 'TRANSPORT_NOT_FOUND',
  })
  expect(await sfu.preferLayer(peer('stranger'), { consumerId, spatialLayer: 0 })).toMatchObject({ ok: false })
  expect(await sfu.preferLayer(peer('viewer'), { consumerId, spatialLayer: 0 })).toMatchObject({ ok: true })
})

test('a viewer who leaves while subscribing keeps nothing', async () => {
  await goOn(peer('host'))

  const pending = sfu.subscribe(peer('viewer'), wish)
  sfu.closePeer(peer('viewer'))

  expect(await pending).toMatchObject({ ok: false, code: 'MEDIA_UNAVAILABLE' })
})

test('hostile parameters are refused by code and the worker lives', async () => {
  const pids = [...sfu.workerPids()]
  const opened = await sfu.openSend(peer('host'), null)
  const transportId = opened.ok ? opened.value.transport.id : ''
  const broken: Record<string, unknown>[] = [
    {},
    { codecs: 'x' },
    { codecs: [{}], encodings: [] },
    { ...videoParameters(), headerExtensions: [{ uri: 'x'.repeat(5_000), id: -1 }] },
    { ...videoParameters(), codecs: [{ mimeType: 'video/AV1', clockRate: 90_000, payloadType: 300 }] },
    JSON.parse('{"__proto__":{"codecs":[]},"codecs":null}') as Record<string, unknown>,
  ]

  for (const rtpParameters of broken) {
    expect(await sfu.produce(peer('host'), { transportId, kind: 'video', rtpParameters })).toMatchObject({
      code: 'BAD_INPUT',
    })
  }
  const doubled = { ...videoParameters(), encodings: [{ rid: 'a' }, { rid: 'a' }] }
  await sfu.produce(peer('host'), { transportId, kind: 'video', rtpParameters: doubled })
  const dtls = { role: 'client' as const, fingerprints: [{ algorithm: 'sha-256', value: 'zz' }] }
  await sfu.connect(peer('host'), { transportId, dtlsParameters: dtls })
  await goOn(peer('host'))
  for (const rtpCapabilities of [
    {},
    { codecs: 7 },
    { codecs: [{ kind: 'video' }] },
    { codecs: [], headerExtensions: [] },
  ]) {
    expect(await sfu.subscribe(peer('viewer'), { rtpCapabilities, forceTcp: false })).toMatchObject({
      code: 'CANNOT_CONSUME',
    })
  }

  expect(sfu.workerPids()).toEqual(pids)
  expect((await watch(peer('viewer'))).consumers.length).toBe(2)
})

test('a dead worker is counted and started again, its show is told, and host and viewer come anew', async () => {
  await goOn(peer('host'))
  await watch(peer('viewer'))
  const [pid] = sfu.workerPids()

  process.kill(pid ?? 0, 'SIGKILL')
  await vi.waitFor(() => expect(heard()).toEqual(['on', 'worker_died', 'away']), 20_000)

  expect(deaths).toBe(1)
  expect(await sfu.subscribe(peer('viewer'), wish)).toMatchObject({ code: 'MEDIA_UNAVAILABLE' })
  await goOn(peer('host'))
  expect((await watch(peer('viewer'))).consumers.length).toBe(2)
  expect(heard()).toEqual(['on', 'worker_died', 'away', 'on'])
  expect(sfu.workerPids()[0]).not.toBe(pid)
})

test('an ended show keeps nothing and says nothing', async () => {
  const { transportId } = await goOn(peer('host'))

  sfu.closeShow(showId)
  sfu.closeShow(showId)

  expect(heard()).toEqual(['on'])
  expect(await sfu.restartIce(peer('host'), { transportId })).toMatchObject({ code: 'TRANSPORT_NOT_FOUND' })
})
