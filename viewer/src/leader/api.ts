// What a leader's page asks of the server.
import type { HandOver, LeaderState } from '@lantern/shared/contract/leaderPage.ts'
import { type Answer, ask } from '../bound/ask.ts'

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
