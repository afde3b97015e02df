// Words in three languages: which one a reader gets, and loading only that one.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale, LocalText } from '../contract/things.ts'

export type Words = Readonly<Record<string, string>>
export type LoadWords = (locale: Locale) => Promise<Words>

/** BCP 47 tag -> one of ours; null when we do not speak it. */
export function matchLocale(tag: string): Locale | null {
  const lower = tag.toLowerCase()
  if (lower.startsWith('en')) return 'en'
  if (!lower.startsWith('zh')) return null
  return /hant|tw|hk|mo/.test(lower) ? 'zh-Hant' : 'zh-Hans'
}

/** The link's language first, then the browser's in its order, then English. */
export function pickLocale(asked: string | null, languages: readonly string[]): Locale {
  for (const tag of asked === null ? languages : [asked, ...languages]) {
    const locale = matchLocale(tag)
    if (locale !== null) return locale
  }
  return 'en'
}

/** A reader takes its own language, else English, else the first there is. */
export function pickText(text: LocalText | null, locale: Locale): string {
  if (text === null) return ''
  return text[locale] ?? text.en ?? Object.values(text)[0] ?? ''
}

/** Loads the words of one language, a namespace each, and makes `useTranslation` answer with them. */
export async function startWords(locale: Locale, loaders: Readonly<Record<string, LoadWords>>): Promise<void> {
  const names = Object.keys(loaders)
  const loaded = await Promise.all(Object.values(loaders).map((load) => load(locale)))
  const resources = Object.fromEntries(names.map((name, at) => [name, loaded[at] ?? {}]))
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: resources },
    ns: names,
    defaultNS: names[0] ?? 'viewer',
    keySeparator: false,
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = locale
}
