// The latest answers that staff have picked, in the overlay, large enough to be read out.
import type { Topic } from '@lantern/shared/features/topic/contract.ts'
import type { OverlayShown } from '../../plays/overlayPlay.tsx'
import './overlay.css'
import { initialOf } from './say.ts'

/** More nobody reads across a room. */
const MOST_SHOWN = 2

export function OverlayTopic({ one }: OverlayShown<Topic>) {
  if (one.picked.length === 0) return null
  return (
    <ul data-testid="overlay-topic-picked">
      {one.picked.slice(0, MOST_SHOWN).map(({ no, name, text }) => (
        <li key={no}>
          <i aria-hidden="true">{initialOf(name)}</i>
          <p>
            <span>{text}</span>
            <small>{name}</small>
          </p>
        </li>
      ))}
    </ul>
  )
}
