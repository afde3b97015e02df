// Pick-up points: each with how many groups it serves, a form to change it, and one for a new one.
import { createId } from '@lantern/shared/client/ids.ts'
import { type GroupBoard, MOST_ADDRESS, MOST_NAME, type PickupPoint } from '@lantern/shared/contract/groups.ts'
import { MapPin, Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { Field } from './Field.tsx'
import { useChange } from './useChange.ts'

export function Points({ board, mayChange }: { readonly board: GroupBoard; readonly mayChange: boolean }) {
  const { say } = useWords()
  /** `new`, or the id of the one that is changed. */
  const [editing, setEditing] = useState<string | null>(null)
  const stop = () => setEditing(null)

  return (
    <section className="group-points" aria-label={say('groups.points')}>
      <header className="section-head">
        <h2>{say('groups.points')}</h2>
        {mayChange && editing !== 'new' && (
          <button className="btn" data-testid="new-point" onClick={() => setEditing('new')}>
            <Plus size={16} aria-hidden="true" />
            {say('groups.newPoint')}
          </button>
        )}
      </header>
      {editing === 'new' && <PointForm point={null} onDone={stop} />}
      {board.points.length === 0 && editing === null && <p className="empty">{say('groups.noPoints')}</p>}
      <ul className="group-list">
        {board.points.map((point) => (
          <li key={point.id} className="group-card" data-testid={`point-${point.id}`}>
            <PointHead point={point} groups={countServed(board, point)} />
            {mayChange && editing !== point.id && (
              <button className="btn" data-testid="change-point" onClick={() => setEditing(point.id)}>
                {say('groups.change')}
              </button>
            )}
            {editing === point.id && <PointForm point={point} onDone={stop} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const countServed = ({ groups }: GroupBoard, { id }: PickupPoint) =>
  groups.filter(({ pointId, deletedAt }) => pointId === id && deletedAt === null).length

function PointHead({ point, groups }: { readonly point: PickupPoint; readonly groups: number }) {
  const { say } = useWords()
  const parts = [point.address, point.hours, point.note, say('groups.serves', { count: groups })]
  return (
    <div className="group-head">
      <MapPin size={18} aria-hidden="true" />
      <div>
        <b>{point.name}</b>
        <p className="quiet small">{parts.filter((part) => part !== null).join(' · ')}</p>
      </div>
    </div>
  )
}

const textOf = (text: string) => (text.trim() === '' ? null : text.trim())

function PointForm({ point, onDone }: { readonly point: PickupPoint | null; readonly onDone: () => void }) {
  const { say } = useWords()
  const [id] = useState(() => point?.id ?? createId())
  const [name, setName] = useState(point?.name ?? '')
  const [address, setAddress] = useState(point?.address ?? '')
  const [hours, setHours] = useState(point?.hours ?? '')
  const [note, setNote] = useState(point?.note ?? '')
  const save = useChange(api.savePoint)
  const isComplete = name.trim() !== '' && address.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete || save.isPending) return
    const typed = { name: name.trim(), address: address.trim(), hours: textOf(hours), note: textOf(note) }
    save.mutate({ id, point: typed }, { onSuccess: onDone })
  }
  const fields = [
    { key: 'name', label: say('groups.pointName'), value: name, set: setName, hint: say('groups.usualPoint') },
    { key: 'address', label: say('groups.address'), value: address, set: setAddress, most: MOST_ADDRESS },
    { key: 'hours', label: say('groups.hours'), value: hours, set: setHours, hint: say('groups.usualHours') },
    { key: 'note', label: say('groups.note'), value: note, set: setNote, most: MOST_ADDRESS },
  ]

  return (
    <form className="new-show group-form" data-testid="point-form" onSubmit={submit}>
      {fields.map(({ key, set, most = MOST_NAME, ...field }) => (
        <Field key={key} testId={`point-${key}`} most={most} onChange={set} {...field} />
      ))}
      <div className="row-end">
        <button type="button" className="btn" onClick={onDone}>
          {say('groups.cancel')}
        </button>
        <button className="btn main" data-testid="point-save" disabled={!isComplete || save.isPending}>
          {say('groups.save')}
        </button>
      </div>
      <Problem error={save.error} />
    </form>
  )
}
