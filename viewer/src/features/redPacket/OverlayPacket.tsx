// What is in the red packet in front in the overlay, beside its envelope: how many are left, and who was luckiest.
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { isSpent } from '@lantern/shared/features/redPacket/look.ts'
import type { OverlayShown } from '../../plays/overlayPlay.tsx'
import { Envelope } from './Envelope.tsx'
import { Pips } from './Pips.tsx'
import { contentOf, leftOf, luckiestOf, placesOf } from './say.ts'
import './redPacket.css'
import './overlay.css'

export function OverlayPacket({ one, words }: OverlayShown<RedPacket>) {
  const spent = isSpent(one)
  const what = one.greeting === null ? contentOf(one, words) : `${placesOf(one, words)} · ${contentOf(one, words)}`
  return (
    <div className="overlay-packet">
      <Envelope state={spent ? 'empty' : 'closed'} />
      <div>
        <p>{luckiestOf(one, words, spent) ?? what}</p>
        <Pips packet={one} label={leftOf(one, words)} />
        {!spent && <p>{words.t('redPacket.onPhone')}</p>}
      </div>
    </div>
  )
}
