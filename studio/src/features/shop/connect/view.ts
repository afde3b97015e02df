// What the page of the shop shows of connecting, as its pieces are given it: already in words, secrets by their last four.
import type {
  AbilityAnswer,
  ConnectionFieldName,
  ShopAbility,
  ShopMessage,
  TripStep,
  TripStepId,
} from '@lantern/shared/contract/connections.ts'
import type { ToDecide } from '@lantern/shared/contract/shopActs.ts'
import type { z } from 'zod'

export type Ability = z.infer<typeof AbilityAnswer>
export type StepState = TripStep['state']

export interface FieldChoice {
  readonly value: string
  readonly label: string
}

export interface FieldView {
  readonly name: ConnectionFieldName
  readonly label: string
  /** Empty of a secret. */
  readonly value: string
  readonly isSecret: boolean
  readonly isSet: boolean
  /** The last characters of a secret; empty: none are shown. */
  readonly tail: string
  /** The variable of the environment that sets it: it cannot be changed here. */
  readonly setBy: string | null
  readonly choices: readonly FieldChoice[]
  /** The owner has to enter it. */
  readonly isNeeded: boolean
}

export interface FileView {
  readonly path: string
  readonly lines: number
  /** With the secrets masked. */
  readonly shown: string
  readonly text: string
}

/** What is entered at the shop. */
export interface RowView {
  readonly name: string
  readonly label: string
  readonly shown: string
  readonly text: string
}

export interface ChoiceView {
  readonly id: string
  readonly name: string
  readonly said: string
  readonly isChosen: boolean
}

export interface StepChoicesView {
  readonly field: ConnectionFieldName
  readonly choices: readonly ChoiceView[]
}

export interface StepView {
  readonly id: TripStepId
  readonly state: StepState
  /** One sentence: what was found, or what to do. */
  readonly said: string
  /** At its end, strong: a number or two sums. */
  readonly figure: string
  /** At its end, quiet: how long it took. */
  readonly note: string
  /** Ms since the epoch, while it waits. */
  readonly since: number | null
  /** The checkout of the test hold. */
  readonly link: string | null
  readonly files: readonly FileView[]
  readonly rows: readonly RowView[]
  readonly choices: StepChoicesView | null
}

export interface AbilityView {
  readonly name: ShopAbility
  readonly label: string
  readonly said: string
  readonly answer: Ability
}

export interface MessageView {
  readonly id: string
  readonly at: number
  readonly type: string
  /** The order and its sum, or what else it names. */
  readonly about: string
  readonly state: ShopMessage['state']
  readonly said: string
  /** What to do about it. */
  readonly advice: string
  /** An arrival that can be settled. */
  readonly arrivalId: string | null
  /** A payment that differs, while nobody has decided. */
  readonly decide: DecideView | null
}

export interface DecideView {
  readonly target: ToDecide
  readonly question: string
  /** What was paid too much; null: it is less. */
  readonly part: { readonly label: string; readonly backMinor: number } | null
}
