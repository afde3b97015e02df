// Serves what is published of draws over HTTP, and nothing else.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Browser } from '../identity/devices.ts'
import { createPublished } from '../http/published.ts'
import type { Store } from '../records/store.ts'

export interface ServedPublished {
  /** Without an end slash. */
  readonly url: string
  close(): Promise<void>
}

interface Serving {
  readonly store: Store
  /** Whoever asks is this viewer, by the text of their cookie; null: nobody we know. */
  readonly viewerOf?: (cookie: string | undefined) => ViewerId | null
}

export async function servePublished({ store, viewerOf = () => null }: Serving): Promise<ServedPublished> {
  const app = express()
  const viewerFromCookie = ({ cookie }: Browser) => {
    const viewerId = viewerOf(cookie)
    return viewerId === null ? null : { viewerId }
  }
  app.use(createPublished({ store, identity: { viewerFromCookie } }))
  const server = createServer(app)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  // Of a server that listens on a port it is always this.
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
