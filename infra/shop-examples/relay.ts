// Stands between a shop of the test and the studio: knows what was told under which id, and loses answers when it is told to.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Relay {
  readonly url: string
  /** Ids of the messages of this type about a hold, one for each attempt. */
  idsOf(type: string, holdId: string): readonly string[]
  /** So many payments are taken by the studio, and the shop does not hear of it. */
  loseAnswers(count: number): void
  close(): Promise<void>
}

const HEADERS = ['content-type', 'webhook-id', 'webhook-timestamp', 'webhook-signature']

export async function startRelay(studioUrl: () => string): Promise<Relay> {
  const told: { readonly text: string; readonly id: string }[] = []
  let lost = 0

  const server = createServer((request, response) => {
    const pass = async () => {
      const body = await buffer(request)
      const text = body.toString()
      const headers = HEADERS.map((name) => [name, String(request.headers[name])] as const)
      told.push({ text, id: String(request.headers['webhook-id']) })
      const url = `${studioUrl()}${request.url ?? ''}`
      const { status } = await fetch(url, { method: 'POST', headers: Object.fromEntries(headers), body })
      const isLost = lost > 0 && text.includes('"order.paid"')
      if (isLost) lost -= 1
      response.writeHead(isLost ? 504 : status).end()
    }
    pass().catch(() => response.writeHead(502).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    idsOf: (type, holdId) =>
      told.filter(({ text }) => text.includes(`"${type}"`) && text.includes(holdId)).map(({ id }) => id),
    loseAnswers: (count) => void (lost = count),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
