// Each overlay with how it is, and how long ago that was last heard.
import type { OverlaySight, OverlayState } from '@lantern/shared/contract/overlay.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useWords, type WordKey } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'

const WORDS: Record<OverlayState, WordKey> = {
  live: 'overlay.isLive',
  silent: 'overlay.isSilent',
  hidden: 'overlay.isHidden',
  still: 'overlay.isStill',
  gone: 'overlay.isGone',
}
const MINUTE_MS = 60_000

export function OverlayList({ overlays }: { readonly overlays: readonly OverlaySight[] }) {
  const { say } = useWords()
  const now = useNow(useDesk().client.clock, 1000)
  const ago = (at: number) => {
    const ms = Math.max(0, now - at)
    if (ms < MINUTE_MS) return say('overlay.seconds', { n: Math.round(ms / 1000) })
    return say('overlay.minutes', { n: Math.round(ms / MINUTE_MS) })
  }
  if (overlays.length === 0) return <p className="quiet small">{say('overlay.nobody')}</p>
  return (
    <ul className="overlay-list" data-testid="overlay-list">
      {overlays.map(({ name, state, seenAt }) => (
        <li key={name} data-state={state}>
          <i aria-hidden="true" />
          <b>{name}</b>
          <span>{say(WORDS[state], { ago: ago(seenAt) })}</span>
        </li>
      ))}
    </ul>
  )
}
