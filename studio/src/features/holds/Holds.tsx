// The holds: who holds what, until when, and how it ended.
import type { StaffHold } from '@lantern/shared/contract/things.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { keepingHolds } from '../../desk/figures.ts'
import { Sums } from '../../desk/side/Sums.tsx'
import { useLines } from '../../desk/side/useLines.ts'

export function Holds() {
  const { say } = useWords()
  const { desk } = useDesk()
  if (desk.holds.length === 0) return <p className="empty">{say('holds.none')}</p>

  const holds = keepingHolds(desk.holds)
  return (
    <div className="scroll">
      <Sums
        id="holds"
        sums={[say('count.holds', { count: holds }), say('count.unitsHeld', { count: desk.totals.held })]}
      />
      <ul className="rows">
        {desk.holds.map((hold) => (
          <HoldRow key={hold.id} hold={hold} />
        ))}
      </ul>
    </div>
  )
}

function HoldRow({ hold }: { readonly hold: StaffHold }) {
  const { say, locale } = useWords()
  const { client } = useDesk()
  const lines = useLines(hold.lines)
  const live = hold.state === 'held' || hold.state === 'paying'

  return (
    <li data-testid={`hold-${hold.id}`} data-state={hold.state}>
      <div>
        <b>{hold.viewerName}</b>
        <p>{lines}</p>
      </div>
      <div className="row-right">
        <span className={`chip ${live ? 'held' : hold.state}`}>
          {say(`holdState.${hold.state}`)}
          {live && (
            <>
              {' · '}
              <Countdown clock={client.clock} until={hold.expiresAt} short />
            </>
          )}
        </span>
        <small>{formatMoney(hold.totalMinor, hold.currency, locale)}</small>
      </div>
    </li>
  )
}
