// The overlay in the desk's header: live, stale or off; below it what is wrong, and its address.
import { Layers } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Popover } from '../../desk/parts/Popover.tsx'
import { OverlayAddress } from './OverlayAddress.tsx'
import { OverlayList } from './OverlayList.tsx'
import { summaryOf } from './summary.ts'
import { useOverlays } from './useOverlays.ts'
import './overlay.css'

export function OverlayMenu() {
  const { say } = useWords()
  const { may } = useDesk()
  const { status, refresh } = useOverlays()
  const [token, setToken] = useState<string | null>(null)
  const summary = status === undefined ? 'unknown' : summaryOf(status.overlays)

  return (
    <Popover
      testId="overlay"
      name={say(`overlay.${summary}`)}
      label={
        <>
          <Layers size={16} aria-hidden="true" />
          <span className="wide overlay-word" data-testid="overlay-state" data-state={summary}>
            {say(`overlay.${summary}`)}
          </span>
        </>
      }
    >
      <div className="overlay-menu">
        <h2>{say('overlay.title')}</h2>
        <p className="quiet small">{say('overlay.lead')}</p>
        {status && <OverlayList overlays={status.overlays} />}
        {status && may('overlay:renew') && (
          <OverlayAddress
            madeAt={status.madeAt}
            token={token}
            onToken={(made) => {
              setToken(made)
              refresh()
            }}
          />
        )}
      </div>
    </Popover>
  )
}
