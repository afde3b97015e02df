// The line of steps with its prices, the way to bring someone, and what counts.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { lookAtSteps, type Mark } from '@lantern/shared/features/stepPrice/look.ts'
import { Check } from 'lucide-react'
import { ActButton, PlayFine, PlayRow } from '../../plays/parts.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { useTune } from '../../plays/useTune.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { lineOf } from './line.ts'

export function Steps({ one, room }: BodyProps<StepPrice>) {
  const { t } = useWords()
  const { open, usual } = useScene()
  const isEnded = isOver(one.state)
  // What all buyers pay, a group's own price is not one of its marks.
  const look = lookAtSteps(one, usual ?? room)
  const line = lineOf(look)
  useTune('step', look.reached)
  return (
    <>
      <PlayRow>
        <div>
          <div className="step-line" aria-hidden="true">
            <i style={{ inlineSize: `${line.percent}%` }} />
            {line.dots.map((mark) => (
              <u key={mark.at} data-reached={mark.isReached} style={{ insetInlineStart: `${mark.at}%` }}>
                {mark.isReached && <Check aria-hidden="true" />}
              </u>
            ))}
          </div>
          <ol className="step-marks">
            {line.named.map((mark) => (
              <StepMark key={mark.at} mark={mark} currency={look.currency} />
            ))}
          </ol>
        </div>
        {!isEnded && (
          <ActButton label={t('stepPrice.invite')} onTap={() => open({ kind: 'share' })} testId="stepPrice-invite" />
        )}
      </PlayRow>
      <PlayFine>{t(isEnded ? 'stepPrice.overRule' : 'stepPrice.rule')}</PlayFine>
    </>
  )
}

function StepMark({ mark, currency }: { readonly mark: Mark; readonly currency: string }) {
  const { t, money, count } = useWords()
  const price = money(mark.priceMinor, currency)
  const buyers = mark.buyers === null ? null : count(mark.buyers)
  const spoken = t(mark.isReached ? 'stepPrice.stepReached' : 'stepPrice.step', { buyers: buyers ?? '', price })
  return (
    <li aria-label={buyers === null ? t('stepPrice.alone', { price }) : spoken}>
      <b>{price}</b>
      <small>
        {buyers === null
          ? t('stepPrice.aloneShort')
          : t(mark.buyers === 1 ? 'stepPrice.person' : 'stepPrice.people', { count: buyers })}
      </small>
    </li>
  )
}
