// The host's picture: sends what it is given, and begins anew by itself after every lost socket, transport or worker. Import it dynamically.
import type { EventPayload } from '../contract/events.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import { createStatsReader } from './hostStats.ts'
import { createMediaLink } from './mediaLink.ts'
import type { MediaLink } from './mediaLink.ts'
import { openPublication } from './publication.ts'
import type { Kind, Publication } from './publication.ts'
import { backoffMs, connectWithinMs } from './reconnect.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'
import type { HostMedia, RoomClient } from './types.ts'
import { onWake } from './wake.ts'

type View = ReturnType<HostMedia['getView']>

interface Hosting {
  readonly room: RoomClient
  readonly store: Store<View>
  link: MediaLink | null
  stream: MediaStream | null
  readonly paused: Record<Kind, boolean>
  publication: Publication | null
  /** Counts attempts: one that was overtaken closes itself. */
  run: number
  timer: ReturnType<typeof setTimeout> | undefined
  failures: number
  /** A transport was lost and the next attempt has not begun. */
  lost: boolean
  /** Calls of publish() that wait for the first success or a final refusal. */
  waiting: (() => void)[]
}

const RETRY_FIRST_MS = 300
const RETRY_MOST_MS = 5_000
/** The news that another device took over may come after the closed transport. */
const NEWS_MS = 400
const STATS_EVERY_MS = 1_000
const FINAL: ReadonlySet<RefusalCode> = new Set(['SHOW_ENDED', 'NOT_ALLOWED', 'BAD_INPUT', 'CANNOT_CONSUME'])

export function createHostMedia({ room, url }: { readonly room: RoomClient; readonly url: string }): HostMedia {
  const hosting = createHosting(room)
  hosting.link = createMediaLink({
    room,
    url,
    stayHere: true,
    onReady: () => restart(hosting, 0),
    onReset: (reason) => hearReset(hosting, reason),
  })
  const stopWake = onWake(() => hosting.publication?.probe())
  const stats = readStats(hosting)

  return {
    getView: hosting.store.get,
    subscribe: hosting.store.subscribe,
    publish: (stream) => publish(hosting, stream),
    setPaused(kind, paused) {
      hosting.paused[kind] = paused
      hosting.publication?.setPaused(kind, paused)
    },
    close() {
      clearInterval(stats)
      stopWake()
      stop(hosting)
      hosting.link?.close()
    },
  }
}

function createHosting(room: RoomClient): Hosting {
  return {
    room,
    store: createStore<View>({ status: 'idle', refusal: null, stats: null }),
    link: null,
    stream: null,
    paused: { audio: false, video: false },
    publication: null,
    run: 0,
    timer: undefined,
    failures: 0,
    lost: false,
    waiting: [],
  }
}

async function publish(hosting: Hosting, stream: MediaStream): Promise<void> {
  hosting.stream = stream
  if (hosting.publication) return hosting.publication.replace(stream).catch(() => restart(hosting, 0))
  return new Promise((resolve) => {
    hosting.waiting.push(resolve)
    restart(hosting, 0)
  })
}

function restart(hosting: Hosting, delayMs: number): void {
  if (!hosting.stream) return
  const { status } = hosting.store.get()
  cancel(hosting)
  hosting.store.patch({ status: status === 'idle' || status === 'connecting' ? 'connecting' : 'reconnecting' })
  hosting.timer = setTimeout(() => void attempt(hosting, hosting.run), delayMs)
}

function cancel(hosting: Hosting): void {
  hosting.run += 1
  clearTimeout(hosting.timer)
  hosting.publication?.close()
  hosting.publication = null
}

function stop(hosting: Hosting): void {
  hosting.stream = null
  cancel(hosting)
  settle(hosting)
  hosting.store.patch({ status: 'idle', stats: null })
}

function settle(hosting: Hosting): void {
  for (const resolve of hosting.waiting.splice(0)) resolve()
}

async function attempt(hosting: Hosting, run: number): Promise<void> {
  const { link, stream, paused } = hosting
  hosting.lost = false
  // Without a connection the next one starts it.
  if (!link?.isReady() || !stream) return
  const current = () => run === hosting.run
  const opened = await openPublication({
    send: link.send,
    stream,
    paused,
    connectWithinMs: connectWithinMs(hosting.failures + 1),
    onStalled: () => current() && hosting.store.patch({ status: 'reconnecting' }),
    onHealed: () => current() && hosting.store.patch({ status: 'on' }),
    onLost: () => current() && retry(hosting),
  })
  if (!current()) return 'ok' in opened ? undefined : opened.close()
  if ('ok' in opened) return refused(hosting, opened.code)
  hosting.failures = 0
  hosting.publication = opened
  hosting.store.patch({ status: 'on', refusal: null })
  settle(hosting)
  if (hosting.stream && hosting.stream !== stream) await publish(hosting, hosting.stream)
}

function refused(hosting: Hosting, code: RefusalCode): void {
  hosting.store.patch({ refusal: code })
  if (FINAL.has(code)) stop(hosting)
  else retry(hosting)
}

function retry(hosting: Hosting): void {
  restart(hosting, NEWS_MS + backoffMs(hosting.failures, RETRY_FIRST_MS, RETRY_MOST_MS))
  hosting.lost = true
  hosting.failures += 1
}

function hearReset(hosting: Hosting, reason: EventPayload<'media:reset'>['reason']): void {
  if (reason === 'worker_died') restart(hosting, 0)
  if (reason === 'producer_changed') void checkStillOurs(hosting)
}

/** Another device may have taken the show over: then this one gives way instead of fighting for it. */
async function checkStillOurs(hosting: Hosting): Promise<void> {
  const { publication, lost } = hosting
  if (!publication && !lost) return
  if (publication && ((await publication.isKnown()) || publication !== hosting.publication)) return
  hosting.store.patch({ refusal: 'MEDIA_ELSEWHERE' })
  stop(hosting)
}

function readStats(hosting: Hosting): ReturnType<typeof setInterval> {
  const reader = createStatsReader()
  const read = async () => {
    const report = await hosting.publication?.stats().catch(() => null)
    hosting.store.patch({ stats: report ? reader.read(report) : null })
  }
  return setInterval(() => void read(), STATS_EVERY_MS)
}
