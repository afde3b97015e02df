// Comment to buy in the desk: on or off, its rules with a dry run, and the keyword of each offer.
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { DryRun } from './DryRun.tsx'
import { Keywords } from './Keywords.tsx'

export function CommentOrdersPanel({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { room } = useDesk()

  return (
    <div className="buying-panel" data-testid="buying-panel">
      <header>
        <button className="icon-btn" aria-label={say('buying.close')} data-testid="buying-close" onClick={onClose}>
          <ChevronLeft size={20} aria-hidden="true" />
        </button>
        <h2>{say('buying.title')}</h2>
        <Switch />
      </header>
      <p className="quiet small">{say('buying.lead')}</p>
      {room.buying && <DryRun buying={room.buying} />}
      {room.buying && <Keywords buying={room.buying} />}
    </div>
  )
}

function Switch() {
  const { say } = useWords()
  const { room, send, may } = useDesk()
  const [sending, setSending] = useState(false)
  const isOn = room.buying?.on === true
  const flip = (): void => {
    setSending(true)
    void send('buying:set', { on: !isOn }).finally(() => setSending(false))
  }
  if (!may('buying:set') || room.show.phase === 'ended') return <span>{say(isOn ? 'buying.on' : 'buying.off')}</span>

  return (
    <button className={isOn ? 'btn' : 'btn main'} data-testid="buying-switch" disabled={sending} onClick={flip}>
      {say(isOn ? 'buying.switchOff' : 'buying.switchOn')}
    </button>
  )
}
