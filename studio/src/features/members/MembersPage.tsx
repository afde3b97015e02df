// Who of the shop's customers is known here, found by name or tier, and the tiers.
import { MOST_LISTED, MOST_TIER, type Tier } from '@lantern/shared/contract/members.ts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { api, needsLogin } from '../../api.ts'
import { goTo } from '../../route.ts'
import { Problem } from '../../session/Door.tsx'
import { LoginPage } from '../../session/LoginPage.tsx'
import { useWords } from '../../words.ts'
import { MemberCard } from './MemberCard.tsx'
import { TiersForm } from './TiersForm.tsx'
import './members.css'

export function MembersPage() {
  const { say } = useWords()
  const board = useQuery({ queryKey: ['tiers'], queryFn: api.tiers })
  if (needsLogin(board.error)) return <LoginPage wasHere />
  return (
    <div className="page">
      <header className="page-head">
        <button className="btn" onClick={() => goTo('/studio/')}>
          <ArrowLeft size={16} aria-hidden="true" />
          {say('members.back')}
        </button>
        <h1>{say('members.title')}</h1>
      </header>
      <main className="members-page">
        <p className="quiet">{say('members.lead')}</p>
        <Problem error={board.data ? null : board.error} />
        {board.data && <Found tiers={board.data.tiers} />}
        {board.data && <TiersForm board={board.data} />}
      </main>
    </div>
  )
}

interface Asked {
  readonly named: string
  readonly inTier: string
}

function Found({ tiers }: { readonly tiers: readonly Tier[] }) {
  const { say } = useWords()
  const [asked, setAsked] = useState<Asked>({ named: '', inTier: '' })
  const { named, inTier } = useDeferredValue(asked)
  const isAll = named.trim() === '' && inTier === ''
  const found = useQuery({
    queryKey: ['members', named.trim(), inTier],
    queryFn: () => api.members({ named: named.trim(), inTier }),
    placeholderData: (before) => before,
  })
  const members = found.data?.members ?? []
  return (
    <>
      <Search asked={asked} tiers={tiers} onChange={setAsked} />
      <Problem error={found.error} />
      {found.isPending && <div className="show-list shimmer" aria-busy="true" />}
      {found.data && members.length === 0 && (
        <p className="empty">{say(isAll ? 'members.none' : 'members.noneFound')}</p>
      )}
      <ul className="member-list" data-testid="members">
        {members.map((member) => (
          <MemberCard key={member.id} member={member} />
        ))}
      </ul>
      {members.length === MOST_LISTED && <p className="quiet">{say('members.most', { count: MOST_LISTED })}</p>}
    </>
  )
}

interface SearchProps {
  readonly asked: Asked
  readonly tiers: readonly Tier[]
  readonly onChange: (asked: Asked) => void
}

function Search({ asked, tiers, onChange }: SearchProps) {
  const { say } = useWords()
  return (
    <div className="member-search">
      <label className="field">
        <span>{say('members.search')}</span>
        <input
          type="search"
          data-testid="member-search"
          value={asked.named}
          maxLength={128}
          onChange={({ target }) => onChange({ ...asked, named: target.value })}
        />
      </label>
      <label className="field">
        <span>{say('members.tier')}</span>
        <select
          data-testid="member-tier"
          value={asked.inTier}
          onChange={({ target }) => onChange({ ...asked, inTier: target.value.slice(0, MOST_TIER) })}
        >
          <option value="">{say('members.everyTier')}</option>
          {tiers.map(({ id, name }) => (
            <option key={id} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
