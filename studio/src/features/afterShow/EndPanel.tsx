// After the end: what the show came to, in the stage's place.
import { formatCount, formatMoney } from '@lantern/shared/ui/money.ts'
import { formatOnAir } from '../../format.ts'
import { goTo } from '../../route.ts'
import { Lantern } from '../../session/Lantern.tsx'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import './afterShow.css'

export function EndPanel() {
  const { say, locale } = useWords()
  const { room, desk } = useDesk()
  const { liveAt, endedAt, currency } = room.show
  const { paid, soldMinor, held, needsYou } = desk.totals
  const numbers = [
    { word: say('figure.sold'), value: formatMoney(soldMinor, currency, locale) },
    { word: say('figure.paid'), value: formatCount(paid, locale) },
    { word: say('end.stillHeld'), value: formatCount(held, locale) },
    { word: say('end.onAir'), value: formatOnAir((endedAt ?? 0) - (liveAt ?? endedAt ?? 0)) },
  ]

  return (
    <section className="stage ended" aria-label={say('stage.title')}>
      <div className="end-panel" data-testid="end-panel">
        <Lantern size={64} />
        <h2>{say('end.title')}</h2>
        <p className="quiet">{held > 0 ? say('end.leadHolds', { count: held }) : say('end.lead')}</p>
        <dl>
          {numbers.map(({ word, value }) => (
            <div key={word}>
              <dd>{value}</dd>
              <dt>{word}</dt>
            </div>
          ))}
        </dl>
        {needsYou > 0 && <p className="needs-you">{say('end.needsYou', { count: needsYou })}</p>}
        <button className="btn" onClick={() => goTo('/studio/')}>
          {say('head.allShows')}
        </button>
      </div>
    </section>
  )
}
