// The form of a group's price list: for which show, and percent or a price for each product.
import { type Group, type GroupPrices, MOST_PERCENT } from '@lantern/shared/contract/groups.ts'
import type { ShowRundown } from '@lantern/shared/contract/rundown.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { draftOf, offOf, type PriceDraft, typedOf, withPrice } from './priceForm.ts'
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
  const { shows, rundown } = useGoods(typed)
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
      <p className="quiet small">{say('groups.pricesFrozen')}</p>
      <div className="row-end">
        <button type="button" className="btn" onClick={onDone}>
          {say('groups.cancel')}
        </button>
        <button className="btn main" data-testid="prices-save" disabled={!isReady}>
          {say('groups.save')}
        </button>
      </div>
      <Problem error={save.error ?? rundown.error} />
    </form>
  )
}

/** The shows there are, and what the one sells that the list is for; those of every show are the latest one's. */
function useGoods({ showId, is }: PriceDraft) {
  const shows = useQuery({ queryKey: ['shows'], queryFn: api.shows }).data?.shows ?? []
  const from = showId ?? shows[0]?.id ?? null
  const rundown = useQuery({
    queryKey: ['rundown', from],
    queryFn: () => api.rundown(from ?? ''),
    enabled: is === 'prices' && from !== null,
  })
  return { shows, rundown }
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
  const pick = (value: string) => onChange({ ...draft, showId: open.find(({ id }) => id === value)?.id ?? null })
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
      {rundown.products.map(({ productId, title }) => (
        <Field
          key={productId}
          testId={`price-of-${productId}`}
          label={pickText(title, locale)}
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
