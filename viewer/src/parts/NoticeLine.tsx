// The one short message of the moment, for the eye: the announcer reads it.
import { useSyncExternalStore } from 'react'
import { useScene } from '../session.ts'

interface NoticeLineProps {
  /** On a product's sheet, which lies over the page's own line while it is open. */
  readonly onSheet?: boolean
}

export function NoticeLine({ onSheet = false }: NoticeLineProps) {
  const { session, panel } = useScene()
  const { notices } = session
  const notice = useSyncExternalStore(notices.subscribe, notices.getNotice)
  return (
    <div className="notice-place">
      {notice !== null && onSheet === (panel?.kind === 'product') && (
        <p key={notice.id} className={`notice notice-${notice.tone}`} data-testid="notice">
          {notice.text}
        </p>
      )}
    </div>
  )
}
