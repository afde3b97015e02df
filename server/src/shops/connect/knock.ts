// Looks whether a checkout opens: what it answers in the end is enough, and the page itself is not read.
import type { IncomingMessage } from 'node:http'
import { createGuardedFetch } from '../../guard/guardedFetch.ts'
import type { Knock } from './trip/steps.ts'

const WITHIN_MS = 10_000
const HEADERS = { accept: 'text/html', 'user-agent': 'Lantern' }

/** Null: it leads nowhere, or to another host. */
function leadsTo({ statusCode = 0, headers: { location } }: IncomingMessage, from: string): string | null {
  if (statusCode < 300 || statusCode >= 400 || location === undefined || !URL.canParse(location, from)) return null
  const next = new URL(location, from)
  return next.host === new URL(from).host ? next.href : null
}

/** As a browser sends them back; for so short a visit it does not matter what else stands in them. */
function remember(jar: Map<string, string>, { headers }: IncomingMessage): void {
  for (const cookie of headers['set-cookie'] ?? []) {
    const [pair = ''] = cookie.split(';')
    jar.set(pair.split('=')[0] ?? '', pair)
  }
}

export function createKnock(allowedHosts: readonly string[]): { knock: Knock; close(): void } {
  const { ask, close } = createGuardedFetch({ allowedHosts })

  async function follow(url: string, turns: number): Promise<IncomingMessage> {
    const signal = AbortSignal.timeout(WITHIN_MS)
    const jar = new Map<string, string>()
    for (let at = url, left = turns; ; left -= 1) {
      const headers = { ...HEADERS, ...(jar.size > 0 && { cookie: [...jar.values()].join('; ') }) }
      const answer = await ask({ url: at, method: 'GET', headers, body: null, signal })
      answer.destroy()
      const next = left > 0 ? leadsTo(answer, at) : null
      if (next === null) return answer
      remember(jar, answer)
      at = next
    }
  }

  const knock: Knock = async (url, turns = 0) => {
    try {
      const { statusCode, headers } = await follow(url, turns)
      const saidAt = Date.parse(headers.date ?? '')
      return { status: statusCode ?? 0, saidAt: Number.isNaN(saidAt) ? null : saidAt }
    } catch (error) {
      return { problem: error instanceof Error ? error.message || error.name : String(error) }
    }
  }
  return { knock, close }
}
