// On a phone: one thumb changes what lies over the own picture.
import { MessageCircle, Pin, Video, Zap, type LucideIcon } from 'lucide-react'
import { useWords, type WordKey } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'

export type Pane = 'picture' | 'rundown' | 'sale' | 'comments'

const TABS: readonly { readonly pane: Pane; readonly word: WordKey; readonly Icon: LucideIcon }[] = [
  { pane: 'picture', word: 'phone.picture', Icon: Video },
  { pane: 'rundown', word: 'phone.pins', Icon: Pin },
  { pane: 'sale', word: 'phone.sale', Icon: Zap },
  { pane: 'comments', word: 'phone.side', Icon: MessageCircle },
]

export function PhoneTabs({ pane, onChange }: { readonly pane: Pane; readonly onChange: (pane: Pane) => void }) {
  const { say } = useWords()
  const { desk } = useDesk()

  return (
    <nav className="phone-tabs" aria-label={say('phone.tabs')}>
      {TABS.map(({ pane: each, word, Icon }) => (
        <button key={each} aria-pressed={each === pane} data-testid={`pane-${each}`} onClick={() => onChange(each)}>
          <Icon size={22} aria-hidden="true" />
          {say(word)}
          {each === 'comments' && desk.totals.needsYou > 0 && <em>{desk.totals.needsYou}</em>}
        </button>
      ))}
    </nav>
  )
}
