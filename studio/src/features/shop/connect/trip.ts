// How a round trip stands as a whole: what is to do, and what the next act is.
import type { TripStepId } from '@lantern/shared/contract/connections.ts'
import type { StepState, StepView } from './view.ts'

type Standing = Pick<StepView, 'state'>

const ASKS: ReadonlySet<StepState> = new Set(['waiting', 'to_do', 'failed'])

/** It waits for somebody: for the shop's message, a choice, or a mended key. */
export const asks = ({ state }: Standing): boolean => ASKS.has(state)

export const toDoOf = (steps: readonly Standing[]): number => steps.filter(asks).length

/** What this kind of shop cannot do stands in nobody's way. */
export const hasPassed = (steps: readonly Standing[]): boolean =>
  steps.length > 0 && steps.every(({ state }) => state === 'passed' || state === 'cannot')

/** The one orange button: the next act of whoever connects a shop. */
export type MainAct =
  { readonly act: 'save' | 'test' | 'use' | 'none' } | { readonly act: 'step'; readonly step: TripStepId }

export interface Situation {
  /** Keys are typed and not saved. */
  readonly isDraft: boolean
  /** They are all there. */
  readonly canTest: boolean
  readonly steps: readonly StepView[]
  readonly isInUse: boolean
  /** The server's settings say which shop is used. */
  readonly isLocked: boolean
}

const helps = ({ files, link }: StepView): boolean => files.length > 0 || link !== null

export function mainAct({ isDraft, canTest, steps, isInUse, isLocked }: Situation): MainAct {
  if (isDraft) return { act: 'save' }
  const withHelp = steps.find((step) => asks(step) && helps(step))
  if (withHelp) return { act: 'step', step: withHelp.id }
  if (hasPassed(steps)) return { act: isInUse || isLocked ? 'none' : 'use' }
  // A choice is the act of its step; a shop in use that was never tried here sells all the same.
  const isOpen = steps.some((step) => asks(step) && step.choices !== null)
  return { act: canTest && !isOpen && !isInUse ? 'test' : 'none' }
}
