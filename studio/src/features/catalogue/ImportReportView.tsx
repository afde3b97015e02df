// What an import changes: the sums, and a line for each thing, some at a time.
import type { ImportReport } from '@lantern/shared/contract/shop.ts'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { reportLines } from './reportLines.ts'

/** A catalogue of tens of thousands would stop the page. */
const A_TIME = 100

export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { say, locale } = useWords()
  const [most, setMost] = useState(A_TIME)
  const { added, repriced, vanished, unchanged } = report
  const counts = { added: added.length, repriced: repriced.length, vanished: vanished.length, unchanged }
  const lines = reportLines(report, { say, locale })
  return (
    <section className="shop-report" data-testid="import-report">
      <p>{say('shop.counts', counts)}</p>
      <ul>
        {lines.slice(0, most).map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ul>
      {lines.length > most && (
        <button className="btn" onClick={() => setMost(most + A_TIME)}>
          {say('changes.next')}
        </button>
      )}
    </section>
  )
}
