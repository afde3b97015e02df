// The words of the page where a draw is checked; only the reader's language is loaded.
import type { Locale } from '@lantern/shared/contract/things.ts'
import { type Fill, fillIn } from '@lantern/shared/ui/i18n.ts'
import { formatCount } from '@lantern/shared/ui/money.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import type { CheckWords } from '@lantern/shared/ui/words/check.en.ts'
import { createContext, useContext } from 'react'

const SAID: Readonly<Record<Locale, () => Promise<{ readonly words: CheckWords }>>> = {
  en: () => import('@lantern/shared/ui/words/check.en.ts'),
  'zh-Hans': () => import('@lantern/shared/ui/words/check.zh-Hans.ts'),
  'zh-Hant': () => import('@lantern/shared/ui/words/check.zh-Hant.ts'),
}

export interface CheckSaid {
  readonly locale: Locale
  readonly t: (key: keyof CheckWords, fill?: Fill) => string
  readonly count: (n: number) => string
  readonly moment: (at: number) => string
}

export async function loadWords(locale: Locale): Promise<CheckSaid> {
  const { words } = await SAID[locale]()
  document.documentElement.lang = locale
  document.title = words.title
  return {
    locale,
    t: (key, fill) => fillIn(words[key], fill),
    count: (n) => formatCount(n, locale),
    moment: (at) => formatMoment(at, locale),
  }
}

export const SaidContext = createContext<CheckSaid | null>(null)

export function useSaid(): CheckSaid {
  const said = useContext(SaidContext)
  if (said === null) throw new Error('useSaid is only for components of the page')
  return said
}
