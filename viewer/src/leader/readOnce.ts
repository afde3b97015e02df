// One look at the server: what waits is sent, the page is read, and a page that is gone takes its buyers off the phone.
import type { LeaderState } from '@lantern/shared/contract/leaderPage.ts'
import { readBound } from '../bound/ask.ts'
import type { LeaderApi } from './api.ts'
import type { Kept } from './kept.ts'
import { sendWaiting, SHUT } from './sendWaiting.ts'

export interface Looked {
  readonly state: LeaderState | null
  /** By the phone's clock; null: nothing is loaded. */
  readonly loadedAt: number | null
  readonly hasLine: boolean
  /** Why the page is not to be had: a refusal's code. */
  readonly shut: string | null
}

interface Parts {
  readonly api: Pick<LeaderApi, 'handed' | 'read' | 'open'>
  readonly kept: Kept
}

const NO_LINE = { hasLine: false } as const

export async function readOnce({ api, kept }: Parts): Promise<Partial<Looked>> {
  const isKnown = (await kept.groupId()) !== null
  if (isKnown && !(await sendWaiting(api, kept))) return NO_LINE
  const answer = await readBound(api)
  if (answer.kind === 'unreached' || answer.kind === 'failed') return NO_LINE
  if (answer.kind === 'refused') {
    const shut = { hasLine: true, shut: answer.code }
    if (!SHUT.has(answer.code)) return shut
    await kept.forget()
    return { ...shut, state: null, loadedAt: null }
  }
  const now = { state: answer.value, at: Date.now() }
  await kept.keepLoaded(now)
  // A page that is new here, of a group that is not: what waits since the page before is sent now.
  if (!isKnown && (await kept.waiting()).length > 0) return readOnce({ api, kept })
  return { state: now.state, loadedAt: now.at, hasLine: true, shut: null }
}
