// On a phone: one thumb changes what lies over the own picture.
import { MessageCircle, Pin, Video, type LucideIcon } from 'lucide-react'
import { useParts } from '../../useParts.ts'
import { useWords, type WordKey } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'

interface Tab {
  readonly key: string
  readonly word: WordKey
  readonly Icon: LucideIcon
}

const BEFORE: readonly Tab[] = [
  { key: 'picture', word: 'phone.picture', Icon: Video },
  { key: 'rundown', word: 'phone.pins', Icon: Pin },
]
const SIDE: Tab = { key: 'comments', word: 'phone.side', Icon: MessageCircle }

export function PhoneTabs({ pane, onChange }: { readonly pane: string; readonly onChange: (pane: string) => void }) {
  const { say } = useWords()
  const { desk } = useDesk()
  const tabs: readonly Tab[] = [...BEFORE, ...useParts('desk.panel'), SIDE]

  return (
    <nav className="phone-tabs" aria-label={say('phone.tabs')}>
      {tabs.map(({ key, word, Icon }) => (
        <button key={key} aria-pressed={key === pane} data-testid={`pane-${key}`} onClick={() => onChange(key)}>
          <Icon size={22} aria-hidden="true" />
          {say(word)}
          {key === SIDE.key && desk.totals.needsYou > 0 && <em>{desk.totals.needsYou}</em>}
        </button>
      ))}
    </nav>
  )
}
