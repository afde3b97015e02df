// A button on the desk that opens the rules for sharers and the list of them.
import { HandCoins } from 'lucide-react'
import { useDesk } from '../../desk/DeskContext.ts'
import { Popover } from '../../desk/parts/Popover.tsx'
import { useWords } from '../../words.ts'
import { Rules } from './Rules.tsx'
import { SharerList } from './SharerList.tsx'
import './commission.css'

export function SharersMenu() {
  const { say } = useWords()
  const { may } = useDesk()
  if (!may('sharers:list')) return null
  return (
    <Popover
      testId="sharers"
      name={say('commission.button')}
      label={
        <>
          <HandCoins size={16} aria-hidden="true" />
          <span className="wide">{say('commission.button')}</span>
        </>
      }
    >
      <div className="sharers">
        <h2>{say('commission.title')}</h2>
        <p className="quiet small">{say('commission.lead')}</p>
        {may('sharing:set') && <Rules />}
        <SharerList />
      </div>
    </Popover>
  )
}
