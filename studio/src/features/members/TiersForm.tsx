// The tiers in their order, each with what it takes off; saved as a whole.
import { MOST_TIER, MOST_TIERS, type TierBoard } from '@lantern/shared/contract/members.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowUp, Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { moveUp, newRow, rowsOf, type TierRow, tiersOf } from './tierRows.ts'

export function TiersForm({ board }: { readonly board: TierBoard }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const [rows, setRows] = useState<readonly TierRow[]>(() => rowsOf(board.tiers))
  const save = useMutation({
    mutationFn: api.saveTiers,
    onSettled: () => queries.invalidateQueries({ queryKey: ['tiers'] }),
  })
  const tiers = tiersOf(rows)
  const change = (next: readonly TierRow[]) => {
    save.reset()
    setRows(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (tiers !== null && !save.isPending) save.mutate(tiers)
  }
  return (
    <form className="tiers" data-testid="tiers" onSubmit={submit}>
      <h2>{say('members.tiers')}</h2>
      <p className="quiet small">{say(board.carriesPrice ? 'members.tiersLead' : 'members.noPrices')}</p>
      <Rows rows={rows} onChange={change} />
      <div className="row-end">
        <button
          type="button"
          className="btn"
          data-testid="tier-add"
          disabled={rows.length >= MOST_TIERS}
          onClick={() => change([...rows, newRow()])}
        >
          <Plus size={16} aria-hidden="true" />
          {say('members.add')}
        </button>
        <button className="btn main" data-testid="tiers-save" disabled={tiers === null || save.isPending}>
          {say('members.save')}
        </button>
        <span role="status" className="quiet">
          {save.isSuccess && say('members.saved')}
        </span>
      </div>
      <Problem error={save.error} />
    </form>
  )
}

interface RowsProps {
  readonly rows: readonly TierRow[]
  readonly onChange: (rows: readonly TierRow[]) => void
}

function Rows({ rows, onChange }: RowsProps) {
  return (
    <ol>
      {rows.map((row, nth) => (
        <Row
          key={row.id}
          row={row}
          isFirst={nth === 0}
          onChange={(next) => onChange(rows.map((one) => (one.id === row.id ? next : one)))}
          onMove={() => onChange(moveUp(rows, nth))}
          onRemove={() => onChange(rows.filter(({ id }) => id !== row.id))}
        />
      ))}
    </ol>
  )
}

interface RowProps {
  readonly row: TierRow
  readonly isFirst: boolean
  readonly onChange: (row: TierRow) => void
  readonly onMove: () => void
  readonly onRemove: () => void
}

function Row({ row, isFirst, onChange, onMove, onRemove }: RowProps) {
  const { say } = useWords()
  return (
    <li>
      <label className="field">
        <span>{say('members.tierName')}</span>
        <input
          data-testid="tier-name"
          value={row.name}
          maxLength={MOST_TIER}
          onChange={({ target }) => onChange({ ...row, name: target.value })}
        />
      </label>
      <label className="field">
        <span>{say('members.percent')}</span>
        <input
          data-testid="tier-percent"
          inputMode="numeric"
          value={row.percent}
          maxLength={2}
          onChange={({ target }) => onChange({ ...row, percent: target.value })}
        />
      </label>
      <button
        type="button"
        className="btn"
        aria-label={say('members.higher', { tier: row.name })}
        disabled={isFirst}
        onClick={onMove}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </button>
      <button type="button" className="btn" aria-label={say('members.remove', { tier: row.name })} onClick={onRemove}>
        <X size={16} aria-hidden="true" />
      </button>
    </li>
  )
}
