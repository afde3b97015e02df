// The desk's news: the connection is lost, the last command was refused, and what features have to say now.
import { WifiOff, X } from 'lucide-react'
import { useRefusalWords } from '../../refusalWords.ts'
import { useParts } from '../../useParts.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import type { ShownRefusal } from '../useSend.ts'

interface NoticesProps {
  readonly refusal: ShownRefusal | null
  readonly onDismiss: () => void
}

export function Notices({ refusal, onDismiss }: NoticesProps) {
  const { say } = useWords()
  const { status } = useDesk()
  const notices = useParts('notice')
  const refusalText = useRefusalWords()

  return (
    <div className="notices" role="status">
      {status === 'reconnecting' && (
        <p className="notice" data-testid="connection-lost">
          <WifiOff size={16} aria-hidden="true" />
          {say('desk.reconnecting')}
        </p>
      )}
      {refusal && (
        <p className="notice" data-testid="notice">
          {refusalText(refusal.code, refusal)}
          <button className="icon-btn" aria-label={say('common.close')} onClick={onDismiss}>
            <X size={16} />
          </button>
        </p>
      )}
      {notices.map(({ key, Notice }) => (
        <Notice key={key} />
      ))}
    </div>
  )
}
