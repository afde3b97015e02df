// What of an order's money has gone back, and whether the shop knows of what staff gave back.
import type { StaffOrder } from '@lantern/shared/contract/things.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'

export function MoneyBack({ order }: { readonly order: StaffOrder }) {
  const { say, locale } = useWords()
  const { orderId, backMinor, askedMinor, currency, refund, state } = order

  return (
    <>
      {backMinor > 0 && state !== 'refunded' && (
        <p data-testid={`back-${orderId}`}>
          {say('refund.part', { amount: formatMoney(backMinor, currency, locale) })}
        </p>
      )}
      {refund && (
        <p className={refund} data-testid={`refund-${orderId}`}>
          {say(`refund.${refund}`)}
          {askedMinor !== undefined && refund !== 'done' && (
            <> {say('refund.asPart', { amount: formatMoney(askedMinor, currency, locale) })}</>
          )}
        </p>
      )}
    </>
  )
}
