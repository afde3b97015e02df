// Tells other processes that a show changed; what changed they read from the database.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { z } from 'zod'
import type { Connection } from './client.ts'

const CHANNEL = 'lantern:nudges'
/** What is not urgent is told together. */
const GATHER_MS = 50
const Nudge = z.object({ from: z.string(), showIds: z.array(ShowId), atOnce: z.boolean() })

export interface NudgePorts {
  readonly nodeId: string
  onNudge(showIds: readonly ShowId[], atOnce: boolean): void
  onDrop(): void
}

export interface Nudges {
  /** Never waits, never throws: a nudge that cannot be sent is dropped, the others look at the database each second. */
  send(showIds: Iterable<ShowId>, atOnce: boolean): void
  close(): void
}

function parse(text: string): z.infer<typeof Nudge> | null {
  try {
    return Nudge.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Subscribes now and whenever the connection is made anew. */
export function listen(subscriber: Connection, { nodeId, onNudge, onDrop }: NudgePorts): void {
  let isSubscribed = false
  const hear = (text: string) => {
    const nudge = parse(text)
    if (nudge === null) onDrop()
    else if (nudge.from !== nodeId) onNudge(nudge.showIds, nudge.atOnce)
  }
  // The client itself renews a subscription that was once made.
  subscriber.on('ready', () => {
    if (isSubscribed) return
    isSubscribed = true
    subscriber.subscribe(CHANNEL, hear).catch(() => {
      isSubscribed = false
    })
  })
}

export function createNudges(connection: Connection, { nodeId, onDrop }: NudgePorts): Nudges {
  const waiting = new Set<ShowId>()
  let timer: NodeJS.Timeout | null = null

  const publish = (showIds: readonly ShowId[], atOnce: boolean) => {
    if (!connection.isReady) return onDrop()
    connection.publish(CHANNEL, JSON.stringify({ from: nodeId, showIds, atOnce })).catch(onDrop)
  }
  const flush = () => {
    timer = null
    publish([...waiting], false)
    waiting.clear()
  }
  return {
    send: (showIds, atOnce) => {
      if (atOnce) return publish([...showIds], true)
      for (const showId of showIds) waiting.add(showId)
      timer ??= setTimeout(flush, GATHER_MS)
    },
    close: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
