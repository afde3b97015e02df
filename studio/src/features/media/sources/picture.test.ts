// What becomes of the host's picture when the server or another device ends its sending.
import { createStore } from '@lantern/shared/client/store.ts'
import type { HostMedia } from '@lantern/shared/client/types.ts'
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { expect, it } from 'vitest'
import { createPicture } from './picture.ts'
import type { Remembered } from './remembered.ts'

const PATTERN = { kind: 'pattern', shape: 'portrait' } as const

/** A stream without tracks: Node has none of its own. */
function emptyStream(): MediaStream {
  return Object.assign(new EventTarget(), {
    id: 'empty',
    active: true,
    onaddtrack: null,
    onremovetrack: null,
    addTrack: () => {},
    removeTrack: () => {},
    clone: emptyStream,
    getTracks: () => [],
    getTrackById: () => null,
    getAudioTracks: () => [],
    getVideoTracks: () => [],
  })
}

/** Media that is on as soon as it is given a stream, and stops when told. */
function fakeMedia() {
  const resting = new Map<string, boolean>()
  const store = createStore<ReturnType<HostMedia['getView']>>({ status: 'idle', refusal: null, stats: null })
  const media: HostMedia = {
    getView: store.get,
    subscribe: store.subscribe,
    publish: () => {
      store.patch({ status: 'on', refusal: null })
      return Promise.resolve()
    },
    setPaused: (kind, paused) => void resting.set(kind, paused),
    close: () => {},
  }
  const stop = (refusal: RefusalCode): void => {
    store.patch({ refusal })
    store.patch({ status: 'idle' })
  }
  return { media, resting, stop, lose: () => store.patch({ status: 'reconnecting', refusal: 'MEDIA_UNAVAILABLE' }) }
}

async function sendingPicture() {
  const { media, ...acts } = fakeMedia()
  let remembered: Remembered | null = null
  const memory = {
    read: () => remembered,
    write: (next: Remembered) => void (remembered = next),
    clear: () => void (remembered = null),
  }
  const open = () => Promise.resolve({ ok: true as const, source: { stream: emptyStream(), close: () => {} } })
  const picture = createPicture({ media, memory, open })
  await picture.choose(PATTERN)
  expect(await picture.send()).toBe(true)
  return { picture, memory, ...acts }
}

it('is sent no more once another device took over, also after a reload', async () => {
  const { picture, memory, stop } = await sendingPicture()

  stop('MEDIA_ELSEWHERE')

  expect(picture.getView()).toMatchObject({ sending: false, choice: PATTERN })
  expect(memory.read()).toEqual({ choice: PATTERN, sending: false })
})

it('can be taken back', async () => {
  const { picture, memory, stop } = await sendingPicture()
  stop('MEDIA_ELSEWHERE')

  expect(await picture.send()).toBe(true)

  expect(picture.getView().sending).toBe(true)
  expect(memory.read()).toEqual({ choice: PATTERN, sending: true })
})

it('stays meant to be sent while the connection comes back', async () => {
  const { picture, memory, lose } = await sendingPicture()

  lose()

  expect(picture.getView().sending).toBe(true)
  expect(memory.read()).toMatchObject({ sending: true })
})

it('goes on after a pause as it was before: what was muted stays so', async () => {
  const { picture, resting } = await sendingPicture()
  picture.setMuted(true)
  picture.setPaused(true)
  expect([...resting]).toEqual([
    ['audio', true],
    ['video', true],
  ])

  picture.setPaused(false)

  expect([...resting]).toEqual([
    ['audio', true],
    ['video', false],
  ])
})

it('is heard no more after it was closed', async () => {
  const { picture, memory, stop } = await sendingPicture()

  picture.close()
  stop('MEDIA_ELSEWHERE')

  expect(memory.read()).toMatchObject({ sending: true })
})
