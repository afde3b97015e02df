// The list of shows: what is live, what is planned, what was; and a new one.
import type { Me, ShowList } from '@lantern/shared/contract/http.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api, needsLogin, RefusalError } from '../api.ts'
import { AccountMenu } from '../desk/head/AccountMenu.tsx'
import { useRefusalWords } from '../refusalWords.ts'
import { deskPath, goTo, pagePath } from '../route.ts'
import { Lantern } from '../session/Lantern.tsx'
import { LoginPage } from '../session/LoginPage.tsx'
import { useStudio } from '../useParts.ts'
import { useWords } from '../words.ts'
import { NewShowForm } from './NewShowForm.tsx'

type ListedShow = ShowList['shows'][number]

export function ShowsPage({ me }: { readonly me: Me }) {
  const { say } = useWords()
  const shows = useQuery({ queryKey: ['shows'], queryFn: api.shows, refetchInterval: 15_000 })
  const [adding, setAdding] = useState(false)
  const pages = useStudio()
    .parts.list('page')
    .filter(({ mayOpen }) => mayOpen(me))
  const mayAdd = me.role === 'owner' || me.role === 'host'
  if (needsLogin(shows.error)) return <LoginPage wasHere />

  return (
    <div className="page">
      <header className="page-head">
        <Lantern size={34} />
        <h1>{say('shows.title')}</h1>
        {mayAdd && !adding && (
          <button className="btn main" data-testid="new-show" onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden="true" />
            {say('shows.new')}
          </button>
        )}
        {pages.map(({ key, word }) => (
          <button key={key} className="btn" data-testid={`open-${key}`} onClick={() => goTo(pagePath(key))}>
            {say(word)}
          </button>
        ))}
        <AccountMenu name={me.name} role={me.role} />
      </header>
      <main>
        {adding && <NewShowForm onClose={() => setAdding(false)} />}
        <Shows shows={shows.data?.shows ?? null} problem={shows.error} />
      </main>
    </div>
  )
}

function Shows({ shows, problem }: { readonly shows: readonly ListedShow[] | null; readonly problem: Error | null }) {
  const { say } = useWords()
  const refusalText = useRefusalWords()
  if (!shows && problem)
    return (
      <p className="problem" role="alert">
        {refusalText(problem instanceof RefusalError ? problem.code : 'INTERNAL')}
      </p>
    )
  if (!shows) return <div className="show-list shimmer" aria-busy="true" />
  if (shows.length === 0) return <p className="empty">{say('shows.none')}</p>

  return (
    <ul className="show-list">
      {[...shows].sort(liveFirst).map((show) => (
        <ShowRow key={show.id} show={show} />
      ))}
    </ul>
  )
}

function ShowRow({ show }: { readonly show: ListedShow }) {
  const { say, locale } = useWords()
  const path = deskPath(show.id)

  return (
    <li>
      <a
        className="show-row"
        href={path}
        data-testid={`show-open-${show.id}`}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          goTo(path)
        }}
      >
        <span className={`phase ${show.phase}`}>{say(`phase.${show.phase}`)}</span>
        <span className="show-title">
          <b>{pickText(show.title, locale)}</b>
          <small>{formatMoment(show.liveAt ?? show.startsAt, locale)}</small>
        </span>
        <span className="quiet">{say('shows.products', { count: show.products })}</span>
        <span className="btn">{show.phase === 'ended' ? say('shows.look') : say('shows.open')}</span>
      </a>
    </li>
  )
}

function liveFirst(a: ListedShow, b: ListedShow): number {
  return Number(b.phase === 'live') - Number(a.phase === 'live') || b.startsAt - a.startsAt
}
