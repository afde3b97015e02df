// One line that says, readable from two metres, whether the world can see and hear the host.
import { useWords, type WordKey } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'
import { useRefusalWords } from '../../refusalWords.ts'
import { useMediaView, usePictureView, type Sending } from './useHostPicture.ts'

/** `preview`: only the host; `on`: everyone; `away`: viewers see the last picture; `ready`: sent, not yet live. */
export type Reach = 'preview' | 'ready' | 'on' | 'away'

const WORDS: Record<Reach, WordKey> = {
  preview: 'host.preview',
  ready: 'host.ready',
  on: 'host.on',
  away: 'host.away',
}

export function HostLine({ sending }: { readonly sending: Sending }) {
  const { say } = useWords()
  const { room, status } = useDesk()
  const media = useMediaView(sending.media)
  const { sending: meant } = usePictureView(sending.picture)
  const refusalText = useRefusalWords()
  const live = room.show.phase === 'live'
  const flowing = media.status === 'on' && status === 'joined'
  const reach: Reach = !meant ? 'preview' : flowing ? (live ? 'on' : 'ready') : 'away'

  return (
    <p className="host-line" data-testid="host-status" data-reach={reach} role="status">
      <i aria-hidden="true" />
      {media.refusal ? refusalText(media.refusal) : say(reach === 'away' && !live ? 'host.connecting' : WORDS[reach])}
    </p>
  )
}
