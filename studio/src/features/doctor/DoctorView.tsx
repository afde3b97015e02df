// What is missing before a real show, for the owner; looked at when the page opens and when asked.
import type { Finding } from '@lantern/shared/contract/doctor.ts'
import { RefusedReason } from '@lantern/shared/contract/refusedEvents.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../api.ts'
import { useShopMessages } from '../../useShopMessages.ts'
import { useWords } from '../../words.ts'
import { isBehind } from './isBehind.ts'
import './doctor.css'

export function DoctorView() {
  const { say } = useWords()
  const report = useDoctor()
  return (
    <section className="doctor" data-testid="doctor" aria-busy={report.isFetching}>
      <h2>{say('doctor.title')}</h2>
      {report.data && (
        <dl className="shop-answers">
          {report.data.findings.map((finding) => (
            <Row key={finding.check} finding={finding} />
          ))}
        </dl>
      )}
      <p className="shop-act">
        <button className="btn" disabled={report.isFetching} onClick={() => void report.refetch()}>
          {say('doctor.look')}
        </button>
      </p>
    </section>
  )
}

/** Looked at anew when a message of the shop says otherwise, once for each. */
function useDoctor() {
  const report = useQuery({ queryKey: ['doctor'], queryFn: api.doctor, staleTime: 60_000 })
  const { data: said } = useShopMessages()
  const lookedFor = useRef('')
  const { data, isFetching, refetch } = report
  const [latest] = said?.messages ?? []
  useEffect(() => {
    const found = data?.findings.find(({ check }) => check === 'webhook')
    if (isFetching || !found || !latest || latest.id === lookedFor.current) return
    if (!isBehind(found, latest, Date.now())) return
    lookedFor.current = latest.id
    void refetch()
  }, [data, isFetching, refetch, latest])
  return report
}

function Row({ finding: { check, state, why, detail } }: { readonly finding: Finding }) {
  const { say } = useWords()
  const reason = RefusedReason.safeParse(detail['reason'])
  const filled = reason.success ? { ...detail, reason: say(`refused.${reason.data}`) } : detail
  return (
    <>
      <dt>{say(`doctor.check.${check}`)}</dt>
      <dd className={state === 'bad' ? 'needs-you' : ''} data-check={check} data-state={state}>
        {say(`doctor.state.${state}`)}: {say(`doctor.${why}`, filled)}
      </dd>
    </>
  )
}
