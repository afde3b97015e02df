// Whose the prizes are, by the ids of their entries and the names they chose; what was not claimed stays there, crossed out.
import type { Published } from './proof.ts'
import { rowsOf } from './rows.ts'
import { useSaid } from './words.ts'

export function Winners({ published }: { readonly published: Published }) {
  const { t } = useSaid()
  const { proof, names, own } = published
  const rows = rowsOf(proof)
  if (rows.length === 0) return null
  return (
    <section className="check-winners">
      <h2>{t('winners')}</h2>
      <ol data-testid="check-winners">
        {rows.map(({ entryId, place, isLost }) => (
          <li key={entryId} data-lost={isLost} data-own={entryId === own?.entryId}>
            <span title={t('place', { n: place })}>{place}</span>
            <b>{names[entryId] ?? t('someone')}</b>
            <code>{entryId}</code>
            {isLost && <small>{t('notClaimed')}</small>}
            {entryId === own?.entryId && <small>{t('yours')}</small>}
          </li>
        ))}
      </ol>
    </section>
  )
}
