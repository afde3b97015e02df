// Ends the show: asks once, in place, with the consequence in numbers.
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useWords } from '../../words.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { useDesk } from '../../desk/DeskContext.ts'
import { endQuestion } from './endQuestion.ts'

export function EndButton() {
  const { say, locale } = useWords()
  const { client, room, desk, send } = useDesk()
  const now = useNow(client.clock, 1000)

  return (
    <Confirm
      testId="end-show"
      label={say('stage.end')}
      question={endQuestion(say, { room, desk, now, locale })}
      yes={say('end.yes')}
      onYes={() => void send('show:end', {})}
    />
  )
}
