// Above the comments: which ones are read, the rules of talking, the words.
import { useState } from 'react'
import { SlidersHorizontal } from 'lucide-react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Popover } from '../../desk/parts/Popover.tsx'
import { RulesForm } from './RulesForm.tsx'
import { queueOf, type View } from './stream.ts'
import { BlocklistDialog } from './BlocklistDialog.tsx'

interface CommentsBarProps {
  readonly view: View
  readonly onView: (view: View) => void
}

const VIEWS = ['all', 'held', 'reported'] as const

export function CommentsBar({ view, onView }: CommentsBarProps) {
  const { say } = useWords()
  const { desk, room } = useDesk()
  const [wordsShown, setWordsShown] = useState(false)
  const { mutedAll, review, slowMs, watchMs, buyersOnly } = room.talk
  const isStrict = mutedAll || review || slowMs > 0 || watchMs > 0 || buyersOnly
  const count = { all: 0, held: queueOf(desk.marked, 'held').length, reported: queueOf(desk.marked, 'reported').length }

  return (
    <div className="talk-bar">
      <div className="chips" role="group" aria-label={say('talk.views')}>
        {VIEWS.map((each) => (
          <button
            key={each}
            className="chip"
            aria-pressed={each === view}
            data-testid={`talk-${each}`}
            onClick={() => onView(each)}
          >
            {say(`talk.view.${each}`)}
            {count[each] > 0 && <em>{count[each]}</em>}
          </button>
        ))}
      </div>
      <Popover
        testId="talk-rules"
        name={isStrict ? say('talk.rulesOn') : say('talk.rules')}
        label={
          <>
            <SlidersHorizontal size={16} aria-hidden="true" />
            {isStrict && <i className="talk-strict" aria-hidden="true" />}
          </>
        }
      >
        <RulesForm onWords={() => setWordsShown(true)} />
      </Popover>
      {wordsShown && <BlocklistDialog onClose={() => setWordsShown(false)} />}
    </div>
  )
}
