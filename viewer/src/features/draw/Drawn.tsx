// A draw that somebody else has won, or several: their names, and how long they have.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { claimHours, standingIn } from '@lantern/shared/features/draw/look.ts'
import { PlayFine } from '../../plays/parts.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { CheckLink } from './Foot.tsx'
import { Names } from './Names.tsx'

interface DrawnProps extends BodyProps<Draw> {
  readonly isNews: boolean
}

export function Drawn({ one, words, entry, isNews }: DrawnProps) {
  const { t, count } = words
  const winners = standingIn(one)
  const isClaimed = winners.every(({ state }) => state === 'claimed')
  const hours = count(claimHours(one))
  return (
    <div className="draw" data-stage="drawn">
      <p className="draw-title">{t('draw.goesTo', { prize: one.title })}</p>
      <Names winners={winners} words={words} isNews={isNews} />
      <PlayFine>
        <span>{fine()}</span>
        <CheckLink one={one} words={words} />
      </PlayFine>
    </div>
  )

  function fine(): string {
    if (entry === null) return isClaimed ? '' : t('draw.theyHave', { hours })
    return isClaimed ? t('draw.notYouPlain') : t('draw.notYou', { hours })
  }
}
