// A shop that misbehaves in every way a shop can, in both directions, by a seed; it remembers what it was told.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'

const Told = z.object({ type: z.string(), data: z.object({ holdId: z.string().optional() }) })

export interface WildShop {
  readonly url: string
  readonly host: string
  /** What it has taken, by kind and hold, each with the webhook-ids it came under. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>
  /** How often it did what. */
  readonly deeds: ReadonlyMap<string, number>
  close(): void
}

export interface Posted {
  readonly id: string
  readonly event: { readonly type: string; readonly data: object }
}

type Deed = (res: ServerResponse) => void

const answer = (status: number, headers: Record<string, string> = {}): Deed => {
  return (res) => void res.writeHead(status, headers).end()
}
/** What it takes down although the sender will not hear of it. */
const DEEDS: Readonly<Record<string, { does: Deed; takes: boolean }>> = {
  'fails with 500': { does: answer(500), takes: false },
  'is busy with 429': { does: answer(429, { 'retry-after': '0' }), takes: false },
  'is away with 503': { does: answer(503, { 'retry-after': '0' }), takes: false },
  'leads elsewhere': { does: answer(302, { location: '/elsewhere' }), takes: false },
  hangs: { does: () => {}, takes: true },
  'resets after reading': { does: (res) => void res.socket?.destroy(), takes: true },
}
const MISDEEDS = Object.keys(DEEDS)

function count(into: Map<string, number>, name: string): void {
  into.set(name, (into.get(name) ?? 0) + 1)
}

async function readBody(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** `chance` gives numbers from 0 to 1; about one request in `oneIn` is met badly. */
export async function startWildShop(secret: string, chance: () => number, oneIn: number): Promise<WildShop> {
  const told = new Map<string, Set<string>>()
  const deeds = new Map<string, number>()
  const webhook = new Webhook(secret)

  const take = (req: IncomingMessage, body: string) => {
    const headers = Object.fromEntries(Object.entries(req.headers).map(([name, text]) => [name, String(text)]))
    const { type, data } = Told.parse(webhook.verify(body, headers))
    const key = `${type} ${data.holdId ?? ''}`
    const ids = told.get(key) ?? new Set<string>()
    told.set(key, ids.add(String(req.headers['webhook-id'])))
  }
  const serve = async (req: IncomingMessage, res: ServerResponse) => {
    const body = await readBody(req)
    const name = chance() * oneIn < 1 ? MISDEEDS[Math.floor(chance() * MISDEEDS.length)] : undefined
    const deed = name === undefined ? null : DEEDS[name]
    count(deeds, name ?? 'takes it')
    if (deed?.takes !== false) take(req, body)
    if (deed) deed.does(res)
    else res.writeHead(204).end()
  }
  const server = createServer((req, res) => void serve(req, res).catch(() => res.writeHead(400).end()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://${host}/hook`, host, told, deeds, close }
}

const PAUSE_MS = 100
const PATIENCE_MS = 10_000

/** One request; null: nobody answered. */
export async function postOnce(to: string, secret: string, { id, event }: Posted): Promise<number | null> {
  const at = new Date()
  const body = JSON.stringify({ ...event, timestamp: at.toISOString() })
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
  try {
    const response = await fetch(to, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}

/** Under the same id until it is taken, however often the studio dies meanwhile. */
export async function postUntilTaken(to: string, secret: string, posted: Posted): Promise<void> {
  for (;;) {
    const status = await postOnce(to, secret, posted)
    if (status !== null && status >= 200 && status < 300) return
    if (status !== null && status < 500) throw new Error(`${posted.id} was refused with ${status}`)
    await pause(PAUSE_MS)
  }
}
