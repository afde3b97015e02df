// The words of the viewer and of refusals; only the reader's language is loaded, in one piece.
import type { Locale } from '@lantern/shared/contract/things.ts'
import { joinWords } from '@lantern/shared/ui/joinWords.ts'
import type { RefusalBook, ViewerBook } from '@lantern/shared/ui/words/books.ts'

export interface Words {
  readonly viewer: ViewerBook
  readonly refusals: RefusalBook
}
type Said = Readonly<Record<keyof Words, readonly object[]>>

const SAID: Readonly<Record<Locale, () => Promise<Said>>> = {
  en: () => import('./words/en.ts'),
  'zh-Hans': () => import('./words/zh-Hans.ts'),
  'zh-Hant': () => import('./words/zh-Hant.ts'),
}

/** What a newer server says that this page does not know is said as a failure. */
export function refusalText(refusals: RefusalBook, code: string): string {
  return new Map<string, string>(Object.entries(refusals)).get(code) ?? refusals.INTERNAL
}

export async function readWords(locale: Locale): Promise<Words> {
  const { viewer, refusals } = await SAID[locale]()
  return { viewer: joinWords<ViewerBook>(viewer), refusals: joinWords<RefusalBook>(refusals) }
}

export async function loadWords(locale: Locale): Promise<Words> {
  const words = await readWords(locale)
  document.documentElement.lang = locale
  return words
}
