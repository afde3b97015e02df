// The rundown: every product of the show, what it costs and has left, and its pin.
import type { Product } from '@lantern/shared/contract/things.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import { SEARCH_KEY } from '../deskKeys.ts'
import { useDeskKey } from '../useDeskKeys.ts'
import { productFigures } from '../figures.ts'
import { NoUnits } from './NoUnits.tsx'
import { RundownRow } from './RundownRow.tsx'

export function Rundown() {
  const { say, locale } = useWords()
  const { client, room } = useDesk()
  const now = useNow(client.clock, 1000)
  const [search, setSearch] = useState('')
  const found = room.products.filter((product) => matches(product, search, locale))

  return (
    <section className="rundown" aria-label={say('rundown.title')}>
      <div className="panel-head">
        <h2>{say('rundown.title')}</h2>
        <SearchField value={search} onChange={setSearch} />
        <small>{say('shows.products', { count: room.products.length })}</small>
      </div>
      <NoUnits />
      {found.length === 0 && (
        <p className="empty">{room.products.length === 0 ? say('rundown.none') : say('rundown.noMatch')}</p>
      )}
      <ul>
        {found.map((product) => (
          <RundownRow key={product.id} product={product} figures={productFigures(room, product.id, now)} />
        ))}
      </ul>
    </section>
  )
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { say } = useWords()
  const field = useRef<HTMLInputElement>(null)
  useDeskKey(SEARCH_KEY, () => field.current?.focus())

  return (
    <label className="search">
      <Search size={14} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        data-testid="rundown-search"
        aria-label={say('rundown.search')}
        placeholder="/"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          onChange('')
          event.currentTarget.blur()
        }}
      />
    </label>
  )
}

function matches(product: Product, search: string, locale: string): boolean {
  const wanted = search.trim().toLocaleLowerCase(locale)
  if (wanted === '') return true
  return (
    String(product.number) === wanted ||
    Object.values(product.title).some((text) => text.toLocaleLowerCase(locale).includes(wanted))
  )
}
