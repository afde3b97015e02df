// The studio's words: which language, and the typed way to say something in it; all three are there to switch at once.
import { matchLocale } from '@lantern/shared/contract/languages.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { joinWords } from '@lantern/shared/ui/joinWords.ts'
import type { RefusalBook, StudioBook, StudioBookKey } from '@lantern/shared/ui/words/books.ts'
import { createInstance, type i18n } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import * as en from './words/en.ts'
import * as hans from './words/zh-Hans.ts'
import * as hant from './words/zh-Hant.ts'

/** A key of the studio's words; a counted one is named without its plural ending. */
export type WordKey = StudioBookKey extends infer Key
  ? Key extends `${infer Base}_${'one' | 'other'}`
    ? Base
    : Key
  : never
export type Say = (key: WordKey, values?: Record<string, string | number>) => string

export interface Words {
  readonly say: Say
  readonly locale: Locale
  readonly choose: (locale: Locale) => void
}

const booksOf = ({ studio, refusals }: Readonly<Record<'studio' | 'refusals', readonly object[]>>) => ({
  studio: joinWords<StudioBook>(studio),
  refusals: joinWords<RefusalBook>(refusals),
})

export const BOOKS = { en: booksOf(en), 'zh-Hans': booksOf(hans), 'zh-Hant': booksOf(hant) } as const

const STORED = 'lantern.lang'

export function createWords(): i18n {
  const words = createInstance()
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED)
  void words.init({
    lng: pickLocale(asked, navigator.languages),
    fallbackLng: 'en',
    ns: ['studio', 'refusals'],
    defaultNS: 'studio',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: BOOKS,
    initAsync: false,
  })
  showLanguage(words.language)
  words.on('languageChanged', showLanguage)
  return words
}

export function useWords(): Words {
  const { t, i18n: words } = useTranslation('studio')
  const locale = matchLocale(words.language) ?? 'en'

  return useMemo(
    () => ({
      say: (key, values) => t(key, values ?? {}),
      locale,
      choose: (next) => {
        localStorage.setItem(STORED, next)
        void words.changeLanguage(next)
      },
    }),
    [t, words, locale],
  )
}

function showLanguage(language: string): void {
  document.documentElement.lang = language
}
