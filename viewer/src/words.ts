// The words of the viewer and of refusals; only the reader's language is loaded.
import { startWords } from '@lantern/shared/ui/i18n.ts'
import type { LoadWords } from '@lantern/shared/ui/i18n.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'

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

const viewer: LoadWords = async (locale) => (await VIEWER[locale]()).words
const refusals: LoadWords = async (locale) => (await REFUSALS[locale]()).words

export function loadWords(locale: Locale): Promise<void> {
  return startWords(locale, { viewer, refusals })
}
