// A flash sale while it is announced or open: the time, the units, and the way to end it early.
import type { FlashSale } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { formatLeft } from '@lantern/shared/ui/time.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { SaleBar } from './SaleBar.tsx'

export function SaleRun({ sale, now }: { readonly sale: FlashSale; readonly now: number }) {
  const { say, locale } = useWords()
  const { room, send, may } = useDesk()
  const product = room.products.find((each) => each.id === sale.productId)
  const opening = now < sale.opensAt
  const held = sale.taken - sale.paid

  return (
    <div className="sale-run">
      <div className="sale-time">
        <h2>{opening ? say('sale.startsIn') : say('sale.title')}</h2>
        <time data-testid="sale-countdown-left" data-opening={opening}>
          {formatLeft((opening ? sale.opensAt : sale.closesAt) - now)}
        </time>
      </div>
      <div className="sale-what">
        <p>
          <b>{product ? pickText(product.title, locale) : ''}</b>
          <span>
            {formatMoney(sale.priceMinor, sale.currency, locale)} · {say('sale.each', { n: sale.perViewer })} ·{' '}
            {say('sale.unitsTotal', { count: sale.allotted })}
          </span>
        </p>
        <SaleBar sale={sale} />
      </div>
      {may('sale:stop') && (
        <Confirm
          testId="sale-stop"
          label={say('sale.endNow')}
          question={say('sale.endQuestion', { left: sale.free, held })}
          yes={say('sale.endYes')}
          onYes={() => void send('sale:stop', { saleId: sale.id })}
        />
      )}
    </div>
  )
}
