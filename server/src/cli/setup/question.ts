// One question of `npm run setup`: which setting it fills, when it is asked and what an empty answer means.
import type { SettingName } from '../../settings/settings.ts'

export type Answers = Readonly<Partial<Record<SettingName, string>>>
export type Before = Readonly<Record<string, string>>

export interface Question {
  readonly setting: SettingName
  readonly asks: string
  /** What an empty answer means; null: it has to be answered; empty: the setting is left out. */
  readonly fallback: (answers: Answers, before: Before) => string | null
  readonly isAsked: (answers: Answers) => boolean
  /** The answer that leaves the setting out. */
  readonly leftOutBy: string
}

export const needed = () => null
export const mayBeEmpty = () => ''
export const is = (value: string) => () => value

type Rest = Partial<Pick<Question, 'fallback' | 'isAsked' | 'leftOutBy'>>

export function question(setting: SettingName, asks: string, rest: Rest = {}): Question {
  return { setting, asks, fallback: needed, isAsked: () => true, leftOutBy: '', ...rest }
}
