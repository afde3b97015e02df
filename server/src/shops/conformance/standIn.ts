// A web server in the place of a shop: takes the requests of its fixtures, answers with their examples, refuses the rest.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Exchange, fill, type Fixtures, misfit } from './fixtures.ts'

export interface Asked {
  readonly path: string
  /** The parts of the path that stand for something, in order. */
  readonly parts: readonly string[]
  readonly query: URLSearchParams
  /** The body, or the variables of a GraphQL operation. */
  readonly body: unknown
}

/** Values to put into the exchange's example; null: as it was published. A status beside 2xx answers without it. */
export type Answerer = (asked: Asked) => unknown

export interface StandIn {
  readonly url: string
  /** What was wrong with requests so far; a conforming adapter leaves it empty. */
  readonly complaints: readonly string[]
  /** While it is down every request is answered with 503. */
  setDown(down: boolean): void
  /** From now on what the path begins with is answered with this. */
  refuse(path: string, status: Status): void
  close(): Promise<void>
}

export class Status extends Error {
  readonly status: number
  readonly body: object

  constructor(status: number, body: object = {}) {
    super(`status ${status}`)
    this.status = status
    this.body = body
  }
}

async function readBody(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8')
  if (req.headers['content-type'] === 'application/x-www-form-urlencoded')
    return Object.fromEntries(new URLSearchParams(text))
  return text === '' ? undefined : JSON.parse(text)
}

function operationOf(body: unknown): { name: string | null; variables: unknown } {
  if (typeof body !== 'object' || body === null || !('query' in body)) return { name: null, variables: body }
  const name = /^\s*(?:query|mutation)\s+(\w+)/.exec(String(body.query))?.[1] ?? null
  return { name, variables: 'variables' in body ? body.variables : {} }
}

/** The parts its path stands for; null: another path. */
function matchPath(published: string, path: string): string[] | null {
  const pattern = new RegExp(`^${published.replaceAll('.', '\\.').replace(/:\w+/g, '([^/]+)')}$`)
  return pattern.exec(path)?.slice(1).map(decodeURIComponent) ?? null
}

interface Call {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly operation: string | null
  readonly body: unknown
}

function isOf({ request }: Exchange, { method, url, operation }: Call): boolean {
  if (request.method !== method || matchPath(request.path, url.pathname) === null) return false
  return request.operation === undefined || request.operation === operation
}

/** What the request has that was not published, or lacks. */
function findFault({ request }: Exchange, { headers, url, body }: Call): string | null {
  const missing = Object.entries(request.headers).find(([name, value]) => !String(headers[name]).startsWith(value))
  if (missing !== undefined) return `header ${missing[0]} is missing`
  const unknown = [...url.searchParams.keys()].find((key) => !request.query.includes(key))
  if (unknown !== undefined) return `query ${unknown} is not published`
  return body === undefined ? null : misfit(body, request.body)
}

/** What the suite sees of it. */
export const lookOf = ({ setDown, refuse, complaints, close }: StandIn) => ({
  setDown,
  answerWith: (status: number, body: object) => refuse('/', new Status(status, body)),
  complaints,
  close,
})

export async function startStandIn(
  fixtures: Fixtures,
  answerers: Readonly<Record<string, Answerer>>,
): Promise<StandIn> {
  const complaints: string[] = []
  const refused = new Map<string, Status>()

  function answer(call: Call, res: ServerResponse): void {
    const found = [...fixtures.exchanges].find(([, exchange]) => isOf(exchange, call))
    const what = `${call.method} ${call.url.pathname} ${call.operation ?? ''}`
    const fault = found === undefined ? 'is not published' : findFault(found[1], call)
    if (found === undefined || fault !== null) {
      complaints.push(`${what}: ${fault}`)
      return void res.writeHead(400).end()
    }
    const [name, { request, answer: example }] = found
    const parts = matchPath(request.path, call.url.pathname) ?? []
    const values = answerers[name]?.({ path: call.url.pathname, parts, query: call.url.searchParams, body: call.body })
    const body = values === undefined || values === null ? example.body : fill(example.body, values)
    res.writeHead(example.status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { name, variables } = operationOf(await readBody(req))
    const url = new URL(req.url ?? '/', 'http://shop.test')
    const refusal = [...refused].find(([path]) => url.pathname.startsWith(path))
    if (refusal !== undefined) throw refusal[1]
    answer({ method: req.method ?? 'GET', url, headers: req.headers, operation: name, body: variables }, res)
  }

  const server = createServer((req, res) => {
    take(req, res).catch((error: unknown) => {
      if (!(error instanceof Status)) complaints.push(String(error))
      const { status, body } = error instanceof Status ? error : new Status(500)
      res.writeHead(status).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    complaints,
    setDown: (down) => void (down ? refused.set('/', new Status(503)) : refused.delete('/')),
    refuse: (path, status) => void refused.set(path, status),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
