// What the last flash sale came to, until the next one is wanted.
import type { FlashSale } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useDeskKey } from '../../desk/useDeskKeys.ts'
import { SALE_KEY } from './saleKey.ts'
import { SaleBar } from './SaleBar.tsx'

export function SaleResult({ sale, onNext }: { readonly sale: FlashSale; readonly onNext: () => void }) {
  const { say, locale } = useWords()
  const { room, may } = useDesk()
  const product = room.products.find((each) => each.id === sale.productId)
  useDeskKey(SALE_KEY, onNext)

  return (
    <div className="sale-run" data-testid="sale-result">
      <div className="sale-time over">
        <h2>{say('sale.over')}</h2>
        <p>{say(`sale.ended.${sale.endReason ?? 'time'}`)}</p>
      </div>
      <div className="sale-what">
        <p>
          <b>{product ? pickText(product.title, locale) : ''}</b>
          <span>
            {formatMoney(sale.priceMinor, sale.currency, locale)} ·{' '}
            {say('sale.sold', { n: sale.paid, of: sale.allotted })}
          </span>
        </p>
        <SaleBar sale={sale} />
      </div>
      {may('sale:start') && (
        <button className="btn" data-testid="sale-next" onClick={onNext}>
          {say('sale.next')}
          <kbd>F</kbd>
        </button>
      )}
    </div>
  )
}
