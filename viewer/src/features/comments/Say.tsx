// The comment field: what was typed stays when it was not taken, and what keeps one from writing is said in its place.
import type { Commenting } from '@lantern/shared/contract/comments.ts'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { SendHorizontal } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import type { PauseReason } from '../../actions/commentActions.ts'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

/** In UTF-16 units; the server counts characters as readers do. */
const LONGEST = 4_000
const PAUSES = {
  SLOW_DOWN: 'nextIn',
  CROWDED_COMMENTS: 'nextIn',
  MUTED: 'mutedFor',
  WATCH_FIRST: 'watchFor',
} as const satisfies Record<PauseReason, string>

export function Say({ room: { talk } }: RoomProps) {
  const { t } = useWords()
  const { session } = useScene()
  const [text, setText] = useState('')
  const { closed, left } = useClosed(talk)
  const mayTry = closed === null && left === 0
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const said = text.trim()
    if (said === '' || !mayTry) return
    setText('')
    // A comment that was not taken comes back into the field, unless something new is there already.
    void session.commentActions.say(said).then((taken) => !taken && setText((now) => (now === '' ? said : now)))
  }
  return (
    <form className="say" onSubmit={submit} data-closed={closed !== null}>
      <input
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={LONGEST}
        placeholder={closed ?? t('say')}
        aria-label={left > 0 ? t('say') : (closed ?? t('say'))}
        disabled={closed !== null && left === 0}
        enterKeyHint="send"
        autoComplete="off"
        data-testid="comment-input"
      />
      {left > 0 && text !== '' && <span className="say-wait">{formatLeftShort(left)}</span>}
      {mayTry && text.trim() !== '' && (
        <button className="say-send" aria-label={t('send')}>
          <SendHorizontal size={20} aria-hidden="true" />
        </button>
      )}
    </form>
  )
}

/** Why one cannot write, in words, null when one can; `left`: ms until one can. */
function useClosed({ mutedAll, slowMs, watchMs }: Commenting): {
  readonly closed: string | null
  readonly left: number
} {
  const { t } = useWords()
  const { session, said } = useScene()
  const now = useNow(session.client.clock, 1_000)
  if (said.isBanned) return { closed: t('bannedHere'), left: 0 }
  if (mutedAll) return { closed: t('staffOnly'), left: 0 }
  const { pause } = said
  // A rule that staff have taken back since binds nobody.
  const isOver =
    pause === null || (pause.why === 'SLOW_DOWN' && slowMs === 0) || (pause.why === 'WATCH_FIRST' && watchMs === 0)
  const left = isOver ? 0 : Math.max(0, pause.until - now)
  return left === 0 || pause === null
    ? { closed: null, left: 0 }
    : { closed: t(PAUSES[pause.why], { time: formatLeftShort(left) }), left }
}
