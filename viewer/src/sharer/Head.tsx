// The head of the page: who shares for whom, and whether there is a line.
import { Wifi, WifiOff } from 'lucide-react'
import type { PartProps } from './partProps.ts'
import { useSaid } from './words.ts'

export function Head({ sharer: { hasLine, loadedAt }, state: { name, shop } }: PartProps) {
  const { t, time } = useSaid()
  const Line = hasLine ? Wifi : WifiOff
  return (
    <>
      <header className="bound-head">
        <i className="bound-face" aria-hidden="true">
          {[...name][0]?.toLocaleUpperCase()}
        </i>
        <div>
          <h1>{name}</h1>
          <p className="bound-sub">{t('sharesFor', { shop })}</p>
        </div>
        <span className="bound-net" role="img" aria-label={t(hasLine ? 'online' : 'offline')}>
          <Line size={20} aria-hidden="true" />
        </span>
      </header>
      {!hasLine && (
        <div className="bound-off" role="status" data-testid="offline">
          <WifiOff size={20} aria-hidden="true" />
          <div>
            <b>{t('offline')}</b>
            {loadedAt !== null && <span className="bound-sub">{t('offlineWords', { at: time(loadedAt) })}</span>}
          </div>
        </div>
      )}
    </>
  )
}
