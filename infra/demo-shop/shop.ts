/** Puts the demo shop together: a server of its own that any studio can hand buyers over to. */
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { createBook } from './book.ts'
import { readCatalogue } from './catalogue.ts'
import { createHandoffReader } from './handoff.ts'
import { createMischief } from './mischief.ts'
import { createNewsBook } from './news.ts'
import { createOutbox } from './outbox.ts'
import { createApp } from './routes.ts'
import { createStorage } from './storage.ts'

export interface DemoShopOptions {
  /** Where webhooks are posted and the public keys are read; may be set later by `setStudioUrl`. */
  studioUrl?: string | undefined
  /** `whsec_` and base64 of 24 to 64 bytes. */
  webhookSecret: string
  /** Proves what the studio posts to `/hooks/studio`; unless told, `webhookSecret`. */
  studioSecret?: string | undefined
  /** Opens `/api/misbehave`. */
  mayMisbehave?: boolean | undefined
  endpointId?: string | undefined
  issuer?: string | undefined
  audience?: string | undefined
  /** Makes the shop accept HS256 hand-offs signed with it instead of ES256 ones. */
  handoffSecret?: string | undefined
  /** Orders and undelivered webhooks are kept here; in memory only when unset. */
  dataFile?: string | undefined
  now?: (() => number) | undefined
  backoffMs?: readonly number[] | undefined
  log?: ((line: string) => void) | undefined
}

export interface DemoShop {
  /** Resolves with the shop's address once it answers; 0 picks a free port. */
  listen(port: number): Promise<string>
  setStudioUrl(url: string): void
  /** Stops answering and delivering; undelivered webhooks stay in the data file. Safe to call twice. */
  close(): Promise<void>
}

function listenOn(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      resolve(`http://127.0.0.1:${bound}`)
    })
  })
}

function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

export function createDemoShop(options: DemoShopOptions): DemoShop {
  const { webhookSecret, endpointId = 'demo', issuer = 'lantern', audience = 'demo-shop' } = options
  const { now = Date.now, log = () => undefined } = options
  let studioUrl = options.studioUrl ?? 'http://127.0.0.1:4000'

  const storage = createStorage(options.dataFile)
  const mischief = createMischief()
  const news = createNewsBook(storage, options.studioSecret ?? webhookSecret, now)
  const outbox = createOutbox({
    storage,
    url: () => new URL(`/api/shop/events/${endpointId}`, studioUrl).href,
    secret: webhookSecret,
    mischief,
    now,
    log,
    backoffMs: options.backoffMs,
  })
  const handoffs = createHandoffReader({
    studioUrl: () => studioUrl,
    issuer,
    audience,
    sharedSecret: options.handoffSecret,
    now,
  })
  const book = createBook({ storage, outbox, mischief, now })
  const desk = { book, news, mischief, mayMisbehave: options.mayMisbehave ?? false }
  const server = createServer(createApp({ catalogue: readCatalogue(), book, handoffs, desk, now, log }))

  return {
    async listen(port) {
      const url = await listenOn(server, port)
      outbox.deliver()
      return url
    },
    setStudioUrl(url) {
      studioUrl = url
    },
    async close() {
      await closeServer(server)
      await outbox.close()
      await storage.save()
    },
  }
}
