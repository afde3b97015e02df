// The words of a sharer's page.
import type { CommissionRate } from '@lantern/shared/contract/sharing.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import type { BoundWords } from '@lantern/shared/ui/words/bound.en.ts'
import type { SharerWords } from '@lantern/shared/ui/words/sharer.en.ts'
import { createContext, useContext } from 'react'
import { loadSaid, type Said } from '../bound/words.ts'

const BOOKS: Readonly<Record<Locale, () => Promise<{ readonly words: SharerWords }>>> = {
  en: () => import('@lantern/shared/ui/words/sharer.en.ts'),
  'zh-Hans': () => import('@lantern/shared/ui/words/sharer.zh-Hans.ts'),
  'zh-Hant': () => import('@lantern/shared/ui/words/sharer.zh-Hant.ts'),
}

export type SharerSaid = Said<keyof SharerWords | keyof BoundWords>

export const loadWords = (locale: Locale): Promise<SharerSaid> => loadSaid(BOOKS, locale)

export const SaidContext = createContext<SharerSaid | null>(null)

export function useSaid(): SharerSaid {
  const said = useContext(SaidContext)
  if (said === null) throw new Error('useSaid is only for components of the page')
  return said
}

/** So many percent, or so much a piece. */
export function rateIn({ t, locale, money }: SharerSaid, rate: CommissionRate, currency: string): string {
  if (rate.kind === 'amount') return t('each', { money: money(rate.minor, currency) })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  return share.format(rate.hundredths / 10_000)
}
