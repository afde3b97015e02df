// Live holds that the card in front does not show: each with its time and its way to the checkout.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { LeaveCoupon } from '../../parts/LeaveCoupon.tsx'
import { useScene } from '../../session.ts'
import { useCheckoutHref } from '../../useCheckoutHref.ts'
import { useWide } from '../../useWide.ts'
import { useWords } from '../../useWords.ts'
import { isReserved, nameLines } from '../../view/holds.ts'

export function HeldStrips({ room, holds }: { readonly room: RoomState; readonly holds: readonly Hold[] }) {
  if (holds.length === 0) return null
  return (
    <ul className="strips">
      {holds.map((hold) => (
        <HeldStrip key={hold.id} room={room} hold={hold} />
      ))}
    </ul>
  )
}

function HeldStrip({ room, hold }: { readonly room: RoomState; readonly hold: Hold }) {
  const { t, text, list } = useWords()
  const { clock } = useScene().session.client
  const target = useWide() ? '_blank' : undefined
  const href = useCheckoutHref(hold)
  const what = list(nameLines(room, hold, text))
  const reserved = isReserved(hold)
  const words = !reserved ? 'notReservedAlso' : hold.waited ? 'yourTurnAlso' : 'heldAlso'
  return (
    <li className="strip" data-testid="held-strip">
      <span className="strip-what">{t(words, { what })}</span>
      {reserved && <Countdown clock={clock} until={hold.expiresAt} short />}
      <a className="strip-go" href={href} target={target} data-testid="checkout-link">
        {t('checkOut')}
      </a>
      <LeaveCoupon hold={hold} />
    </li>
  )
}
