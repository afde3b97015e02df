// The line of steps in the overlay, filled as far as the buyers are, with the price of each.
import type { StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { lookAtSteps } from '@lantern/shared/features/stepPrice/look.ts'
import type { OverlayShown } from '../../plays/overlayPlay.tsx'
import { lineOf } from './line.ts'
import './overlay.css'

export function OverlaySteps({ one, room, words: { money } }: OverlayShown<StepPrice>) {
  const look = lookAtSteps(one, room)
  const { named, percent } = lineOf(look)
  return (
    <div className="overlay-steps">
      <div>
        <i style={{ inlineSize: `${percent}%` }} />
      </div>
      <ol>
        {named.map(({ at, priceMinor, isReached }) => (
          <li key={at} data-reached={isReached}>
            {money(priceMinor, look.currency)}
          </li>
        ))}
      </ol>
    </div>
  )
}
