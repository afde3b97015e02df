// Everything one overlay owns, and the hooks by which its parts reach it.
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { Locale, LocalText } from '@lantern/shared/contract/things.ts'
import { type Fill, fillIn, pickText } from '@lantern/shared/ui/i18n.ts'
import { formatCount, formatMoney } from '@lantern/shared/ui/money.ts'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Layout } from './address.ts'
import type { SoldNews } from './sold.ts'
import type { Source, SourceView } from './source.ts'
import type { Words } from './words.ts'

export interface Scene {
  readonly client: RoomClient
  readonly sold: SoldNews
  readonly source: Source
  readonly layout: Layout | null
  readonly locale: Locale
  readonly words: Words
}

export const SceneContext = createContext<Scene | null>(null)

export function useScene(): Scene {
  const scene = useContext(SceneContext)
  if (scene === null) throw new Error('useScene is only for parts of the overlay')
  return scene
}

export function useSource(): SourceView {
  const { source } = useScene()
  return useSyncExternalStore(source.subscribe, source.getView)
}

const BUSY_STEP_MS = 100
const IDLE_STEP_MS = 1_000

/** How often to look at the clock, in ms: seldom while nobody sees it. */
export function useStepMs(): number {
  return useSource().active ? BUSY_STEP_MS : IDLE_STEP_MS
}

export function useWords() {
  const { locale, words } = useScene()
  return {
    locale,
    t: (key: keyof Words, fill?: Fill): string => fillIn(words[key], fill),
    text: (text: LocalText | null) => pickText(text, locale),
    money: (minor: number, currency: string) => formatMoney(minor, currency, locale),
    count: (n: number) => formatCount(n, locale),
  }
}
