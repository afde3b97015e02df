// What a leader's page asks of the server; without a line it is told so, and never waits long.
import type { HandOver, LeaderState } from '@lantern/shared/contract/leaderPage.ts'

const PATIENCE_MS = 10_000

export type Answer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly code: string }
  /** No line, or the server can nothing now: the same may be asked again. */
  | { readonly kind: 'unreached' }
  /** The server can do others, but not this one. */
  | { readonly kind: 'failed' }

const AGAIN = new Set(['TOO_MANY', 'TRY_AGAIN', 'CANNOT_STORE'])

async function ask(path: string, body?: object): Promise<Answer<unknown>> {
  const init: RequestInit = { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }
  if (body !== undefined) {
    init.method = 'POST'
    init.headers = { 'content-type': 'application/json' }
    init.body = JSON.stringify(body)
  }
  try {
    const response = await fetch(path, init)
    const value: unknown = await response.json()
    if (response.ok) return { kind: 'ok', value }
    const code = typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : 'INTERNAL'
    if (code === 'INTERNAL') return { kind: 'failed' }
    return AGAIN.has(code) ? { kind: 'unreached' } : { kind: 'refused', code }
  } catch {
    return { kind: 'unreached' }
  }
}

/** The server is ours and of the same build, and speaks the contract. */
const isState = (value: unknown): value is LeaderState =>
  typeof value === 'object' && value !== null && 'shows' in value && 'goods' in value && 'group' in value

export function createLeaderApi(code: string) {
  const at = `/api/leader/${code}`
  return {
    async read(): Promise<Answer<LeaderState>> {
      const answer = await ask(at)
      if (answer.kind !== 'ok') return answer
      return isState(answer.value) ? { kind: 'ok', value: answer.value } : { kind: 'unreached' }
    },
    open: (pass: string | null) => ask(`${at}/open`, { pass }),
    arrived: (showId: string) => ask(`${at}/arrived`, { showId }),
    handed: ({ id, showId, holdIds, code: shown, at: when }: HandOver) =>
      ask(`${at}/handed`, { id, showId, holdIds, code: shown, at: when }),
    takeCounter: () => ask(`${at}/counter`, {}),
  }
}

export type LeaderApi = ReturnType<typeof createLeaderApi>
