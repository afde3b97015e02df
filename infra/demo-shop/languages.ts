// Which of the shop's languages a buyer gets: for a language tag, and by the q-values of Accept-Language.
import type { Locale } from './words.ts'

const CHINESE = /^(zh|cmn|yue|nan|hak|wuu)(-|$)/
const TRADITIONAL = /-(hant|tw|hk|mo)(-|$)/

/** A BCP 47 tag as one of ours; null for a language the shop does not speak. */
export function toLocale(tag: string): Locale | null {
  const lower = tag.trim().toLowerCase()
  if (/^en(-|$)/.test(lower)) return 'en'
  if (!CHINESE.test(lower)) return null
  if (/-hans(-|$)/.test(lower)) return 'zh-Hans'
  const isCantonese = lower.startsWith('yue') && !/-cn(-|$)/.test(lower)
  return isCantonese || TRADITIONAL.test(lower) ? 'zh-Hant' : 'zh-Hans'
}

export function localeFromHeader(acceptLanguage: string | undefined): Locale {
  const ranges = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => ({ locale: toLocale(part.split(';')[0] ?? ''), q: weightOf(part) }))
  const wanted = ranges.filter(({ locale, q }) => locale !== null && q > 0).sort((a, b) => b.q - a.q)
  return wanted[0]?.locale ?? 'en'
}

/** 1 where none is named. */
function weightOf(range: string): number {
  const weight = /;\s*q\s*=([^;]*)/i.exec(range)?.[1]
  return weight === undefined ? 1 : Number(weight)
}
