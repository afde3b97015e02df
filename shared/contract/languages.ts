// Which of our languages a reader gets: for a language tag (BCP 47), and for a browser's Accept-Language header.
import { type Locale, LOCALES } from './things.ts'

/** Languages that are written in Chinese characters; Cantonese in traditional ones unless the tag says otherwise. */
const CHINESE = new Set(['zh', 'cmn', 'yue', 'nan', 'hak', 'wuu', 'gan', 'hsn', 'cdo', 'cjy', 'czh', 'mnp', 'lzh'])
const TRADITIONAL_REGIONS = new Set(['tw', 'hk', 'mo'])
const SIMPLIFIED_REGIONS = new Set(['cn', 'sg', 'my'])
/** `zh` alone is content with the other way of writing where the first is ruled out. */
const EITHER_CHINESE: readonly Locale[] = ['zh-Hans', 'zh-Hant']
/** In two thousand bytes there is room for 700. */
const MOST_RANGES = 1_000

interface Range {
  readonly tag: string
  readonly q: number
}

/** BCP 47 tag -> one of ours; null when we do not speak it. */
export function matchLocale(tag: string): Locale | null {
  const [language = '', ...rest] = tag.trim().toLowerCase().replaceAll('_', '-').split('-')
  if (language === 'en') return 'en'
  return CHINESE.has(language) ? chineseOf(language, rest) : null
}

/** A script that is named decides, then the region, then the language. */
function chineseOf(language: string, rest: readonly string[]): Locale {
  if (rest.includes('hant')) return 'zh-Hant'
  if (rest.includes('hans')) return 'zh-Hans'
  if (rest.some((part) => TRADITIONAL_REGIONS.has(part))) return 'zh-Hant'
  if (rest.some((part) => SIMPLIFIED_REGIONS.has(part))) return 'zh-Hans'
  return language === 'yue' || rest.includes('yue') ? 'zh-Hant' : 'zh-Hans'
}

/** The language of ours that the header likes best (RFC 9110): by its q-values, never one that it rules out by q=0; else English, where it does not rule that out. */
export function localeFromHeader(header: string): Locale {
  const ranges = header.split(',').slice(0, MOST_RANGES).flatMap(readRange)
  const named = ranges.map(({ tag }) => matchLocale(tag))
  const refused = ranges.filter(({ q }) => q === 0).map(({ tag }) => matchLocale(tag))
  const wanted = ranges.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q)
  const found = wanted.flatMap(({ tag }) => {
    if (tag === '*') return LOCALES.filter((locale) => !named.includes(locale))
    return tag === 'zh' ? EITHER_CHINESE.filter((locale) => !refused.includes(locale)) : (matchLocale(tag) ?? [])
  })
  return found[0] ?? ['en' as const, ...LOCALES].find((locale) => !refused.includes(locale)) ?? 'en'
}

const WEIGHT = /^(?:\d+\.?\d*|\.\d+)$/

/** `zh-TW;q=0.9`; a weight that cannot be read makes no wish at all. */
function readRange(part: string): Range[] {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))
  const text = weight?.replace(/^q\s*=\s*/, '') ?? '1'
  const q = WEIGHT.test(text) ? Number(text) : Number.NaN
  return tag === '' || !(q >= 0 && q <= 1) ? [] : [{ tag, q }]
}
