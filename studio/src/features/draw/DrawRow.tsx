// What is going on with a draw: what decides it and when, who has won, and how the winners are reached.
import { hoursIn } from '@lantern/shared/contract/hours.ts'
import type { DrawWinner, StaffDraw } from '@lantern/shared/features/draw/contract.ts'
import { checkPath } from '@lantern/shared/activities/checkPath.ts'
import { shortHash } from '@lantern/shared/activities/shortHash.ts'
import { decidesAt, stageOf } from '@lantern/shared/features/draw/look.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { ShieldCheck } from 'lucide-react'
import type { Shown } from '../../plays/play.tsx'
import { useWords } from '../../words.ts'

export function DrawRow({ one }: Shown<StaffDraw>) {
  const stage = stageOf(one)
  if (one.state === 'draft') return null
  return (
    <div className="draw-told" data-stage={stage}>
      {stage === 'waiting' && <Waiting one={one} />}
      {stage === 'nobody' && <Nobody />}
      {stage === 'drawn' && <Winners one={one} />}
      <Proof one={one} />
    </div>
  )
}

interface OfDraw {
  readonly one: StaffDraw
}

function Waiting({ one }: OfDraw) {
  const { say, locale } = useWords()
  const at = decidesAt(one)
  if (at === null) return <p>{say('draw.waitingPlain')}</p>
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', ...hoursIn(locale) } as const
  const time = new Intl.DateTimeFormat(locale, parts).format(at)
  return <p data-testid="draw-waiting">{say('draw.waiting', { time })}</p>
}

function Nobody() {
  const { say } = useWords()
  return <p>{say('draw.nobody')}</p>
}

function Winners({ one }: OfDraw) {
  const { say } = useWords()
  const { drawn } = one
  return (
    <>
      <ol aria-label={say('draw.winnersOf')} data-testid="draw-winners-list">
        {(drawn ?? []).map((winner) => (
          <Winner key={winner.entryId} one={one} winner={winner} />
        ))}
      </ol>
      <p className="quiet">{say('draw.thenNext')}</p>
      {one.contacts.length > 0 && <p className="quiet">{say('draw.onlyStaff')}</p>}
    </>
  )
}

function Winner({ one, winner }: OfDraw & { readonly winner: DrawWinner }) {
  const { say, locale } = useWords()
  const { place, name, state, until, entryId } = winner
  const known = one.contacts.find((contact) => contact.entryId === entryId)
  return (
    <li data-state={state} data-testid={`draw-winner-${place}`}>
      <span className="draw-place" title={say('draw.place', { n: place })}>
        {place}
      </span>
      <b>{name ?? say('draw.someone')}</b>
      <small>{say(`draw.state.${state}`, { time: formatMoment(until, locale) })}</small>
      {known && <span className="draw-contact">{known.contact.value}</span>}
    </li>
  )
}

function Proof({ one: { id, seal } }: OfDraw) {
  const { say } = useWords()
  if (seal === null) return null
  return (
    <p className="draw-proof">
      <ShieldCheck size={14} aria-hidden="true" />
      <span>{say('draw.sealedAs', { hash: shortHash(seal.commitment) })}</span>
      <a href={checkPath(id)} target="_blank" rel="noopener" data-testid="draw-check">
        {say('draw.check')}
      </a>
      {seal.round === null && <small>{say('draw.noBeacon')}</small>}
    </p>
  )
}
