// A shop that speaks UCP for browser tests, and the messages that a shop sends.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** A shop that speaks UCP, as its profile is published. */
export interface UcpShop {
  readonly url: string
  setOpen(isOpen: boolean): void
  /** Whoever asks for its profile waits until the answer is let go. */
  hold(): { letGo(): void }
  close(): Promise<void>
}

export async function startUcpShop(): Promise<UcpShop> {
  let isOpen = false
  let held = Promise.resolve()
  let url = ''
  const profile = () => ({
    ucp: {
      version: '2026-08-25',
      capabilities: {
        'dev.ucp.shopping.permalink': [{ version: '2026-08-25', config: { endpoint: `${url}/buy` } }],
      },
    },
  })
  const server: Server = createServer((req, res) => {
    if (req.url === '/.well-known/ucp' && isOpen) return void held.then(() => res.end(JSON.stringify(profile())))
    return req.url?.startsWith('/buy') === true
      ? res.writeHead(303, { location: '/pay' }).end()
      : res.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  url = `http://127.0.0.1:${address.port}`
  return {
    url,
    setOpen: (now) => void (isOpen = now),
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return { letGo: resolve }
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface Posting {
  readonly url: string
  readonly secret: string
}

/** An order of the shop's own, which is no hold's. */
export async function post({ url, secret }: Posting, id: string): Promise<number> {
  const data = { holdId: 'hold-of-a-test', orderId: 'T-1', amountMinor: 12900, currency: 'CNY' }
  const body = JSON.stringify({ type: 'order.paid', timestamp: new Date().toISOString(), data })
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, new Date(), body),
  }
  return (await fetch(url, { method: 'POST', headers, body })).status
}
