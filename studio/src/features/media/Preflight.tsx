// Before the picture: camera and microphone, or the drawn host; choosing shows it at once, to the host alone.
import type { Show } from '@lantern/shared/contract/things.ts'
import { Camera, MonitorSmartphone } from 'lucide-react'
import type { Picture } from './sources/picture.ts'
import type { SourceProblem } from './sources/source.ts'
import { useWords, type WordKey } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { CameraChoice } from './CameraChoice.tsx'
import { elsewhereWord } from './elsewhere.ts'
import { EndButton } from './EndButton.tsx'
import { usePictureView } from './useHostPicture.ts'

const PROBLEMS: Record<SourceProblem, WordKey> = {
  not_allowed: 'source.notAllowed',
  not_found: 'source.notFound',
  in_use: 'source.inUse',
  needs_https: 'source.needsHttps',
  unsupported: 'source.unsupported',
  failed: 'source.failed',
}

interface PreflightProps {
  readonly picture: Picture
  readonly changing: boolean
  readonly onDone: () => void
}

export function Preflight({ picture, changing, onDone }: PreflightProps) {
  const { say } = useWords()
  const { room } = useDesk()
  const { problem, opening, sending } = usePictureView(picture)
  const choose: Picture['choose'] = (choice) => picture.choose(choice).then(onDone)
  const lead = sending ? 'source.leadSending' : leadOf(room.show)

  return (
    <div className="preflight" aria-busy={opening}>
      {room.show.phase === 'live' && !changing && (
        <div className="controls">
          <EndButton />
        </div>
      )}
      <h2>{changing ? say('source.changeTitle') : say('source.title')}</h2>
      <p className="quiet">{say(lead, { who: say(elsewhereWord(room.show)) })}</p>
      <div className="sources">
        <CameraChoice picture={picture} choose={choose} Icon={Camera} />
        <PatternChoice choose={choose} opening={opening} />
      </div>
      {problem && (
        <p className="problem" role="alert" data-testid="source-problem">
          {say(PROBLEMS[problem], { address: `https://${location.host}` })}
        </p>
      )}
      {changing && (
        <button className="btn" onClick={onDone}>
          {say('source.keep')}
        </button>
      )}
    </div>
  )
}

/** Who sees what now: nobody, viewers without a picture, or viewers with another device's. */
function leadOf({ host, phase }: Show): WordKey {
  if (host === 'on') return 'source.elsewhere'
  return phase === 'live' ? 'source.leadLive' : 'source.lead'
}

function PatternChoice({ choose, opening }: { readonly choose: Picture['choose']; readonly opening: boolean }) {
  const { say } = useWords()

  return (
    <article className="source">
      <MonitorSmartphone size={26} aria-hidden="true" />
      <h3>{say('source.pattern')}</h3>
      <p className="quiet small">{say('source.patternLead')}</p>
      <div className="source-acts">
        <button
          className="btn"
          data-testid="source-pattern"
          disabled={opening}
          onClick={() => void choose({ kind: 'pattern', shape: 'portrait' })}
        >
          <i className="shape tall" aria-hidden="true" />
          {say('source.portrait')}
        </button>
        <button
          className="btn"
          data-testid="source-pattern-landscape"
          disabled={opening}
          onClick={() => void choose({ kind: 'pattern', shape: 'landscape' })}
        >
          <i className="shape wide" aria-hidden="true" />
          {say('source.landscape')}
        </button>
      </div>
    </article>
  )
}
