// The steps of a step price in its row, and what goes back to whoever paid more.
import type { StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { lookAtSteps } from '@lantern/shared/features/stepPrice/look.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import type { Shown } from '../../plays/play.tsx'
import './stepPrice.css'

export function StepRows({ one, room, say, locale }: Shown<StepPrice>) {
  const { desk } = useDesk()
  const { marks, currency } = lookAtSteps(one, room)
  const refunds = desk.stepRefunds.find(({ activityId }) => activityId === one.id)
  const money = (minor: number) => formatMoney(minor, currency, locale)
  return (
    <>
      <ol className="step-rows">
        {marks.flatMap(({ buyers, priceMinor, isReached }) =>
          buyers === null
            ? []
            : [
                <li key={buyers} data-reached={isReached}>
                  <span>{say('stepPrice.step', { buyers })}</span>
                  <b>{money(priceMinor)}</b>
                </li>,
              ],
        )}
      </ol>
      {refunds !== undefined && refunds.sumMinor > 0 && (
        <p className="play-sum" data-testid="stepPrice-back">
          {say('stepPrice.back', { ...refunds, sum: money(refunds.sumMinor) })}
        </p>
      )}
      {refunds !== undefined && refunds.byHandMinor > 0 && (
        <p className="play-sum" data-testid="stepPrice-byHand">
          {say('stepPrice.listByHand', { sum: money(refunds.byHandMinor) })}
        </p>
      )}
    </>
  )
}
