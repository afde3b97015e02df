// The desk's header: on air or not, for how long, and the figures that count.
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { ChevronLeft, Keyboard } from 'lucide-react'
import { formatOnAir } from '../../format.ts'
import { goTo } from '../../route.ts'
import { useParts } from '../../useParts.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Figures } from './Figures.tsx'

export function DeskHeader({ onKeys }: { readonly onKeys: () => void }) {
  const { say, locale } = useWords()
  const { room, name, role } = useDesk()
  const bars = useParts('desk.bar')
  const title = pickText(room.show.title, locale)

  return (
    <header className="desk-head">
      <button className="icon-btn back" aria-label={say('head.allShows')} onClick={() => goTo('/studio/')}>
        <ChevronLeft size={20} />
      </button>
      <OnAir />
      <h1 title={title}>
        {title}
        <small data-testid="shop-name">{room.show.shopName}</small>
      </h1>
      <Figures />
      <button className="icon-btn keys-btn" aria-label={say('keys.title')} title="?" onClick={onKeys}>
        <Keyboard size={20} />
      </button>
      {bars.map(({ key, Bar }) => (
        <Bar key={key} />
      ))}
      <AccountMenu name={name} role={role} />
    </header>
  )
}

function OnAir() {
  const { say, locale } = useWords()
  const { client, room } = useDesk()
  const now = useNow(client.clock, 1000)
  const { phase, liveAt, startsAt } = room.show

  if (phase === 'live')
    return (
      <span className="on-air" data-testid="on-air">
        <i aria-hidden="true" />
        {say('head.live')}
        <time>{formatOnAir(now - (liveAt ?? now))}</time>
      </span>
    )
  return (
    <span className="off-air" data-testid="on-air">
      {phase === 'ended' ? say('head.ended') : say('head.notLive')}
      {phase === 'scheduled' && <small>{formatMoment(startsAt, locale)}</small>}
    </span>
  )
}
