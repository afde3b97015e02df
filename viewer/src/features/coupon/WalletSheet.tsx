// One's own coupons on a sheet.
import type { SheetProps } from '../../places.ts'
import { useWords } from '../../useWords.ts'
import { Wallet } from './Wallet.tsx'
import './coupon.css'

export function WalletSheet({ room }: SheetProps) {
  const { t } = useWords()
  return (
    <div className="wallet-sheet">
      <Wallet room={room} />
      <p className="wallet-rule">{t('wallet.rule')}</p>
    </div>
  )
}
