// The shop's groups with what came of each, filtered by a tag, and the points where their people fetch what they bought.
import type { Group, GroupBoard } from '@lantern/shared/contract/groups.ts'
import type { Me } from '@lantern/shared/contract/http.ts'
import { AT_THE_DESK } from '@lantern/shared/contract/roles.ts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Plus } from 'lucide-react'
import { useState } from 'react'
import { api, needsLogin } from '../../api.ts'
import { goTo } from '../../route.ts'
import { Problem } from '../../session/Door.tsx'
import { LoginPage } from '../../session/LoginPage.tsx'
import { useWords } from '../../words.ts'
import { GroupCard } from './GroupCard.tsx'
import { GroupForm } from './GroupForm.tsx'
import { Packing } from './Packing.tsx'
import { Points } from './Points.tsx'
import './groups.css'

export function GroupsPage({ me }: { readonly me: Me }) {
  const { say } = useWords()
  const board = useQuery({ queryKey: ['groups'], queryFn: api.groups, refetchInterval: 15_000 })
  const [isAdding, setAdding] = useState(false)
  const mayChange = AT_THE_DESK.some((role) => role === me.role)
  if (needsLogin(board.error)) return <LoginPage wasHere />

  return (
    <div className="page">
      <header className="page-head">
        <button className="btn" onClick={() => goTo('/studio/')}>
          <ArrowLeft size={16} aria-hidden="true" />
          {say('groups.back')}
        </button>
        <h1>{say('groups.title')}</h1>
        {mayChange && !isAdding && (
          <button className="btn main" data-testid="new-group" onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden="true" />
            {say('groups.new')}
          </button>
        )}
      </header>
      <main className="groups-page">
        <p className="quiet">{say('groups.lead')}</p>
        <Problem error={board.data ? null : board.error} />
        {isAdding && board.data && (
          <GroupForm group={null} points={board.data.points} onDone={() => setAdding(false)} />
        )}
        {board.isPending && <div className="show-list shimmer" aria-busy="true" />}
        {board.data && <Groups board={board.data} mayChange={mayChange} isAdding={isAdding} />}
        {board.data && <Points board={board.data} mayChange={mayChange} />}
        {board.data && board.data.groups.length > 0 && <Packing points={board.data.points} />}
      </main>
    </div>
  )
}

interface GroupsProps {
  readonly board: GroupBoard
  readonly mayChange: boolean
  readonly isAdding: boolean
}

function Groups({ board: { groups, points, carriesPrice }, mayChange, isAdding }: GroupsProps) {
  const { say } = useWords()
  const [tag, setTag] = useState<string | null>(null)
  const shown = tag === null ? groups : groups.filter(({ tags }) => tags.includes(tag))
  if (groups.length === 0) return isAdding ? null : <p className="empty">{say('groups.none')}</p>
  return (
    <>
      <TagChips groups={groups} tag={tag} onChange={setTag} />
      {shown.length === 0 && <p className="empty">{say('groups.noneTagged')}</p>}
      <ul className="group-list" data-testid="groups">
        {shown.map((group) => (
          <GroupCard key={group.id} group={group} {...{ points, carriesPrice, mayChange }} />
        ))}
      </ul>
    </>
  )
}

interface TagChipsProps {
  readonly groups: readonly Group[]
  /** Null: all. */
  readonly tag: string | null
  readonly onChange: (tag: string | null) => void
}

function TagChips({ groups, tag, onChange }: TagChipsProps) {
  const { say } = useWords()
  const tags = [...new Set(groups.flatMap((group) => group.tags))].sort((a, b) => a.localeCompare(b))
  if (tags.length === 0) return null
  return (
    <div className="chips group-filter" role="group" aria-label={say('groups.byTag')}>
      {[null, ...tags].map((one) => (
        <button
          key={one ?? ''}
          className="chip"
          data-testid={`tag-${one ?? 'all'}`}
          aria-pressed={one === tag}
          onClick={() => onChange(one)}
        >
          {one ?? say('groups.all')}
        </button>
      ))}
    </div>
  )
}
