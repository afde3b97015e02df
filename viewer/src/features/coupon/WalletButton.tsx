// The way to one's own coupons at the foot of the page, there once one has any; it asks for them whenever the page has joined.
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { TicketPercent } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { couponsIn, isGood } from '../../view/coupons.ts'

export function WalletButton() {
  const { t, count } = useWords()
  const { session, view, open } = useScene()
  const now = useNow(session.client.clock)
  useOwnRewards()
  const all = couponsIn(view.own.rewards)
  if (all.length === 0) return null
  const n = count(all.filter((coupon) => isGood(coupon, now)).length)
  return (
    <button
      className="round round-wallet"
      aria-label={t('wallet.open', { n })}
      onClick={() => open({ kind: 'wallet' })}
      data-testid="wallet"
    >
      <TicketPercent size={22} aria-hidden="true" />
      <span className="badge">{n}</span>
    </button>
  )
}

/** Those of other shows are not in what the room tells. */
export function useOwnRewards(): void {
  const { session, view } = useScene()
  const isIn = view.status === 'joined' && view.self?.role === 'viewer'
  const ask = useEffectEvent(() => void session.client.send('rewards:list', {}))
  useEffect(() => {
    if (isIn) ask()
  }, [isIn])
}
