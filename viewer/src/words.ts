// The words of the viewer and of refusals; only the reader's language is loaded.
import type { Locale } from '@lantern/shared/contract/things.ts'
import type { RefusalWords } from '@lantern/shared/ui/words/refusals.en.ts'
import type { ViewerWords } from '@lantern/shared/ui/words/viewer.en.ts'

export interface Words {
  readonly viewer: ViewerWords
  readonly refusals: RefusalWords
}

const VIEWER = {
  en: () => import('@lantern/shared/ui/words/viewer.en.ts'),
  'zh-Hans': () => import('@lantern/shared/ui/words/viewer.zh-Hans.ts'),
  'zh-Hant': () => import('@lantern/shared/ui/words/viewer.zh-Hant.ts'),
} as const

const REFUSALS = {
  en: () => import('@lantern/shared/ui/words/refusals.en.ts'),
  'zh-Hans': () => import('@lantern/shared/ui/words/refusals.zh-Hans.ts'),
  'zh-Hant': () => import('@lantern/shared/ui/words/refusals.zh-Hant.ts'),
} as const

/** What a newer server says that this page does not know is said as a failure. */
export function refusalText(refusals: RefusalWords, code: string): string {
  return new Map<string, string>(Object.entries(refusals)).get(code) ?? refusals.INTERNAL
}

export async function loadWords(locale: Locale): Promise<Words> {
  const [viewer, refusals] = await Promise.all([VIEWER[locale](), REFUSALS[locale]()])
  document.documentElement.lang = locale
  return { viewer: viewer.words, refusals: refusals.words }
}
