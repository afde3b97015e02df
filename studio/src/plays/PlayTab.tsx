// The tab of all plays: what runs, what is kept and what is over, and the form of the next one with a picker of its kind.
import { useState } from 'react'
import { useDesk } from '../desk/DeskContext.ts'
import { useParts } from '../useParts.ts'
import { useWords } from '../words.ts'
import { FormerPlays } from './FormerPlays.tsx'
import type { PlayView } from './play.tsx'
import { PlayRow } from './PlayRow.tsx'
import './plays.css'
import { usePlayViews } from './usePlayViews.ts'

export function PlayTab() {
  const { say } = useWords()
  const { room, may } = useDesk()
  const { going, kept, over } = usePlayViews()
  const above = useParts('play.above')
  const [asked, setAsked] = useState<boolean | null>(null)
  const mayMake = may('activity:open') && room.show.phase !== 'ended'
  const isNothing = going.length + kept.length === 0
  // What runs comes first: the form for the next one waits behind a button then.
  const isFormOpen = mayMake && (asked ?? isNothing)

  return (
    <div className="scroll plays" data-testid="plays">
      {isNothing && over.length === 0 && !mayMake && <p className="empty">{say('play.none')}</p>}
      <Rows all={going} />
      <Rows all={kept} isKept />
      {isFormOpen && (
        <>
          {above.map(({ key, Above }) => (
            <Above key={key} onMade={() => setAsked(true)} />
          ))}
          <NextForm onMade={() => setAsked(null)} />
        </>
      )}
      {mayMake && !isFormOpen && (
        <button className="btn play-more" data-testid="play-next" onClick={() => setAsked(true)}>
          {say('play.next')}
        </button>
      )}
      {mayMake && <FormerPlays />}
      {over.length > 0 && <h3 className="play-former">{say('play.former')}</h3>}
      <Rows all={over} />
    </div>
  )
}

function Rows({ all, isKept = false }: { readonly all: readonly PlayView[]; readonly isKept?: boolean }) {
  return all.map((view, nth) => <PlayRow key={view.life.id} view={view} isNext={isKept && nth === 0} />)
}

function NextForm({ onMade }: { readonly onMade: () => void }) {
  const plays = useParts('play')
  const [chosen, choose] = useState<string | null>(null)
  const shown = plays.find(({ key }) => key === chosen) ?? plays[0]
  if (!shown) return null
  const { Form } = shown.play

  return (
    <>
      {plays.length > 1 && <KindPicker chosen={shown.key} onChoose={choose} />}
      <Form key={shown.key} onMade={onMade} />
    </>
  )
}

interface KindPickerProps {
  readonly chosen: string
  readonly onChoose: (kind: string) => void
}

function KindPicker({ chosen, onChoose }: KindPickerProps) {
  const { say } = useWords()
  return (
    <div className="play-kinds" role="group" aria-label={say('play.kind')}>
      {useParts('play').map(({ key, word, Icon }) => (
        <button
          key={key}
          type="button"
          className="chip"
          aria-pressed={key === chosen}
          data-testid={`play-kind-${key}`}
          onClick={() => onChoose(key)}
        >
          <Icon size={15} aria-hidden="true" />
          {say(word)}
        </button>
      ))}
    </div>
  )
}
