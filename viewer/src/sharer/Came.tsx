// What came of the links: of one show, or of all.
import type { CameOfSharing } from '@lantern/shared/contract/sharerPage.ts'
import { useState } from 'react'
import type { PartProps } from './partProps.ts'
import { useSaid } from './words.ts'

const ROWS = [
  ['opens', 'cameOpens'],
  ['people', 'camePeople'],
  ['holds', 'cameHolds'],
  ['orders', 'cameOrders'],
  ['back', 'cameBack'],
] as const satisfies readonly (readonly [keyof CameOfSharing, string])[]

export function Came({ state }: Pick<PartProps, 'state'>) {
  const { t, text, day } = useSaid()
  const [showId, setShowId] = useState('')
  const shows = state.shows.filter(({ id }) => state.links.some((link) => link.showId === id))
  const came = showId === '' ? state.came : sumOf(state, showId)
  const most = Math.max(1, came.opens)
  return (
    <section className="bound-box sharer-box" aria-labelledby="sharer-came">
      <h2 id="sharer-came">{t('came')}</h2>
      {shows.length > 0 && (
        <select aria-label={t('whichShow')} value={showId} onChange={({ target }) => setShowId(target.value)}>
          <option value="">{t('all')}</option>
          {shows.map(({ id, title, startsAt }) => (
            <option key={id} value={id}>
              {`${text(title)}, ${day(startsAt)}`}
            </option>
          ))}
        </select>
      )}
      <dl className="sharer-came" data-testid="sharer-came">
        {ROWS.map(([key, word]) => (
          <div key={key}>
            <dt>{t(word)}</dt>
            <dd>
              <meter min={0} max={most} value={Math.min(most, came[key])} aria-hidden="true" />
              <b>{came[key]}</b>
            </dd>
          </div>
        ))}
      </dl>
      <p className="bound-sub sharer-end">{t('counted')}</p>
    </section>
  )
}

/** Of the links of a show: a person is counted once for each. */
function sumOf({ links }: PartProps['state'], showId: string): CameOfSharing {
  const sums = { opens: 0, people: 0, holds: 0, orders: 0, back: 0 }
  for (const link of links.filter((one) => one.showId === showId)) {
    for (const [key] of ROWS) sums[key] += link[key]
  }
  return sums
}
