// Looks whether a checkout opens: its first answer is enough, and the page itself is not read.
import { createGuardedSend } from './sendGuarded.ts'
import type { Knock } from './trip/steps.ts'

const WITHIN_MS = 10_000
const HEADERS = { accept: 'text/html', 'user-agent': 'Lantern' }

export function createKnock(allowedHosts: readonly string[]): { knock: Knock; close(): void } {
  const { send, close } = createGuardedSend(allowedHosts)
  const knock: Knock = async (url) => {
    const signal = AbortSignal.timeout(WITHIN_MS)
    try {
      const { status, headers } = await send({ url, method: 'GET', headers: HEADERS, body: null, signal })
      const saidAt = Date.parse(headers.get('date') ?? '')
      return { status, saidAt: Number.isNaN(saidAt) ? null : saidAt }
    } catch (error) {
      return { problem: error instanceof Error ? error.message || error.name : String(error) }
    }
  }
  return { knock, close }
}
