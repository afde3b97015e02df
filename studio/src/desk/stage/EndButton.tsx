// Ends the show: asks once, in place, with the consequence in numbers.
import { useWords } from '../../words.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useDesk } from '../DeskContext.ts'
import { liveHolds } from '../figures.ts'

export function EndButton() {
  const { say } = useWords()
  const { room, desk, send } = useDesk()
  const numbers = [say('end.watching', { count: room.viewers }), say('end.holds', { count: liveHolds(desk.holds) })]

  return (
    <Confirm
      testId="end-show"
      label={say('stage.end')}
      question={say('end.question', { watching: numbers[0] ?? '', holds: numbers[1] ?? '' })}
      yes={say('end.yes')}
      onYes={() => void send('show:end', {})}
    />
  )
}
