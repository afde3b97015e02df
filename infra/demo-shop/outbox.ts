/** Delivers the shop's webhooks to the studio: signed, in order per hold, again and again until taken. */
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import type { Mischief } from './mischief.ts'
import type { OutgoingEvent } from './records.ts'
import type { Storage } from './storage.ts'

const BACKOFF_MS = [0, 500, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000]
const TIMEOUT_MS = 15_000
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export interface OutboxSettings {
  storage: Storage
  url: () => string
  secret: string
  mischief: Mischief
  now: () => number
  log: (line: string) => void
  /** Waits before the first, second, ... attempt; the last one repeats. */
  backoffMs?: readonly number[] | undefined
}

export interface Outbox {
  /** Starts delivering everything in the records that is not on its way; safe to call at any time. */
  deliver(): void
  /** Stops at once; what was not delivered stays in the records. */
  close(): Promise<void>
}

type Answer = { taken: true } | { taken: false; why: string; gone: boolean; waitMs: number }

/** News that is stale after a moment must not hold back the payment queued behind it. */
function worthTryingUntil(event: OutgoingEvent): number {
  return event.createdAt + (event.type === 'checkout.opened' ? MINUTE_MS : 3 * DAY_MS)
}

function readAnswer(response: Response): Answer {
  if (response.ok) return { taken: true }
  const seconds = Number(response.headers.get('retry-after'))
  const waitMs = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 3600) * 1000 : 0
  return { taken: false, why: `status ${response.status}`, gone: response.status === 410, waitMs }
}

/** Nobody knows it. */
const WRONG_SECRET = `whsec_${randomBytes(32).toString('base64')}`

function createSender({ url, secret, mischief, now }: OutboxSettings, closing: AbortSignal) {
  const right = new Webhook(secret)
  const wrong = new Webhook(WRONG_SECRET)

  return async (event: OutgoingEvent): Promise<Answer> => {
    const timestamp = new Date(now())
    const webhook = mischief.isDue('signWrong') ? wrong : right
    try {
      const response = await fetch(url(), {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          'webhook-id': event.id,
          'webhook-timestamp': String(Math.floor(timestamp.getTime() / 1000)),
          'webhook-signature': webhook.sign(event.id, timestamp, event.body),
        },
        body: event.body,
        signal: AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      await response.body?.cancel()
      return readAnswer(response)
    } catch (error) {
      return { taken: false, why: error instanceof Error ? error.message : String(error), gone: false, waitMs: 0 }
    }
  }
}

/** Resolves when the event was taken or is not worth another attempt; rejects only when the shop closes. */
function createCourier(settings: OutboxSettings, closing: AbortSignal) {
  const { now, log, mischief, backoffMs = BACKOFF_MS } = settings
  const send = createSender(settings, closing)
  const backoffOf = (attempt: number) => backoffMs[Math.min(attempt, backoffMs.length - 1)] ?? 0

  /** Once more, as it is or under another name; whatever is said to it. */
  const repeat = async (event: OutgoingEvent) => {
    if (mischief.isDue('sendTwice')) await send(event)
    if (mischief.isDue('sendTwiceRenamed')) await send({ ...event, id: `${event.id}_again` })
  }

  return async (event: OutgoingEvent): Promise<void> => {
    let waitMs = Math.max(0, event.notBefore - now())
    for (let attempt = 0; ; attempt++) {
      await pause(Math.max(waitMs, backoffOf(attempt)), null, { signal: closing })
      const answer = await send(event)
      if (answer.taken) return repeat(event)
      closing.throwIfAborted()
      log(`webhook ${event.type} ${event.id} not taken (${answer.why}), attempt ${attempt + 1}`)
      if (answer.gone || now() >= worthTryingUntil(event)) return
      waitMs = answer.waitMs
    }
  }
}

export function createOutbox(settings: OutboxSettings): Outbox {
  const { storage, log } = settings
  const closing = new AbortController()
  const bring = createCourier(settings, closing.signal)
  const lanes = new Map<string, Promise<void>>()
  const nextOf = (holdId: string) => storage.records.outbox.find((event) => event.holdId === holdId)

  const drop = async (event: OutgoingEvent) => {
    const { outbox } = storage.records
    outbox.splice(outbox.indexOf(event), 1)
    await storage.save()
  }

  const runLane = async (holdId: string) => {
    try {
      for (let next = nextOf(holdId); next; next = nextOf(holdId)) {
        await bring(next)
        await drop(next)
      }
    } catch (error) {
      if (!closing.signal.aborted) log(`webhooks of hold ${holdId} stopped: ${String(error)}`)
    } finally {
      lanes.delete(holdId)
    }
  }

  return {
    deliver() {
      if (closing.signal.aborted) return
      for (const { holdId } of storage.records.outbox) {
        if (!lanes.has(holdId)) lanes.set(holdId, runLane(holdId))
      }
    },
    async close() {
      closing.abort()
      await Promise.all(lanes.values())
    },
  }
}
