// What the people of a group pay less: its lists, each with a form, and why there are none where the shop cannot be told a price.
import type { Group, GroupPrices } from '@lantern/shared/contract/groups.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { PriceForm } from './PriceForm.tsx'
import { useChange } from './useChange.ts'

interface PricesProps {
  readonly group: Group
  readonly carriesPrice: boolean
  readonly mayChange: boolean
}

const keyOf = ({ showId }: Pick<GroupPrices, 'showId'>) => showId ?? 'every'

export function Prices({ group, carriesPrice, mayChange }: PricesProps) {
  const { say } = useWords()
  /** `new`, or the list that is changed. */
  const [editing, setEditing] = useState<string | null>(null)
  const stop = () => setEditing(null)
  const mayAdd = mayChange && carriesPrice && editing !== 'new'

  return (
    <section className="group-prices" aria-label={say('groups.prices')} data-testid="group-prices">
      <b>{say('groups.prices')}</b>
      {!carriesPrice && (
        <p className="quiet small" role="note" data-testid="prices-not-carried">
          {say('groups.pricesNotCarried')}
        </p>
      )}
      {carriesPrice && group.prices.length === 0 && <p className="quiet small">{say('groups.noPrices')}</p>}
      <ul className="group-lists">
        {group.prices.map((list) => (
          <li key={keyOf(list)}>
            <List list={list} />
            {mayChange && editing !== keyOf(list) && (
              <ListActs group={group} list={list} onEdit={carriesPrice ? () => setEditing(keyOf(list)) : null} />
            )}
            {editing === keyOf(list) && <PriceForm group={group} list={list} onDone={stop} />}
          </li>
        ))}
      </ul>
      {editing === 'new' && <PriceForm group={group} list={null} onDone={stop} />}
      {mayAdd && (
        <button className="btn" data-testid="prices-new" onClick={() => setEditing('new')}>
          <Plus size={16} aria-hidden="true" />
          {say('groups.newPrices')}
        </button>
      )}
    </section>
  )
}

function List({ list: { showId, off } }: { readonly list: GroupPrices }) {
  const { say, locale } = useWords()
  const shows = useQuery({ queryKey: ['shows'], queryFn: api.shows, enabled: showId !== null })
  const show = shows.data?.shows.find(({ id }) => id === showId)
  const where = showId === null ? say('groups.everyShow') : show ? pickText(show.title, locale) : ''
  const what =
    'percent' in off
      ? say('groups.percentOff', { percent: off.percent })
      : say('groups.ownPrices', { count: off.prices.length })
  return <span data-testid="price-list">{`${where} · ${what}`}</span>
}

interface ListActsProps {
  readonly group: Group
  readonly list: GroupPrices
  /** Null: it cannot be changed now, only taken away. */
  readonly onEdit: (() => void) | null
}

function ListActs({ group: { id }, list: { showId }, onEdit }: ListActsProps) {
  const { say } = useWords()
  const save = useChange(api.savePrices)
  return (
    <div className="group-acts">
      {onEdit !== null && (
        <button className="btn" data-testid="prices-change" onClick={onEdit}>
          {say('groups.change')}
        </button>
      )}
      <button
        className="btn"
        data-testid="prices-remove"
        disabled={save.isPending}
        onClick={() => save.mutate({ id, list: { showId, off: null } })}
      >
        {say('groups.removePrices')}
      </button>
      <Problem error={save.error} />
    </div>
  )
}
