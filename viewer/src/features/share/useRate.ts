// A rate of commission in words: so many percent, or so much a piece.
import type { CommissionRate } from '@lantern/shared/contract/sharing.ts'
import { useWords } from '../../useWords.ts'

export function useRate(): (rate: CommissionRate, currency: string) => string {
  const { t, locale, money } = useWords()
  return (rate, currency) => {
    if (rate.kind === 'amount') return t('sharing.each', { money: money(rate.minor, currency) })
    const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
    return share.format(rate.hundredths / 10_000)
  }
}
