// Opens what can be shown at the shop's counter, where there is something to show.
import { Store } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { useThings } from './useThings.ts'

export function CounterButton() {
  const { t } = useWords()
  const { open } = useScene()
  if (useThings().length === 0) return null
  return (
    <button
      className="round"
      data-testid="counter"
      aria-label={t('counter.open')}
      onClick={() => open({ kind: 'counter' })}
    >
      <Store size={20} aria-hidden="true" />
    </button>
  )
}
