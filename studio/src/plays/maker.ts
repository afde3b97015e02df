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

/** By whole days, so that what ends at midnight does so again, and not before now. */
export function laterOf(moment: number, { byMs, now }: Passed): number {
  const moved = moment + Math.round(byMs / DAY_MS) * DAY_MS
  return moved > now ? moved : moved + (Math.floor((now - moved) / DAY_MS) + 1) * DAY_MS
}

/** `later`: the same with its moments later. */
export function makerOf<Name extends MakeName>(
  name: Name,
  input: z.ZodType<CommandInput<Name>>,
  later: (asked: CommandInput<Name>, passed: Passed) => CommandInput<Name> = (asked) => asked,
): Maker {
  return async ({ terms, currency, basedAt }, { activityId, to, now }) => {
    const shown = hasMoney(terms) ? currency : to.room.show.currency
    const life = { activityId, opensAt: null, waitsFor: null, start: 'draft' }
    const asked = input.safeParse({ ...terms, ...life, currency: shown })
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
