// What staff have to know of the shop before a buyer does.
import type { ShopStatus } from '@lantern/shared/contract/shop.ts'
import { useWords } from '../../words.ts'

export function Matters({ status: { short, vanished } }: { readonly status: ShopStatus }) {
  const { say } = useWords()
  if (short.length + vanished.length === 0) return null
  return (
    <ul className="shop-card shop-wide shop-matters" role="alert">
      {short.map((one) => (
        <li key={`short ${one.sku}`}>
          {one.short > 0
            ? say('short.held', { product: one.sku, units: one.short, available: one.available })
            : say('short.offered', { product: one.sku, units: one.offered, available: one.available })}
        </li>
      ))}
      {vanished.map((one) => (
        <li key={`gone ${one.sku}`}>{say('shop.vanished', one)}</li>
      ))}
    </ul>
  )
}
