// The shop's sharers outside of a show: their pages, who brought most, statements, and the tree of any order.
import type { Me } from '@lantern/shared/contract/http.ts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { api, needsLogin } from '../../api.ts'
import { goTo } from '../../route.ts'
import { Problem } from '../../session/Door.tsx'
import { LoginPage } from '../../session/LoginPage.tsx'
import { useWords } from '../../words.ts'
import { SharerCard } from './SharerCard.tsx'
import { Statements } from './Statements.tsx'
import { StaffBoard } from './StaffBoard.tsx'
import { Tree } from './Tree.tsx'
import './commission.css'
import './sharersPage.css'

export function SharersPage({ me }: { readonly me: Me }) {
  const { say } = useWords()
  const read = useQuery({ queryKey: ['sharers'], queryFn: api.sharers, refetchInterval: 15_000 })
  if (needsLogin(read.error)) return <LoginPage wasHere />
  const sharers = read.data?.sharers ?? []
  return (
    <div className="page">
      <header className="page-head">
        <button className="btn" onClick={() => goTo('/studio/')}>
          <ArrowLeft size={16} aria-hidden="true" />
          {say('sharers.back')}
        </button>
        <h1>{say('commission.button')}</h1>
      </header>
      <main className="sharers-page">
        <p className="quiet">{say('sharers.lead')}</p>
        <Problem error={read.data ? null : read.error} />
        {read.isPending && <div className="show-list shimmer" aria-busy="true" />}
        {read.data && sharers.length === 0 && <p className="empty">{say('commission.none')}</p>}
        <ul className="sharer-cards" data-testid="sharers-page">
          {sharers.map((sharer) => (
            <SharerCard key={sharer.id} sharer={sharer} isOwner={me.role === 'owner'} />
          ))}
        </ul>
        {read.data && <StaffBoard shows={read.data.shows} />}
        {read.data && <Statements sharers={sharers} />}
        <Tree />
      </main>
    </div>
  )
}
