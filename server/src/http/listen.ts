// Opens the http and https ports and closes them again.
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { obtainCertificate } from './certificate.ts'

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
  /** Takes no more connections, lets running requests end for a moment, then cuts them. Idempotent. */
  close(): Promise<void>
}

const CLOSE_WITHIN_MS = 2000

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

/** Both ports are open when it resolves; when one cannot be taken, none stays open. */
export async function startListeners(app: RequestListener, config: ListenSettings): Promise<Listeners> {
  const { host, dataDir, announcedAddresses } = config
  const http = createServer(app)
  const https =
    config.httpsPort === null ? null : createHttpsServer(await obtainCertificate(dataDir, announcedAddresses), app)
  const servers: Server[] = https === null ? [http] : [http, https]
  const closeAll = async () => void (await Promise.all(servers.map(close)))

  try {
    const port = await listen(http, config.port, host)
    const httpsPort = https === null ? null : await listen(https, config.httpsPort ?? 0, host)
    return { servers, port, httpsPort, close: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}
