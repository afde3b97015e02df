// Rates of single shows and products: the product's come before those of its show, and these before the shop's.
import type { SharingRules } from '@lantern/shared/contract/sharing.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { api } from '../../api.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'
import { isSpecialWrong, type SpecialDraft, type SpecialKind } from './specialRates.ts'

interface SpecialRatesProps {
  readonly draft: readonly SpecialDraft[]
  readonly change: (draft: readonly SpecialDraft[]) => void
  readonly known: SharingRules
}

export function SpecialRates({ draft, change, known }: SpecialRatesProps) {
  const { say } = useWords()
  const things = useThings()
  const add = (kind: SpecialKind) => (id: string) => {
    if (id !== '') change([...draft, { kind, id, own: '', upper: '' }])
  }
  const set = (nth: number, more: Partial<SpecialDraft>) =>
    change(draft.map((one, at) => (at === nth ? { ...one, ...more } : one)))
  return (
    <fieldset className="special-rates">
      <legend>{say('commission.special')}</legend>
      <p className="quiet small">{say('commission.specialLead')}</p>
      {draft.map((one, nth) => (
        <div key={`${one.kind} ${one.id}`} className="special-rate" data-testid={`special-${one.id}`}>
          <b>{things[one.kind].find(({ id }) => id === one.id)?.title ?? one.id}</b>
          <Percent one={one} level="own" known={known} onChange={(own) => set(nth, { own })} />
          <Percent one={one} level="upper" known={known} onChange={(upper) => set(nth, { upper })} />
          <button
            type="button"
            className="icon-btn"
            aria-label={say('commission.specialRemove')}
            onClick={() => change(draft.filter((_, at) => at !== nth))}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
      {(['show', 'product'] as const).map((kind) => (
        <span key={kind} className="field">
          <select
            aria-label={say(kind === 'show' ? 'commission.addShow' : 'commission.addProduct')}
            data-testid={`add-${kind}`}
            value=""
            onChange={({ target }) => add(kind)(target.value)}
          >
            <option value="">{say(kind === 'show' ? 'commission.addShow' : 'commission.addProduct')}</option>
            {things[kind]
              .filter(({ id }) => !draft.some((one) => one.kind === kind && one.id === id))
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </select>
        </span>
      ))}
    </fieldset>
  )
}

/** Of all shows, and of the products of this one. */
function useThings() {
  const { room } = useDesk()
  const { locale } = useWords()
  const shows = useQuery({ queryKey: ['shows'], queryFn: api.shows })
  return {
    show: (shows.data?.shows ?? [room.show]).map(({ id, title }) => ({
      id: String(id),
      title: pickText(title, locale),
    })),
    product: room.products.map(({ id, title }) => ({ id: String(id), title: pickText(title, locale) })),
  }
}

interface PercentProps {
  readonly one: SpecialDraft
  readonly level: 'own' | 'upper'
  readonly known: SharingRules
  readonly onChange: (text: string) => void
}

function Percent({ one, level, known, onChange }: PercentProps) {
  const { say } = useWords()
  return (
    <span className="field">
      <input
        inputMode="decimal"
        maxLength={6}
        aria-label={say(level === 'own' ? 'commission.own' : 'commission.upper')}
        aria-invalid={isSpecialWrong(one, known)}
        placeholder="%"
        data-testid={`special-${level}`}
        value={one[level]}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  )
}
