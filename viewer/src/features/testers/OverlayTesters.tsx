// What testers are asked, and how many places are left, in the overlay.
import type { Testers } from '@lantern/shared/features/testers/contract.ts'
import type { OverlayShown } from '../../plays/overlayPlay.tsx'
import { leftOf } from './say.ts'

export function OverlayTesters({ one, words }: OverlayShown<Testers>) {
  return (
    <>
      {one.note !== null && <p>{one.note}</p>}
      <p data-testid="overlay-testers-left">{leftOf(one, words)}</p>
    </>
  )
}
