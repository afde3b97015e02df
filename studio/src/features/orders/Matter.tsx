// What needs the staff, said above everything else: which order, why, and what to do about it.
import type { StaffOrder } from '@lantern/shared/contract/things.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'
import { Settle } from './Settle.tsx'

export function Matter({ order, onOrders }: { readonly order: StaffOrder; readonly onOrders?: () => void }) {
  const { say, locale } = useWords()
  if (order.matter === null) return null

  return (
    <div className="matter" role="status" data-testid="matter">
      <p>
        <b>{say(`matter.${order.matter}`)}</b> {order.viewerName},{' '}
        {formatMoney(order.amountMinor, order.currency, locale)}, <bdi>{order.orderId}</bdi>.{' '}
        {say(`matter.${order.matter}.next`)}
      </p>
      {onOrders ? (
        <button className="btn" onClick={onOrders}>
          {say('matter.see')}
        </button>
      ) : (
        <Settle order={order} />
      )}
    </div>
  )
}
