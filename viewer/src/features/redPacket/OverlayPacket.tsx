// What is in the red packet in front in the overlay, how many are left, and who was luckiest.
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { isSpent } from '@lantern/shared/features/redPacket/look.ts'
import type { OverlayShown } from '../../plays/overlayPlay.tsx'
import { Pips } from './Pips.tsx'
import { contentOf, leftOf, luckiestOf } from './say.ts'
import './redPacket.css'

export function OverlayPacket({ one, words }: OverlayShown<RedPacket>) {
  const spent = isSpent(one)
  return (
    <>
      <p>{luckiestOf(one, words, spent) ?? contentOf(one, words)}</p>
      <Pips packet={one} label={leftOf(one, words)} />
      {!spent && <p data-testid="overlay-redPacket-left">{leftOf(one, words)}</p>}
    </>
  )
}
