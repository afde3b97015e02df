// Opens the http and https ports and closes them again.
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https'
import type { Certificate } from '../certificates/pair.ts'
import { obtainCertificate } from '../certificates/selfMade.ts'

export interface ListenSettings {
  readonly host: string
  readonly port: number
  readonly httpsPort: number | null
  readonly dataDir: string
  readonly announcedAddresses: readonly string[]
}

export interface Listeners {
  /** http first, https second if there is one; both take sockets, too. */
  readonly servers: readonly Server[]
  /** The ports really taken, where the settings say 0. */
  readonly port: number
  readonly httpsPort: number | null
  /** From now on new connections are shown this one; those that are open go on. */
  useCertificate(next: Certificate): void
  /** Takes no more connections, lets running requests end for a moment, then cuts them. Idempotent. */
  close(): Promise<void>
}

const CLOSE_WITHIN_MS = 2000

/** How long a connection may be silent or slow before it is closed. */
export interface Patience {
  /** From its first moment to the end of the TLS handshake. */
  readonly handshakeMs: number
  /** To the end of a request's headers, also where not a byte has come. */
  readonly headersMs: number
  /** To the end of its body: a product file over a slow line. */
  readonly requestMs: number
  /** Without a byte in either direction. Sockets have pings of their own. */
  readonly silenceMs: number
}

const USUAL: Patience = { handshakeMs: 10_000, headersMs: 10_000, requestMs: 120_000, silenceMs: 60_000 }

function optionsOf({ headersMs, requestMs }: Patience) {
  const connectionsCheckingInterval = Math.min(2000, headersMs / 2)
  return { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function close(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve()
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

export interface ListenParts {
  readonly patience?: Patience
  /** What https shows; unless told, a self-made one. */
  readonly certificate?: Certificate | null
  /** A port of its own for plain http that takes no sockets. */
  readonly plain?: { readonly port: number; readonly handler: RequestListener } | null
}

async function createSecure(
  app: RequestListener,
  { dataDir, announcedAddresses }: ListenSettings,
  { certificate, patience }: { certificate: Certificate | null | undefined; patience: Patience },
): Promise<HttpsServer> {
  const shown = certificate ?? (await obtainCertificate(dataDir, announcedAddresses))
  return createHttpsServer({ ...shown, ...optionsOf(patience), handshakeTimeout: patience.handshakeMs }, app)
}

/** All ports are open when it resolves; when one cannot be taken, none stays open. */
export async function startListeners(
  app: RequestListener,
  config: ListenSettings,
  { patience = USUAL, certificate, plain = null }: ListenParts = {},
): Promise<Listeners> {
  const http = createServer(optionsOf(patience), app)
  const https = config.httpsPort === null ? null : await createSecure(app, config, { certificate, patience })
  const servers: Server[] = https === null ? [http] : [http, https]
  const besides = plain === null ? [] : [{ server: createServer(optionsOf(patience), plain.handler), port: plain.port }]
  const all = [...servers, ...besides.map(({ server }) => server)]
  for (const server of all) server.setTimeout(patience.silenceMs)
  const closeAll = async () => void (await Promise.all(all.map(close)))

  try {
    const port = await listen(http, config.port, config.host)
    const httpsPort = https === null ? null : await listen(https, config.httpsPort ?? 0, config.host)
    for (const beside of besides) await listen(beside.server, beside.port, config.host)
    return { servers, port, httpsPort, useCertificate: (next) => https?.setSecureContext(next), close: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}
