// The form of a group's price list: for which show, and percent or a price for each product.
import { type Group, type GroupPrices, MOST_PERCENT } from '@lantern/shared/contract/groups.ts'
import type { ShowRundown } from '@lantern/shared/contract/rundown.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, RefusalError } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { atShow, draftOf, offOf, type PriceDraft, rowsOf, typedOf, withPrice } from './priceForm.ts'
import { Field } from './Field.tsx'
import { useChange } from './useChange.ts'

interface PriceFormProps {
  readonly group: Group
  /** Null: a new one. */
  readonly list: GroupPrices | null
  readonly onDone: () => void
}

export function PriceForm({ group, list, onDone }: PriceFormProps) {
  const { say } = useWords()
  const [typed, setDraft] = useState<PriceDraft>(() => draftOf(list, ''))
  const { shows, rundown, isNone } = useGoods(typed)
  const save = useChange(api.savePrices)
  const draft = typed.currency === '' ? { ...typed, currency: rundown.data?.currency ?? '' } : typed
  const off = offOf(draft)
  const isReady = off !== null && !save.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) save.mutate({ id: group.id, list: { showId: draft.showId, off } }, { onSuccess: onDone })
  }

  return (
    <form className="new-show group-form" data-testid="price-form" onSubmit={submit}>
      {list === null && <ShowChoice draft={draft} shows={shows} onChange={setDraft} />}
      <KindChoice draft={draft} onChange={setDraft} />
      {draft.is === 'percent' && <PercentField draft={draft} onChange={setDraft} />}
      {draft.is === 'prices' && rundown.data && (
        <ProductPrices draft={draft} rundown={rundown.data} onChange={setDraft} />
      )}
      {draft.is === 'prices' && isNone && <p className="quiet small">{say('groups.noShowForPrices')}</p>}
      <p className="quiet small">{say('groups.pricesFrozen')}</p>
      <div className="row-end">
        <button type="button" className="btn" onClick={onDone}>
          {say('groups.cancel')}
        </button>
        <button className="btn main" data-testid="prices-save" disabled={!isReady}>
          {say('groups.save')}
        </button>
      </div>
      <RefusedProduct error={save.error} rundown={rundown.data} />
      <Problem error={save.error ?? rundown.error} />
    </form>
  )
}

interface RefusedProductProps {
  readonly error: Error | null
  readonly rundown: ShowRundown | undefined
}

/** Of many prices, whose is meant. */
function RefusedProduct({ error, rundown }: RefusedProductProps) {
  const { say, locale } = useWords()
  const productId = error instanceof RefusalError ? error.detail['productId'] : undefined
  if (typeof productId !== 'string') return null
  const sold = rundown?.products.find((product) => product.productId === productId)
  const product = sold ? pickText(sold.title, locale) : productId
  return <p className="problem">{say('groups.priceRefused', { product })}</p>
}

/** The shows there are, and what the one sells that the list is for; those of every show are the latest one's. */
function useGoods({ showId, is }: PriceDraft) {
  const known = useQuery({ queryKey: ['shows'], queryFn: api.shows }).data?.shows
  const shows = known ?? []
  const from = showId ?? shows[0]?.id ?? null
  const rundown = useQuery({
    queryKey: ['rundown', from],
    queryFn: () => api.rundown(from ?? ''),
    enabled: is === 'prices' && from !== null,
  })
  return { shows, rundown, isNone: known?.length === 0 }
}

interface PartProps {
  readonly draft: PriceDraft
  readonly onChange: (draft: PriceDraft) => void
}

function PercentField({ draft, onChange }: PartProps) {
  const { say } = useWords()
  return (
    <Field
      testId="price-percent"
      label={say('groups.percent', { most: MOST_PERCENT })}
      most={2}
      isNumber
      value={draft.percent}
      onChange={(percent) => onChange({ ...draft, percent })}
    />
  )
}

interface ShowChoiceProps extends PartProps {
  readonly shows: Awaited<ReturnType<typeof api.shows>>['shows']
}

function ShowChoice({ draft, shows, onChange }: ShowChoiceProps) {
  const { say, locale } = useWords()
  const open = shows.filter(({ phase }) => phase !== 'ended')
  const pick = (value: string) => onChange(atShow(draft, open.find(({ id }) => id === value)?.id ?? null))
  return (
    <label className="field">
      <span>{say('groups.pricesFor')}</span>
      <select data-testid="price-show" value={draft.showId ?? ''} onChange={({ target }) => pick(target.value)}>
        <option value="">{say('groups.everyShow')}</option>
        {open.map(({ id, title }) => (
          <option key={id} value={id}>
            {pickText(title, locale)}
          </option>
        ))}
      </select>
    </label>
  )
}

function KindChoice({ draft, onChange }: PartProps) {
  const { say } = useWords()
  return (
    <label className="field">
      <span>{say('groups.pricesAs')}</span>
      <select
        data-testid="price-kind"
        value={draft.is}
        onChange={({ target }) => onChange({ ...draft, is: target.value === 'prices' ? 'prices' : 'percent' })}
      >
        <option value="percent">{say('groups.asPercent')}</option>
        <option value="prices">{say('groups.asPrices')}</option>
      </select>
    </label>
  )
}

function ProductPrices({ draft, rundown, onChange }: PartProps & { readonly rundown: ShowRundown }) {
  const { say, locale } = useWords()
  return (
    <fieldset className="group-product-prices">
      <legend>{say('groups.pricesIn', { currency: draft.currency })}</legend>
      {rowsOf(draft, rundown.products).map(({ productId, title }) => (
        <Field
          key={productId}
          testId={`price-of-${productId}`}
          label={title === null ? productId : pickText(title, locale)}
          most={14}
          isDecimal
          hint={say('groups.usualPrice')}
          value={typedOf(draft, productId)}
          onChange={(text) => onChange(withPrice(draft, { productId, text }))}
        />
      ))}
    </fieldset>
  )
}
