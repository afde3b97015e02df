// After the show: what can be redeemed at the shop's counter.
import { useWords } from '../../useWords.ts'
import { Things } from './Things.tsx'
import { useThings } from './useThings.ts'

export function CounterPoster() {
  const { t } = useWords()
  const things = useThings()
  if (things.length === 0) return null
  return (
    <section aria-label={t('counter.title')}>
      <h2 className="small-head">{t('counter.title')}</h2>
      <Things things={things} />
    </section>
  )
}
