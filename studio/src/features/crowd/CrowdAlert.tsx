// Viewers were refused because many of one address hold a product: staff decide whether that is a carrier or a script.
import { useState } from 'react'
import { X } from 'lucide-react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'

export function CrowdAlert() {
  const { say } = useWords()
  const { room, send, may } = useDesk()
  const [isSeen, setSeen] = useState(false)
  const [sending, setSending] = useState(false)
  if (room.show.crowd !== 'met' || room.show.phase !== 'live' || isSeen) return null
  const lift = (): void => {
    setSending(true)
    void send('crowd:lift', {}).finally(() => setSending(false))
  }

  return (
    <div className="notice lapse" role="alert" data-testid="crowd-met">
      <p>{say('crowd.met')}</p>
      {may('crowd:lift') && (
        <button className="btn main" disabled={sending} data-testid="crowd-lift" onClick={lift}>
          {say('crowd.lift')}
        </button>
      )}
      <button className="icon-btn" aria-label={say('common.close')} onClick={() => setSeen(true)}>
        <X size={16} />
      </button>
    </div>
  )
}
