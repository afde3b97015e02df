// Opens the shared stock of a product under its row.
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { Share2 } from 'lucide-react'
import type { RowButtonProps } from '../../places.ts'
import { useWords } from '../../words.ts'

export function SharedStockButton({ product, opened, onToggle }: RowButtonProps) {
  const { say, locale } = useWords()

  return (
    <button
      className="icon-btn offers-btn"
      aria-expanded={opened}
      aria-label={`${say('sharedStock.title')}: ${pickText(product.title, locale)}`}
      title={say('sharedStock.title')}
      data-testid={`shared-stock-of-${product.id}`}
      onClick={onToggle}
    >
      <Share2 size={16} aria-hidden="true" />
    </button>
  )
}
