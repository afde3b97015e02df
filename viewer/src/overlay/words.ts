// The overlay's words: the viewer's own, and a few beside them; only one language is loaded.
import type { Locale } from '@lantern/shared/contract/things.ts'
import { joinWords } from '@lantern/shared/ui/joinWords.ts'
import type { OverlayBook } from '@lantern/shared/ui/words/books.ts'

export type Words = OverlayBook

const SAID: Readonly<Record<Locale, () => Promise<{ readonly words: readonly object[] }>>> = {
  en: () => import('./words/en.ts'),
  'zh-Hans': () => import('./words/zh-Hans.ts'),
  'zh-Hant': () => import('./words/zh-Hant.ts'),
}

export async function readWords(locale: Locale): Promise<Words> {
  const { words } = await SAID[locale]()
  return joinWords<Words>(words)
}

export async function loadWords(locale: Locale): Promise<Words> {
  const words = await readWords(locale)
  document.documentElement.lang = locale
  return words
}
