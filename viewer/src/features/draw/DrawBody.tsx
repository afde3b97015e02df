// What the card of a draw holds at each stage: the prize and one tap, the wait for the number, the names, the own prize.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { ownIn, stageOf } from '@lantern/shared/features/draw/look.ts'
import type { BodyProps } from '../../plays/play.tsx'
import { PlayFine } from '../../plays/parts.tsx'
import { CheckLink, SealFine } from './Foot.tsx'
import { Drawn } from './Drawn.tsx'
import { OpenDraw } from './OpenDraw.tsx'
import { OwnPrize } from './OwnPrize.tsx'
import { Prize } from './Prize.tsx'
import { useScene } from '../../session.ts'
import { useDrawing } from './useDrawing.ts'
import { Waiting } from './Waiting.tsx'

export function DrawBody(props: BodyProps<Draw>) {
  const { one, words, entry } = props
  const { t } = words
  const stage = stageOf(one)
  const isNews = useDrawing(stage)
  const { wins } = useScene().view.own
  const own = ownIn(
    one,
    entry,
    wins.find(({ activityId }) => activityId === one.id),
  )

  if (stage === 'open') return <OpenDraw {...props} />
  if (stage === 'waiting') return <Waiting {...props} />
  if (stage === 'drawn') {
    return own === null ? <Drawn {...props} isNews={isNews} /> : <OwnPrize {...props} own={own} isNews={isNews} />
  }
  return (
    <div className="draw" data-stage={stage}>
      <Prize {...props} />
      {stage === 'soon' ? (
        <SealFine one={one} words={words} before={t('draw.opensSoon')} />
      ) : (
        <PlayFine>
          <span>{t(stage === 'nobody' ? 'draw.nobody' : 'draw.cancelledNote')}</span>
          <CheckLink one={one} words={words} />
        </PlayFine>
      )}
    </div>
  )
}
