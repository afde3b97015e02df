// Webhooks for the owner: what the shop sent that needs a look, and who is told of what happens here.
import type { Me } from '@lantern/shared/contract/http.ts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { api, needsLogin } from '../../api.ts'
import { goTo } from '../../route.ts'
import { Problem } from '../../session/Door.tsx'
import { LoginPage } from '../../session/LoginPage.tsx'
import { useWords } from '../../words.ts'
import { EndpointCard } from './EndpointCard.tsx'
import { Matters } from './Matters.tsx'
import { NewEndpointForm } from './NewEndpointForm.tsx'
import './webhooks.css'

export function WebhooksPage({ me }: { readonly me: Me }) {
  const { say } = useWords()
  const isOwner = me.role === 'owner'
  const board = useQuery({ queryKey: ['webhooks'], queryFn: api.webhooks, refetchInterval: 5000, enabled: isOwner })
  if (needsLogin(board.error)) return <LoginPage wasHere />

  return (
    <div className="page">
      <header className="page-head">
        <button className="btn" onClick={() => goTo('/studio/')}>
          <ArrowLeft size={16} aria-hidden="true" />
          {say('hooks.back')}
        </button>
        <h1>{say('hooks.title')}</h1>
      </header>
      <main className="hooks">
        {!isOwner && <p className="empty">{say('refusal.notAllowed')}</p>}
        <Problem error={board.data ? null : board.error} />
        {board.data && <Matters matters={board.data.matters} />}
        {isOwner && <p className="quiet">{say('hooks.lead')}</p>}
        {isOwner && <NewEndpointForm />}
        {isOwner && board.isPending && <div className="show-list shimmer" aria-busy="true" />}
        {board.data?.endpoints.length === 0 && <p className="empty">{say('hooks.none')}</p>}
        {board.data?.endpoints.map((endpoint) => (
          <EndpointCard key={endpoint.id} endpoint={endpoint} />
        ))}
      </main>
    </div>
  )
}
