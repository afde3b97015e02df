/** What the studio tells the shop: proven, written down once for each webhook-id, the latest kept. */
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { z } from 'zod'
import type { News } from './records.ts'
import type { Storage } from './storage.ts'

const NEWS_KEPT = 10_000
const Body = z.looseObject({ type: z.string().max(100), data: z.looseObject({}) })

export interface NewsBook {
  /** `taken` once it is on disk; `forged`: bad signature or stale; `malformed`: signed, but no event. */
  take(body: string, headers: Record<string, string>): Promise<'taken' | 'forged' | 'malformed'>
  /** Oldest first. */
  all(): readonly News[]
}

function isProven(webhook: Webhook, body: string, headers: Record<string, string>): boolean {
  try {
    webhook.verify(body, headers, { jsonParse: false })
    return true
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false
    throw error
  }
}

function parseBody(body: string): z.infer<typeof Body> | null {
  try {
    return Body.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}

export function createNewsBook(storage: Storage, secret: string, now: () => number): NewsBook {
  const webhook = new Webhook(secret)
  const { news } = storage.records
  const known = new Set(news.map((one) => one.id))

  return {
    async take(body, headers) {
      if (!isProven(webhook, body, headers)) return 'forged'
      const event = parseBody(body)
      const id = headers['webhook-id']
      if (!event || !id) return 'malformed'
      if (!known.has(id)) {
        known.add(id)
        news.push({ id, type: event.type, at: now(), data: event.data })
        const old = news.splice(0, Math.max(0, news.length - NEWS_KEPT))
        for (const one of old) known.delete(one.id)
      }
      // Also for one known already: it may still be on its way to the disk.
      await storage.save()
      return 'taken'
    },
    all: () => news,
  }
}
