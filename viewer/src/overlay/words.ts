// The overlay's words: the viewer's own, and a few beside them; only one language is loaded.
import type { Locale } from '@lantern/shared/contract/things.ts'
import type { OverlayWords } from '@lantern/shared/ui/words/overlay.en.ts'
import type { ViewerWords } from '@lantern/shared/ui/words/viewer.en.ts'

export type Words = OverlayWords & ViewerWords

const VIEWER = {
  en: () => import('@lantern/shared/ui/words/viewer.en.ts'),
  'zh-Hans': () => import('@lantern/shared/ui/words/viewer.zh-Hans.ts'),
  'zh-Hant': () => import('@lantern/shared/ui/words/viewer.zh-Hant.ts'),
} as const

const OVERLAY = {
  en: () => import('@lantern/shared/ui/words/overlay.en.ts'),
  'zh-Hans': () => import('@lantern/shared/ui/words/overlay.zh-Hans.ts'),
  'zh-Hant': () => import('@lantern/shared/ui/words/overlay.zh-Hant.ts'),
} as const

export async function loadWords(locale: Locale): Promise<Words> {
  const [viewer, overlay] = await Promise.all([VIEWER[locale](), OVERLAY[locale]()])
  document.documentElement.lang = locale
  return { ...viewer.words, ...overlay.words }
}
