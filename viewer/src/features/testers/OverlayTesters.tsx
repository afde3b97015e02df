// What testers are asked, and how one gets a place, in the overlay.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { Testers } from '@lantern/shared/features/testers/contract.ts'
import type { OverlayShown } from '../../plays/overlayPlay.tsx'
import { leftIn } from './say.ts'

export function OverlayTesters({ one, words }: OverlayShown<Testers>) {
  const isFree = leftIn(one) > 0 && !isOver(one.state)
  return (
    <>
      {one.note !== null && <p>{one.note}</p>}
      {isFree && <p>{words.t('testers.onPhone')}</p>}
    </>
  )
}
