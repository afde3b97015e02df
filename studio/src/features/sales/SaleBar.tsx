// Paid, held and left of a sale, as one bar and in words.
import type { FlashSale } from '@lantern/shared/contract/things.ts'
import { useWords } from '../../words.ts'

export function SaleBar({ sale }: { readonly sale: FlashSale }) {
  const { say } = useWords()
  const held = sale.taken - sale.paid
  const part = (units: number) => ({ width: `${(100 * units) / Math.max(1, sale.allotted)}%` })

  return (
    <>
      <div className="sale-bar" aria-hidden="true">
        <i className="paid" style={part(sale.paid)} />
        <i className="held" style={part(held)} />
      </div>
      <p className="sale-legend">
        <span className="paid" data-testid="sale-paid">
          {say('sale.paid', { n: sale.paid })}
        </span>
        <span className="held" data-testid="sale-held">
          {say('sale.held', { n: held })}
        </span>
        <span className="left" data-testid="sale-left">
          {say('rundown.left', { n: sale.free })}
        </span>
      </p>
    </>
  )
}
