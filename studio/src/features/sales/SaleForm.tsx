// The form of a flash sale: sensible from the start, so that two fields and one button are enough while talking.
import { createId } from '@lantern/shared/client/ids.ts'
import { SaleId } from '@lantern/shared/contract/ids.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useRef, useState, type RefObject } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useDeskKey } from '../../desk/useDeskKeys.ts'
import { SALE_KEY } from './saleKey.ts'
import { ChipField, TextField } from './SaleFields.tsx'
import { COUNTDOWNS, LENGTHS, saleStart } from './saleForm.ts'
import { useSaleDraft } from './useSaleDraft.ts'

export function SaleForm() {
  const { say } = useWords()
  const { room, send } = useDesk()
  const sale = useSaleDraft()
  const product = useRef<HTMLSelectElement>(null)
  const [toFront, setToFront] = useState(true)
  useDeskKey(SALE_KEY, () => product.current?.focus())
  if (!sale) return <p className="empty">{say('sale.noProducts')}</p>

  const { draft, problems, terms, change, choose } = sale
  const live = room.show.phase === 'live'
  const field = (name: keyof typeof problems) => ({
    value: draft[name],
    problem: problems[name],
    onChange: (value: string) => change({ [name]: value }),
  })
  return (
    <form
      className="sale-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (terms) void send('sale:start', { ...saleStart(SaleId.parse(createId()), terms), toFront })
      }}
    >
      <ProductField field={product} value={draft.productId} onChange={choose} />
      <TextField id="sale-price" label={say('sale.price')} hint={sale.priceHint} {...field('price')} />
      <TextField id="sale-units" label={say('sale.units')} hint={sale.unitsHint} {...field('units')} />
      <TextField id="sale-limit" label={say('sale.perViewer')} {...field('perViewer')} />
      <ChipField id="sale-countdown" label={say('sale.countdown')} chips={COUNTDOWNS} {...field('countdown')} />
      <ChipField id="sale-length" label={say('sale.length')} chips={LENGTHS} {...field('length')} />
      <div className="sale-go">
        <button
          className="btn main"
          data-testid="sale-start"
          disabled={!live || !terms}
          title={live ? '' : say('sale.whenLive')}
        >
          {say('sale.start')}
        </button>
        {live ? (
          <ToFront on={toFront} onChange={setToFront} />
        ) : (
          <small className="quiet">{say('sale.whenLive')}</small>
        )}
      </div>
    </form>
  )
}

/** A sale is what viewers are to see: its product is pinned in front unless staff say no. */
function ToFront({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  const { say } = useWords()
  return (
    <label className="sale-front">
      <input
        type="checkbox"
        data-testid="sale-to-front"
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
      />
      {say('sale.toFront')}
    </label>
  )
}

interface ProductFieldProps {
  readonly field: RefObject<HTMLSelectElement | null>
  readonly value: string
  readonly onChange: (id: string) => void
}

function ProductField({ field, value, onChange }: ProductFieldProps) {
  const { say, locale } = useWords()
  const { room } = useDesk()

  return (
    <label className="field product-field">
      <span>{say('sale.title')}</span>
      <select ref={field} data-testid="sale-product" value={value} onChange={(event) => onChange(event.target.value)}>
        {room.products.map((each) => (
          <option key={each.id} value={each.id}>
            {each.number} · {pickText(each.title, locale)}
          </option>
        ))}
      </select>
    </label>
  )
}
