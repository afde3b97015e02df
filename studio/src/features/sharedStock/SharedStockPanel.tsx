// The shared stock of each variant of a product, opened under its row of the rundown.
import type { Product } from '@lantern/shared/contract/things.ts'
import { useWords } from '../../words.ts'
import { useSharedStock } from './useSharedStock.ts'
import { VariantShare } from './VariantShare.tsx'

export function SharedStockPanel({ product }: { readonly product: Product }) {
  const { say } = useWords()
  const shared = useSharedStock()
  const own = (shared.variants ?? []).filter(({ productId }) => productId === product.id)

  return (
    <section className="shared-stock" aria-label={say('sharedStock.title')} data-testid={`shared-stock-${product.id}`}>
      <p className="shared-intro">{say('sharedStock.intro')}</p>
      {own.map((variant) => (
        <VariantShare key={variant.variantId} variant={variant} isNamed={own.length > 1} readAgain={shared.readAgain} />
      ))}
    </section>
  )
}
