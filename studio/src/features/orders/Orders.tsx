// The orders as the shop reported them; what needs a person comes first, in amber.
import type { StaffOrder } from '@lantern/shared/contract/things.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { formatTime } from '../../format.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Matter } from './Matter.tsx'
import { MoneyBack } from './MoneyBack.tsx'
import { Settle } from './Settle.tsx'
import { settleChoices } from './settleChoices.ts'
import { orderChip } from './orderChip.ts'
import { Sums } from '../../desk/side/Sums.tsx'
import { useLines } from '../../desk/side/useLines.ts'

export function Orders() {
  const { say, locale } = useWords()
  const { desk, room } = useDesk()
  if (desk.orders.length === 0) return <p className="empty">{say('orders.none')}</p>

  const { paid, soldMinor } = desk.totals
  const sums = [
    say('count.orders', { count: desk.orders.filter(({ state }) => state === 'paid').length }),
    say('count.unitsPaid', { count: paid }),
    formatMoney(soldMinor, room.show.currency, locale),
  ]
  const matters = desk.orders.filter((order) => order.matter !== null)
  return (
    <div className="scroll">
      <Sums id="orders" sums={sums} />
      {matters.map((order) => (
        <Matter key={order.orderId} order={order} />
      ))}
      <ul className="rows">
        {desk.orders.map((order) => (
          <OrderRow key={order.orderId} order={order} />
        ))}
      </ul>
    </div>
  )
}

/** What is still to do about its money, else what became of it. */
function OrderChip({ order }: { readonly order: StaffOrder }) {
  const { say } = useWords()
  const { word, tone } = orderChip(order)
  return <span className={`chip ${tone}`}>{say(word)}</span>
}

function OrderRow({ order }: { readonly order: StaffOrder }) {
  const { say, locale } = useWords()
  const { desk, may } = useDesk()
  const [opened, setOpened] = useState(false)
  const isPlain = order.matter === null && settleChoices(order).length > 0 && may('order:settle')
  const lines = useLines(desk.holds.find((hold) => hold.id === order.holdId)?.lines ?? [])

  return (
    <li data-testid={`order-${order.orderId}`} data-state={order.state} data-matter={order.matter ?? undefined}>
      <div>
        <b>{order.viewerName}</b>
        <p>{lines}</p>
        <MoneyBack order={order} />
        <small>
          <bdi>{order.orderId}</bdi> · {formatTime(order.at, locale)}
        </small>
      </div>
      <div className="row-right">
        <OrderChip order={order} />
        <span className="row-more">
          <b>{formatMoney(order.amountMinor, order.currency, locale)}</b>
          {isPlain && (
            <button
              className="icon-btn"
              aria-expanded={opened}
              aria-label={say('settle.more', { id: order.orderId })}
              data-testid={`more-${order.orderId}`}
              onClick={() => setOpened(!opened)}
            >
              <Ellipsis size={16} aria-hidden="true" />
            </button>
          )}
        </span>
      </div>
      {isPlain && opened && <Settle order={order} />}
    </li>
  )
}
