// What can be done about whoever wrote a comment: pause, ban, pardon, erase.
import type { StaffComment } from '@lantern/shared/contract/comments.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { useJudging } from './useJudging.ts'

const MINUTE_MS = 60_000
const MUTES = [10, 60] as const

interface AuthorMenuProps {
  readonly comment: StaffComment
  readonly onDone: () => void
}

export function AuthorMenu({ comment, onDone }: AuthorMenuProps) {
  const { say } = useWords()
  const judging = useJudging()
  const done: Done = (act) => () => {
    act()
    onDone()
  }

  return (
    <div className="author-menu" data-testid="author-menu">
      <StandingLines comment={comment} done={done} />
      {MUTES.map((n) => (
        <button
          key={n}
          className="btn"
          data-testid={`mute-${n}`}
          onClick={done(() => judging.mute(comment, n * MINUTE_MS))}
        >
          {say('talk.mute', { n })}
        </button>
      ))}
      <Forever comment={comment} done={done} />
    </div>
  )
}

type Done = (act: () => void) => () => void

interface PartProps {
  readonly comment: StaffComment
  readonly done: Done
}

/** What the author may not do now, and the way back. */
function StandingLines({ comment, done }: PartProps) {
  const { say } = useWords()
  const { client, desk } = useDesk()
  const judging = useJudging()
  const now = useNow(client.clock, 1000)
  const standing = desk.standings.find(({ viewerId }) => viewerId === comment.viewerId)
  const mutedUntil = standing?.mutedUntil ?? 0
  const isMuted = mutedUntil > now
  const ban = standing?.ban ?? null
  if (!isMuted && ban === null) return null

  return (
    <>
      {isMuted && (
        <p className="quiet small">
          {say('talk.isMuted')} <Countdown clock={client.clock} until={mutedUntil} short stepMs={1000} />
        </p>
      )}
      {ban !== null && <p className="quiet small">{say(`talk.isBanned.${ban}`)}</p>}
      <button className="btn" data-testid="pardon" onClick={done(() => judging.pardon(comment))}>
        {say('talk.pardon')}
      </button>
    </>
  )
}

/** What asks once: bans, and the erasure that only the owner may do. */
function Forever({ comment, done }: PartProps) {
  const { say } = useWords()
  const { may } = useDesk()
  const judging = useJudging()
  const { name } = comment

  return (
    <>
      {(['silent', 'open'] as const).map((kind) => (
        <Confirm
          key={kind}
          label={say(`talk.ban.${kind}`)}
          question={say(`talk.banAsk.${kind}`, { name })}
          yes={say(`talk.ban.${kind}`)}
          testId={`ban-${kind}`}
          onYes={done(() => judging.ban(comment, kind))}
        />
      ))}
      {may('viewer:erase') && (
        <Confirm
          label={say('talk.erase')}
          question={say('talk.eraseAsk', { name })}
          yes={say('talk.erase')}
          testId="erase"
          onYes={done(() => judging.erase(comment))}
        />
      )}
    </>
  )
}
