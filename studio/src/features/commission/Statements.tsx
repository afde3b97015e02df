// A month's statement as a file, of one sharer or of all.
import type { SharerPages } from '@lantern/shared/contract/sharerPage.ts'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { formatMonth, lastMonths, ownZone } from './months.ts'

export function Statements({ sharers }: Pick<SharerPages, 'sharers'>) {
  const { say, locale } = useWords()
  const months = lastMonths(new Date())
  const [month, setMonth] = useState(months[0] ?? '')
  const [sharer, setSharer] = useState('')
  const query = new URLSearchParams({ month, zone: ownZone(), ...(sharer !== '' && { sharer }) })
  return (
    <section className="sharers-part" aria-label={say('sharers.statements')}>
      <h2>{say('sharers.statements')}</h2>
      <div className="sharers-fields">
        <label className="field">
          <span>{say('sharers.month')}</span>
          <select value={month} onChange={({ target }) => setMonth(target.value)}>
            {months.map((one) => (
              <option key={one} value={one}>
                {formatMonth(one, locale)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{say('sharers.whose')}</span>
          <select value={sharer} onChange={({ target }) => setSharer(target.value)}>
            <option value="">{say('sharers.all')}</option>
            {sharers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name || say('commission.erased')}
              </option>
            ))}
          </select>
        </label>
        <a className="btn" data-testid="statement" href={`/api/sharers/statement.csv?${query}`} download>
          <Download size={16} aria-hidden="true" />
          {say('sharers.csv')}
        </a>
      </div>
      <p className="sharers-fine">{say('sharers.statementWhat')}</p>
    </section>
  )
}
