// Makes a draft of a play from what was set before: of one that there is or was, or of a template.
import type { ActivityId, Currency } from '@lantern/shared/contract/ids.ts'
import type { CommandInput, CommandName } from '@lantern/shared/contract/commands.ts'
import type { ActivityStart } from '@lantern/shared/activities/activity.ts'
import type { Show } from '@lantern/shared/contract/things.ts'
import type * as z from 'zod'
import type { DeskValue } from '../desk/DeskContext.ts'

export interface Kept {
  /** What the kind's command asks beside the id and the start; whatever else is in it is passed over. */
  readonly terms: object
  /** Of the amounts in it. */
  readonly currency: z.infer<typeof Currency>
  /** Moments in it lie as many days after the making as after this. */
  readonly basedAt: number
}

export interface Making {
  /** The same id again makes no second one. */
  readonly activityId: ActivityId
  /** Of the show that gets it. */
  readonly to: Pick<DeskValue, 'send'> & { readonly room: { readonly show: Pick<Show, 'currency'> } }
  readonly now: number
}

export interface Made {
  readonly ok: boolean
  readonly code?: string
}

/** `STALE`: what was kept is nothing that the kind takes any more; all else is the reply of its command. */
export type Maker = (kept: Kept, making: Making) => Promise<Made>

/** Commands that make an activity. */
type MakeName = { [Name in CommandName]: CommandInput<Name> extends ActivityStartOf ? Name : never }[CommandName]
type ActivityStartOf = Pick<ActivityStart, 'activityId' | 'opensAt' | 'start'>

export interface Passed {
  /** Since the moments were set. */
  readonly byMs: number
  readonly now: number
}

const DAY_MS = 86_400_000

/** As many dates later as passed in this browser's zone: what ends at midnight does so again, whatever the clocks did, and not before now. */
export function laterOf(moment: number, { byMs, now }: Passed): number {
  const today = dateOf(now)
  const moved = onDateAfter(moment, today - dateOf(now - byMs))
  if (moved > now) return moved
  const untilToday = today - dateOf(moment)
  const ofToday = onDateAfter(moment, untilToday)
  return ofToday > now ? ofToday : onDateAfter(moment, untilToday + 1)
}

/** Of the local date; each has the one after that of the date before. */
function dateOf(at: number): number {
  const local = new Date(at)
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS
}

/** The same time of day. */
function onDateAfter(moment: number, dates: number): number {
  const at = new Date(moment)
  return at.setDate(at.getDate() + dates)
}

/** `later`: the same with its moments later. */
export function makerOf<Name extends MakeName>(
  name: Name,
  input: z.ZodType<CommandInput<Name>>,
  later: (asked: CommandInput<Name>, passed: Passed) => CommandInput<Name> = (asked) => asked,
): Maker {
  return async ({ terms, currency, basedAt }, { activityId, to, now }) => {
    const life = { activityId, opensAt: null, waitsFor: null, start: 'draft' }
    const read = (shown: string) => input.safeParse({ ...terms, ...life, currency: shown })
    const kept = read(currency)
    // Of what is asked alone: amounts that came of the one before are passed over.
    const asked = kept.success && !hasMoney(kept.data) ? read(to.room.show.currency) : kept
    if (!asked.success) return { ok: false, code: 'STALE' }
    return to.send(name, later(asked.data, { byMs: now - basedAt, now }))
  }
}

/** An amount that is not nothing, at any depth: in another currency it would be another one. */
export function hasMoney(terms: unknown): boolean {
  if (typeof terms !== 'object' || terms === null) return false
  return Object.entries(terms).some(([key, value]) => isAmount(key, value) || hasMoney(value))
}

const isAmount = (key: string, value: unknown) => /(^m|M)inor$/.test(key) && typeof value === 'number' && value > 0
