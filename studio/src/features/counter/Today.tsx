// What was redeemed today, and the same as a file.
import type { Redemptions } from '@lantern/shared/contract/counter.ts'
import { Download } from 'lucide-react'
import { useWords } from '../../words.ts'
import { Before } from './Found.tsx'

interface TodayProps {
  readonly redemptions: Redemptions['redemptions']
  readonly day: Readonly<Record<'from' | 'to', string>>
}

export function Today({ redemptions, day }: TodayProps) {
  const { say } = useWords()
  return (
    <section className="counter-today" aria-label={say('counter.today')}>
      <div className="section-head">
        <h2>{say('counter.today')}</h2>
        {redemptions.length > 0 && (
          <a
            className="btn"
            data-testid="counter-csv"
            href={`/api/counter/redemptions.csv?${new URLSearchParams(day).toString()}`}
            download
          >
            <Download size={16} aria-hidden="true" />
            {say('counter.save')}
          </a>
        )}
      </div>
      {redemptions.length === 0 && <p className="empty">{say('counter.todayNone')}</p>}
      <ul className="counter-lines" data-testid="counter-today">
        {redemptions.map((one) => (
          <li key={one.id}>
            <b>{one.what === '' ? say(`counter.${one.kind}`) : one.what}</b>
            <Before before={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}
