// When a kept play opens by itself, as a form has it, and what that comes to.
import {
  isReached,
  MOST_WAIT_MINUTES,
  MOST_WAIT_VIEWERS,
  type Standing,
  type WaitsFor,
} from '@lantern/shared/activities/waiting.ts'
import type { WordKey } from '../words.ts'

export interface WhenDraft {
  readonly is: 'hand' | WaitsFor['is']
  /** As typed; of a time: 20:30, in this browser's zone. */
  readonly typed: string
}

export const BY_HAND: WhenDraft = { is: 'hand', typed: '' }

/** What stands there first, so that a tap is enough. */
const FIRST = { hand: '', minutes: '10', time: '', viewers: '100' } as const

export function whenOf(is: WhenDraft['is']): WhenDraft {
  return { is, typed: FIRST[is] }
}

export interface CheckedWhen {
  readonly problem: WordKey | null
  /** Null: by hand, or something is wrong. */
  readonly waitsFor: WaitsFor | null
}

/** What is reached already would open at once, which is another button. `now`: by the server's clock. */
export function checkWhen(when: WhenDraft, standing: Standing): CheckedWhen {
  const checked = read(when, standing.now)
  const { waitsFor } = checked
  const isOver = waitsFor !== null && isReached(waitsFor, standing)
  return isOver ? { problem: 'play.waitReached', waitsFor: null } : checked
}

function read({ is, typed }: WhenDraft, now: number): CheckedWhen {
  if (is === 'hand') return { problem: null, waitsFor: null }
  if (is === 'time') {
    const at = nextAt(typed, now)
    return at === null ? { problem: 'play.badWaitTime', waitsFor: null } : { problem: null, waitsFor: { is, at } }
  }
  const most = is === 'minutes' ? MOST_WAIT_MINUTES : MOST_WAIT_VIEWERS
  const count = /^\d{1,7}$/.test(typed.trim()) ? Number(typed) : 0
  if (count < 1 || count > most)
    return { problem: is === 'minutes' ? 'play.badWaitMinutes' : 'play.badWaitViewers', waitsFor: null }
  return { problem: null, waitsFor: is === 'minutes' ? { is, minutes: count } : { is, viewers: count } }
}

/** A time that is over for longer is the next one; one that has just passed, also before midnight, was meant for now. */
const LONG_OVER_MS = 3_600_000

/** Today, or tomorrow where that time of today is long over; null: it is just over, or none. */
function nextAt(typed: string, now: number): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(typed) ?? []
  if (hours === undefined || minutes === undefined) return null
  const on = (days: number) => {
    const at = new Date(now)
    at.setDate(at.getDate() + days)
    return at.setHours(Number(hours), Number(minutes), 0, 0)
  }
  const isJustOver = [on(-1), on(0)].some((at) => at <= now && now - at < LONG_OVER_MS)
  if (isJustOver) return null
  return on(0) > now ? on(0) : on(1)
}
