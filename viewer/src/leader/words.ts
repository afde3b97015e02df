// The words of a leader's page; only the reader's language is loaded.
import type { Locale, LocalText } from '@lantern/shared/contract/things.ts'
import { type Fill, fillIn, pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import type { LeaderWords } from '@lantern/shared/ui/words/leader.en.ts'
import { createContext, useContext } from 'react'

const SAID: Readonly<Record<Locale, () => Promise<{ readonly words: LeaderWords }>>> = {
  en: () => import('@lantern/shared/ui/words/leader.en.ts'),
  'zh-Hans': () => import('@lantern/shared/ui/words/leader.zh-Hans.ts'),
  'zh-Hant': () => import('@lantern/shared/ui/words/leader.zh-Hant.ts'),
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const DAY = { day: 'numeric', month: 'short' } as const

export type LeaderKey = keyof LeaderWords

export interface LeaderSaid {
  readonly t: (key: LeaderKey, fill?: Fill) => string
  /** With `{{n}}`; of one thing in words of its own. */
  readonly count: (key: LeaderKey, n: number, fill?: Fill) => string
  readonly text: (text: LocalText | null) => string
  readonly money: (minor: number, currency: string) => string
  /** Hours and minutes, and the day where it is not today. */
  readonly time: (at: number) => string
  readonly day: (at: number) => string
}

export async function loadWords(locale: Locale): Promise<LeaderSaid> {
  const { words } = await SAID[locale]()
  document.documentElement.lang = locale
  document.title = words.title
  const isKey = (key: string): key is LeaderKey => key in words
  const time = new Intl.DateTimeFormat(locale, TIME)
  const dayTime = new Intl.DateTimeFormat(locale, { ...DAY, ...TIME })
  const day = new Intl.DateTimeFormat(locale, DAY)
  const t: LeaderSaid['t'] = (key, fill) => fillIn(words[key], fill)
  return {
    t,
    count(key, n, fill) {
      const one = `${key}_one`
      return t(n === 1 && isKey(one) ? one : key, { ...fill, n })
    },
    text: (text) => pickText(text, locale),
    money: (minor, currency) => formatMoney(minor, currency, locale),
    time: (at) => (day.format(at) === day.format(Date.now()) ? time : dayTime).format(at),
    day: (at) => day.format(at),
  }
}

export const SaidContext = createContext<LeaderSaid | null>(null)

export function useSaid(): LeaderSaid {
  const said = useContext(SaidContext)
  if (said === null) throw new Error('useSaid is only for components of the page')
  return said
}
