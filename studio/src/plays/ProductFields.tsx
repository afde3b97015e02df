// What coupons of a play are good for: everything, or the products that are picked one by one.
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { X } from 'lucide-react'
import { useDesk } from '../desk/DeskContext.ts'
import { useWords } from '../words.ts'

interface ProductFieldsProps {
  readonly kind: string
  /** Empty: everything. */
  readonly productIds: readonly ProductId[]
  readonly onChange: (productIds: readonly ProductId[]) => void
}

export function ProductFields({ kind, productIds, onChange }: ProductFieldsProps) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const picked = room.products.filter(({ id }) => productIds.includes(id))
  const others = room.products.filter(({ id }) => !productIds.includes(id))
  return (
    <div className="play-products">
      <label className="field">
        <span>{say('play.products')}</span>
        <select
          data-testid={`${kind}-product`}
          value=""
          onChange={({ target: { value } }) => onChange([...productIds, ProductId.parse(value)])}
        >
          <option value="" disabled>
            {say(picked.length === 0 ? 'play.allProducts' : 'play.pickProduct')}
          </option>
          {others.map(({ id, title }) => (
            <option key={id} value={id}>
              {pickText(title, locale)}
            </option>
          ))}
        </select>
      </label>
      {picked.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className="chip play-picked"
          aria-label={say('play.takeOff', { name: pickText(title, locale) })}
          onClick={() => onChange(productIds.filter((one) => one !== id))}
        >
          {pickText(title, locale)} <X size={14} aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}
