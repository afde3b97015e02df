// Plans a show: its title and when it starts.
import { START_GRACE_MS } from '@lantern/shared/contract/http.ts'
import { MOST_OFFERS } from '@lantern/shared/contract/rundown.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { useRefusalWords } from '../refusalWords.ts'
import { deskPath, goTo } from '../route.ts'
import { Problem } from '../session/Door.tsx'
import { useWords } from '../words.ts'
import { unitsForNew } from './unitsWords.ts'

const HOUR = 3_600_000

export function NewShowForm({ onClose }: { readonly onClose: () => void }) {
  const { say, locale } = useWords()
  const [title, setTitle] = useState('')
  const [starts, setStarts] = useState(() => localInput(Math.ceil(Date.now() / HOUR) * HOUR))
  const startsAt = Date.parse(starts)
  const now = useNow({ now: Date.now }, 1000)
  const isPast = startsAt < now - START_GRACE_MS
  const ready = title.trim() !== '' && !Number.isNaN(startsAt) && !isPast
  const create = useCreateShow()

  return (
    <form
      className="new-show"
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate({ title: { [locale]: title.trim() }, startsAt })
      }}
    >
      <label className="field grow">
        <span>{say('shows.newTitle')}</span>
        <input
          autoFocus
          data-testid="new-show-title"
          value={title}
          maxLength={120}
          placeholder={say('shows.newTitleHint')}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <StartField value={starts} isPast={isPast} onChange={setStarts} />
      <div className="row-end">
        <button type="button" className="btn" onClick={onClose}>
          {say('common.cancel')}
        </button>
        <button className="btn main" data-testid="new-show-create" disabled={create.isPending || !ready}>
          {say('shows.create')}
        </button>
      </div>
      <Units />
      <p className="most">{say('shows.most', { most: MOST_OFFERS })}</p>
      <Problem error={create.error} />
    </form>
  )
}

interface StartFieldProps {
  readonly value: string
  readonly isPast: boolean
  readonly onChange: (value: string) => void
}

/** In the time of this device. */
function StartField({ value, isPast, onChange }: StartFieldProps) {
  const { say } = useWords()
  const refusalText = useRefusalWords()
  return (
    <label className="field" data-wrong={isPast}>
      <span>{say('shows.newStart')}</span>
      <input
        type="datetime-local"
        data-testid="new-show-start"
        value={value}
        aria-invalid={isPast}
        aria-describedby="new-show-past"
        onChange={(event) => onChange(event.target.value)}
      />
      <small id="new-show-past" role="alert" data-testid="new-show-past">
        {isPast && refusalText('START_IN_PAST')}
      </small>
    </label>
  )
}

/** What it would have to sell, before it is made. */
function Units() {
  const { say, locale } = useWords()
  const free = useQuery({ queryKey: ['shows', 'free'], queryFn: api.freeUnits, staleTime: 0 })
  const { text, isNone } = free.data ? unitsForNew(say, free.data, locale) : { text: '', isNone: false }
  return (
    <p className={isNone ? 'most needs-you' : 'most'} role="status" data-testid="new-show-units">
      {text}
    </p>
  )
}

function useCreateShow() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: api.createShow,
    onSuccess: (show) => {
      void queries.invalidateQueries({ queryKey: ['shows'] })
      goTo(deskPath(show.id))
    },
  })
}

/** The local time as `datetime-local` wants it. */
function localInput(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
