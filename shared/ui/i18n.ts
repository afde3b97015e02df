// Words in three languages: which one a reader gets, and what is filled into them.
import { matchLocale } from '../contract/languages.ts'
import type { Locale, LocalText } from '../contract/things.ts'

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

export type Fill = Readonly<Record<string, string | number>>

/** `{{n}}` in a text gives way to its value, to nothing where there is none. */
export function fillIn(text: string, fill: Fill = {}): string {
  return text.replace(/{{(\w+)}}/g, (_, name: string) => String(fill[name] ?? ''))
}
