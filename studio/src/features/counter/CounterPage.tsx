// The counter on a phone: what it takes, the customer's code, what that stands for, and what was redeemed today.
import type { Me } from '@lantern/shared/contract/http.ts'
import { AT_THE_DESK } from '@lantern/shared/contract/roles.ts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { api, needsLogin } from '../../api.ts'
import { goTo } from '../../route.ts'
import { Problem } from '../../session/Door.tsx'
import { LoginPage } from '../../session/LoginPage.tsx'
import { useWords } from '../../words.ts'
import { AtCounter } from './AtCounter.tsx'
import { Rules } from './Rules.tsx'
import { Today } from './Today.tsx'
import './counter.css'

export function CounterPage({ me }: { readonly me: Me }) {
  const { say } = useWords()
  const mayRedeem = AT_THE_DESK.some((role) => role === me.role)
  return (
    <div className="page">
      <header className="page-head">
        <button className="btn" onClick={() => goTo('/studio/')}>
          <ArrowLeft size={16} aria-hidden="true" />
          {say('counter.back')}
        </button>
        <h1>{say('counter.title')}</h1>
      </header>
      <main className="counter-page">
        {mayRedeem ? <Counter /> : <p className="empty">{say('counter.onlyDesk')}</p>}
      </main>
    </div>
  )
}

function Counter() {
  const { say } = useWords()
  const rules = useQuery({ queryKey: ['counter'], queryFn: api.counter })
  const today = useQuery({ queryKey: ['redemptions'], queryFn: () => api.redemptions(dayOf(new Date())) })
  if (needsLogin(today.error)) return <LoginPage wasHere />
  const takes = rules.data?.coupons === true || rules.data?.orders === true
  return (
    <>
      <p className="quiet">{say('counter.lead')}</p>
      <Problem error={rules.data ? null : rules.error} />
      {takes && <AtCounter />}
      {rules.data && <Rules rules={rules.data} />}
      <Today redemptions={today.data?.redemptions ?? []} day={dayOf(new Date())} />
    </>
  )
}

/** From midnight to midnight of this device. */
function dayOf(now: Date) {
  const at = (days: number) => String(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime())
  return { from: at(0), to: at(1) }
}
