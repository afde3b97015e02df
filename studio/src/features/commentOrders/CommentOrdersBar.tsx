// Above the comments: whether they buy, and the way to its rules.
import { Settings2 } from 'lucide-react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useCover } from '../../desk/parts/Cover.tsx'
import { CommentOrdersPanel } from './CommentOrdersPanel.tsx'

export function CommentOrdersBar() {
  const { say } = useWords()
  const cover = useCover()
  const open = () => cover(<CommentOrdersPanel onClose={() => cover(null)} />)
  const { room } = useDesk()
  const isOn = room.buying?.on === true

  return (
    <div className="buying-bar">
      <span className="buying-state" data-on={isOn} data-testid="buying-state">
        {say('buying.title')}: <b>{say(isOn ? 'buying.on' : 'buying.off')}</b>
      </span>
      <button className="icon-btn" aria-label={say('buying.open')} data-testid="buying-open" onClick={open}>
        <Settings2 size={16} aria-hidden="true" />
      </button>
    </div>
  )
}
