// One line that says, readable from two metres, whether the world can see and hear the host.
import { useRefusalWords } from '../../refusalWords.ts'
import { useWords, type WordKey } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { elsewhereWord } from './elsewhere.ts'
import { useReach } from './useReach.ts'
import type { Reach } from './reach.ts'
import { useMediaView, usePictureView, type Sending } from './useHostPicture.ts'

const WORDS: Record<Exclude<Reach, 'elsewhere'>, WordKey> = {
  preview: 'host.preview',
  ready: 'host.ready',
  on: 'host.on',
  away: 'host.away',
  nobody: 'host.nobody',
}

export function HostLine({ sending }: { readonly sending: Sending }) {
  const { say } = useWords()
  const { room } = useDesk()
  const { refusal } = useMediaView(sending.media)
  const refusalText = useRefusalWords()
  const { reach, live } = useReach(sending)
  const { paused, cameraOff } = usePictureView(sending.picture)
  const onAir: WordKey = paused ? 'host.paused' : cameraOff ? 'host.cameraOff' : WORDS.on
  const wordOf = (now: Exclude<Reach, 'elsewhere'>): WordKey => {
    if (now === 'on') return onAir
    return now === 'away' && !live ? 'host.connecting' : WORDS[now]
  }
  const word = reach === 'elsewhere' ? elsewhereWord(room.show) : wordOf(reach)
  // That another device took over is said by the reach, as long as it is so.
  const why = refusal === 'MEDIA_ELSEWHERE' ? null : refusal

  return (
    <p className="host-line" data-testid="host-status" data-reach={reach} role="status">
      <i aria-hidden="true" />
      {why ? refusalText(why) : say(word)}
    </p>
  )
}
