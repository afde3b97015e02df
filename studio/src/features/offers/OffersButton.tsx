// Opens the offers of a product under its row.
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { SlidersHorizontal } from 'lucide-react'
import type { RowButtonProps } from '../../places.ts'
import { useWords } from '../../words.ts'

export function OffersButton({ product, opened, onToggle }: RowButtonProps) {
  const { say, locale } = useWords()

  return (
    <button
      className="icon-btn offers-btn"
      aria-expanded={opened}
      aria-label={`${say('offers.show')}: ${pickText(product.title, locale)}`}
      title={say('offers.show')}
      data-testid={`offers-of-${product.id}`}
      onClick={onToggle}
    >
      <SlidersHorizontal size={16} aria-hidden="true" />
    </button>
  )
}
