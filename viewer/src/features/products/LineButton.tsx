// The button of a card that is sold out: a place in line, or the sign that one has it.
import { Hourglass } from 'lucide-react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import type { DealView } from '../../view/useDeal.ts'

interface LineButtonProps {
  readonly shown: DealView
  readonly onChoose: () => void
  readonly choosing: boolean
}

export function LineButton({ shown: { deal, action }, onChoose, choosing }: LineButtonProps) {
  const { t } = useWords()
  const { session, actions } = useScene()
  const only = deal.choices[0]?.offer.id
  const hasChoice = action.kind === 'chooseLine'
  const busy = !hasChoice && only !== undefined && actions.busy === only
  const tap = () => (hasChoice ? onChoose() : only && void session.actions.joinLine(only))
  return (
    <button
      className="buy buy-line"
      onClick={tap}
      aria-busy={busy}
      aria-expanded={hasChoice ? choosing : undefined}
      data-testid="join-line"
    >
      {busy ? t('joiningLine') : t('joinLine')}
    </button>
  )
}

export function InLineMark() {
  const { t } = useWords()
  return (
    <span className="buy buy-waits">
      <Hourglass size={20} aria-hidden="true" />
      {t('inLine')}
    </span>
  )
}
