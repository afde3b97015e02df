// The words of a page that belongs to one phone, and how it says times and sums; only the reader's language is loaded.
import type { Locale, LocalText } from '@lantern/shared/contract/things.ts'
import { type Fill, fillIn, pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import type { BoundWords } from '@lantern/shared/ui/words/bound.en.ts'
import { createContext, useContext } from 'react'

type Book = Readonly<Record<string, string>>

const BOUND: Readonly<Record<Locale, () => Promise<{ readonly words: BoundWords }>>> = {
  en: () => import('@lantern/shared/ui/words/bound.en.ts'),
  'zh-Hans': () => import('@lantern/shared/ui/words/bound.zh-Hans.ts'),
  'zh-Hant': () => import('@lantern/shared/ui/words/bound.zh-Hant.ts'),
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const DAY = { day: 'numeric', month: 'short' } as const

export interface Said<Key extends string> {
  readonly locale: Locale
  readonly t: (key: Key, fill?: Fill) => string
  /** With `{{n}}`; of one thing in words of its own. */
  readonly count: (key: Key, n: number, fill?: Fill) => string
  readonly text: (text: LocalText | null) => string
  readonly money: (minor: number, currency: string) => string
  /** Hours and minutes, and the day where it is not today. */
  readonly time: (at: number) => string
  readonly day: (at: number) => string
}

type Books<Words> = Readonly<Record<Locale, () => Promise<{ readonly words: Words }>>>

/** Of the page's own book, whose `title` is the page's, and of what every such page says. */
export async function loadSaid<Words extends Book>(
  books: Books<Words & { readonly title: string }>,
  locale: Locale,
): Promise<Said<(keyof Words & string) | keyof BoundWords>> {
  const [own, bound] = await Promise.all([books[locale](), BOUND[locale]()])
  document.documentElement.lang = locale
  document.title = own.words.title
  return saidOf({ ...own.words, ...bound.words }, locale)
}

function saidOf<Words extends Book>(words: Words, locale: Locale): Said<keyof Words & string> {
  type Key = keyof Words & string
  const isKey = (key: string): key is Key => key in words
  const time = new Intl.DateTimeFormat(locale, TIME)
  const dayTime = new Intl.DateTimeFormat(locale, { ...DAY, ...TIME })
  const day = new Intl.DateTimeFormat(locale, DAY)
  const t = (key: Key, fill?: Fill) => fillIn(words[key] ?? key, fill)
  return {
    locale,
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

/** What every such page says. */
export const BoundContext = createContext<Said<keyof BoundWords> | null>(null)

export function useBoundSaid(): Said<keyof BoundWords> {
  const said = useContext(BoundContext)
  if (said === null) throw new Error('useBoundSaid is only for components of the page')
  return said
}
