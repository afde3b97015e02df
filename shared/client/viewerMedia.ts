// The viewer's picture: subscribes when the host is on, and after every failure again, for ever. Import it dynamically: it brings mediasoup-client.
import type { types } from 'mediasoup-client'
import type { Refusal } from '../contract/refusals.ts'
import { capabilitiesFrom, loadDevice } from './mediaDevice.ts'
import { createMediaLink } from './mediaLink.ts'
import type { MediaLink } from './mediaLink.ts'
import { backoffMs, connectWithinMs } from './reconnect.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'
import { openSubscription } from './subscription.ts'
import type { Subscription } from './subscription.ts'
import type { RoomClient, ViewerMedia, ViewerMediaStatus } from './types.ts'
import { onWake } from './wake.ts'
import type { WakeReason } from './wake.ts'

export interface ViewerMediaOptions {
  readonly room: RoomClient
  /** Base URL of the process the room talks to. */
  readonly url: string
}

type View = ReturnType<ViewerMedia['getView']>

interface Watching {
  readonly room: RoomClient
  readonly store: Store<View>
  link: MediaLink | null
  device: types.Device | null
  /** What the page shows, kept until the next one flows. */
  shown: Subscription | null
  next: Subscription | null
  /** Counts attempts: one that was overtaken closes itself. */
  run: number
  timer: ReturnType<typeof setTimeout> | undefined
  failures: number
  forceTcp: boolean
  wanted: boolean
  mediaEpoch: number
  /** When a reset made us subscribe: the rise of `mediaEpoch` that follows has the same cause. */
  resetAt: number
  layer: number
  reported: Subscription | null
  /** Whether this subscription began with the room's join, so that the join counts to its first frame. */
  sinceJoin: boolean
}

const JITTER_MS = 200
const SAME_CAUSE_MS = 2_000
const RETRY_FIRST_MS = 400
const RETRY_MOST_MS = 8_000
const TOP_LAYER = 2

export function createViewerMedia({ room, url }: ViewerMediaOptions): ViewerMedia {
  const watching = createWatching(room)
  watching.link = createMediaLink({
    room,
    url,
    onReady: () => watching.wanted && renew(watching, 0),
    onReset: () => reset(watching),
  })
  const undo = [room.subscribe(() => consider(watching)), onWake((reason) => wake(watching, reason))]
  consider(watching)

  return {
    getView: watching.store.get,
    subscribe: watching.store.subscribe,
    sawFrame: () => report(watching),
    preferWidth: (pixels) => preferLayer(watching, layerFor(pixels)),
    close() {
      for (const stop of undo.splice(0)) stop()
      drop(watching)
      watching.link?.close()
    },
  }
}

function createWatching(room: RoomClient): Watching {
  return {
    room,
    store: createStore<View>({ status: 'waiting', stream: null }),
    link: null,
    device: null,
    shown: null,
    next: null,
    run: 0,
    timer: undefined,
    failures: 0,
    forceTcp: false,
    wanted: false,
    mediaEpoch: -1,
    resetAt: -Infinity,
    layer: TOP_LAYER,
    reported: null,
    sinceJoin: true,
  }
}

/** Compares what the room says with what is done. */
function consider(watching: Watching): void {
  const show = watching.room.getView().room?.show
  if (!show) return
  const wanted = show.phase === 'live' && show.host === 'on'
  const cameOn = wanted && !watching.wanted
  const moved = show.mediaEpoch > watching.mediaEpoch && performance.now() - watching.resetAt > SAME_CAUSE_MS
  watching.wanted = wanted
  watching.mediaEpoch = Math.max(watching.mediaEpoch, show.mediaEpoch)
  if (show.phase === 'ended') return drop(watching)
  if (!wanted) return pause(watching)
  if (cameOn || moved) renew(watching, watching.shown ? Math.random() * JITTER_MS : 0)
}

/** No host: nothing is asked for, the last picture stays. */
function pause(watching: Watching): void {
  watching.sinceJoin = false
  cancel(watching)
  watching.store.patch({ status: watching.shown ? 'stalled' : 'waiting' })
}

function drop(watching: Watching): void {
  watching.wanted = false
  cancel(watching)
  watching.shown?.close()
  watching.shown = null
  watching.store.patch({ status: 'waiting', stream: null })
}

function cancel(watching: Watching): void {
  watching.run += 1
  clearTimeout(watching.timer)
  watching.next?.close()
  watching.next = null
}

function reset(watching: Watching): void {
  if (!watching.wanted) return
  watching.resetAt = performance.now()
  renew(watching, Math.random() * JITTER_MS)
}

function wake(watching: Watching, reason: WakeReason): void {
  watching.forceTcp &&= reason !== 'online'
  if (watching.next ?? watching.shown) (watching.next ?? watching.shown)?.probe()
  else if (watching.wanted) renew(watching, 0)
}

function renew(watching: Watching, delayMs: number): void {
  cancel(watching)
  const status: ViewerMediaStatus = watching.shown ? 'stalled' : 'connecting'
  watching.store.patch({ status })
  watching.timer = setTimeout(() => void attempt(watching, watching.run), delayMs)
}

function retry(watching: Watching): void {
  renew(watching, backoffMs(watching.failures, RETRY_FIRST_MS, RETRY_MOST_MS))
  watching.failures += 1
}

async function attempt(watching: Watching, run: number): Promise<void> {
  const { link } = watching
  if (!link?.isReady()) return
  const device = watching.device ?? (await firstDevice(watching, link))
  if (run !== watching.run) return
  if (device === 'later') return retry(watching)
  if (!device) return watching.store.patch({ status: 'unsupported' })
  watching.device = device
  const opened = await subscribeOnce({ watching, run, link, device })
  if ('ok' in opened) return run === watching.run ? refused(watching, opened) : undefined
  if (run !== watching.run) return opened.close()
  watching.next = opened
  preferLayer(watching, watching.layer)
  if (!watching.shown) watching.store.patch({ stream: opened.stream })
}

async function firstDevice({ room }: Watching, link: MediaLink): Promise<types.Device | 'later' | null> {
  const capabilities = await capabilitiesFrom(room.getView().media?.rtpCapabilities, link.send)
  return capabilities ? loadDevice(capabilities) : 'later'
}

interface Once {
  readonly watching: Watching
  readonly run: number
  readonly link: MediaLink
  readonly device: types.Device
}

function subscribeOnce({ watching, run, link, device }: Once): Promise<Subscription | Refusal> {
  const { forceTcp } = watching
  const current = () => run === watching.run
  return openSubscription({
    send: link.send,
    device,
    forceTcp,
    connectWithinMs: connectWithinMs(watching.failures),
    onFlowing: () => current() && flowing(watching),
    onStalled: () => current() && watching.store.patch({ status: 'stalled' }),
    onHealed: () => current() && watching.shown && watching.store.patch({ status: 'playing' }),
    onLost(reason) {
      if (!current()) return
      if (reason === 'never') watching.forceTcp = !forceTcp
      retry(watching)
    },
  })
}

function refused(watching: Watching, refusal: Refusal): void {
  if (refusal.code === 'MEDIA_ELSEWHERE') watching.room.refresh()
  retry(watching)
}

function flowing(watching: Watching): void {
  const { next, shown } = watching
  if (!next) return
  watching.failures = 0
  watching.shown = next
  watching.next = null
  watching.store.patch({ status: 'playing', stream: next.stream })
  if (shown !== next) shown?.close()
}

/** The whole runs from the room's join, when that led straight here, else from the subscription's start. */
function report(watching: Watching): void {
  const subscription = watching.shown ?? watching.next
  if (!subscription || watching.reported === subscription) return
  const joinMs = watching.sinceJoin ? (watching.room.joinMs() ?? 0) : 0
  const { subscribeMs, startedAt } = subscription
  const firstFrameMs = joinMs + performance.now() - startedAt
  // A frame may be drawn before the browser says that it is connected.
  const connectMs = subscription.connectMs() ?? performance.now() - startedAt - subscribeMs
  watching.reported = subscription
  watching.sinceJoin = false
  const most = (ms: number) => Math.min(ms, 120_000)
  void watching.link?.send('media:reportFirstFrame', {
    joinMs: most(joinMs),
    subscribeMs: most(subscribeMs),
    connectMs: most(connectMs),
    firstFrameMs: most(firstFrameMs),
  })
}

/** The studio sends about 180, 360 and 720 pixels on the short side. */
function layerFor(pixels: number): number {
  if (pixels <= 240) return 0
  return pixels <= 480 ? 1 : TOP_LAYER
}

function preferLayer(watching: Watching, layer: number): void {
  const changed = layer !== watching.layer || watching.next !== null
  watching.layer = layer
  const consumers = (watching.next ?? watching.shown)?.consumers ?? []
  const video = consumers.find((consumer) => consumer.kind === 'video')
  const asIs = watching.next !== null && layer === TOP_LAYER
  if (video && changed && !asIs)
    void watching.link?.send('media:preferLayer', { consumerId: video.id, spatialLayer: layer })
}
