// Plans a show: its title and when it starts.
import { MOST_OFFERS } from '@lantern/shared/contract/http.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { deskPath, goTo } from '../route.ts'
import { Problem } from '../session/Door.tsx'
import { useWords } from '../words.ts'

const HOUR = 3_600_000

export function NewShowForm({ onClose }: { readonly onClose: () => void }) {
  const { say, locale } = useWords()
  const [title, setTitle] = useState('')
  const [starts, setStarts] = useState(() => localInput(Math.ceil(Date.now() / HOUR) * HOUR))
  const startsAt = Date.parse(starts)
  const ready = title.trim() !== '' && !Number.isNaN(startsAt)
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
      <label className="field">
        <span>{say('shows.newStart')}</span>
        <input
          type="datetime-local"
          data-testid="new-show-start"
          value={starts}
          onChange={(event) => setStarts(event.target.value)}
        />
      </label>
      <div className="row-end">
        <button type="button" className="btn" onClick={onClose}>
          {say('common.cancel')}
        </button>
        <button className="btn main" data-testid="new-show-create" disabled={create.isPending || !ready}>
          {say('shows.create')}
        </button>
      </div>
      <p className="most">{say('shows.most', { most: MOST_OFFERS })}</p>
      <Problem error={create.error} />
    </form>
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
