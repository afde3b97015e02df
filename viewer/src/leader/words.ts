// The words of a leader's page.
import type { Locale } from '@lantern/shared/contract/things.ts'
import type { BoundWords } from '@lantern/shared/ui/words/bound.en.ts'
import type { LeaderWords } from '@lantern/shared/ui/words/leader.en.ts'
import { createContext, useContext } from 'react'
import { loadSaid, type Said } from '../bound/words.ts'

const BOOKS: Readonly<Record<Locale, () => Promise<{ readonly words: LeaderWords }>>> = {
  en: () => import('@lantern/shared/ui/words/leader.en.ts'),
  'zh-Hans': () => import('@lantern/shared/ui/words/leader.zh-Hans.ts'),
  'zh-Hant': () => import('@lantern/shared/ui/words/leader.zh-Hant.ts'),
}

export type LeaderSaid = Said<keyof LeaderWords | keyof BoundWords>

export const loadWords = (locale: Locale): Promise<LeaderSaid> => loadSaid(BOOKS, locale)

export const SaidContext = createContext<LeaderSaid | null>(null)

export function useSaid(): LeaderSaid {
  const said = useContext(SaidContext)
  if (said === null) throw new Error('useSaid is only for components of the page')
  return said
}
