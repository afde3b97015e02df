// What a kind of play brings to the shopper's page: its words, its icon and its body. The frame around them is the same for all.
import type { ActivityLife, OwnEntry } from '@lantern/shared/activities/activity.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { ViewerBook } from '@lantern/shared/ui/words/books.ts'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import type { WordsInUse } from '../useWords.ts'
import type { Step } from './useProgress.ts'

/** What a kind's words and body are made of. */
export interface Shown<One extends ActivityLife> {
  readonly one: One
  readonly room: RoomState
  readonly words: WordsInUse
  /** The viewer's own; null: they are not in. */
  readonly entry: OwnEntry | null
}

export interface BodyFrame {
  /** Of the heading, for `aria-labelledby`. */
  readonly titleId: string
  /** Null: nothing is asked, or the viewer is in. */
  readonly steps: readonly Step[] | null
  /** It is open, and nothing of what it takes is missing. */
  readonly mayEnter: boolean
}
export type BodyProps<One extends ActivityLife> = Shown<One> & BodyFrame

type Said<One extends ActivityLife, Text = string> = (shown: Shown<One>) => Text

export interface PlayKind<One extends ActivityLife> {
  readonly Icon: LucideIcon
  readonly name: keyof ViewerBook
  readonly listIn: (room: RoomState) => readonly One[]
  readonly title: Said<One>
  /** Small, beside the name. */
  readonly note: Said<One>
  /** In its place while it is only a line; default: the note. */
  readonly folded?: Said<One>
  /** What a screen reader hears when it opens; default: its name and title. */
  readonly opened?: Said<One>
  /** What a screen reader hears of how it ended; null: nothing. */
  readonly outcome: Said<One, string | null>
  /** In place of the time once nothing can be had any more; null: as the frame says it. */
  readonly ended?: Said<One, string | null>
  readonly Body: ComponentType<BodyProps<One>>
  /** `body`: it draws the title itself, and the frame's is for screen readers alone. */
  readonly titled?: 'frame' | 'body'
  /** Whoever is in has something at once. */
  readonly gives?: true
  /** No badge: the head leaves room for a picture that stands out of the card. */
  readonly pops?: true
}

/** One play as the frame shows it, whatever its kind. */
export interface PlayView extends Readonly<Record<'name' | 'title' | 'note' | 'folded' | 'opened', string>> {
  readonly Icon: LucideIcon
  readonly outcome: string | null
  /** Null: as the frame says it. */
  readonly ended: string | null
  readonly titled: 'frame' | 'body'
  readonly pops: boolean
  readonly gives: boolean
  readonly body: (frame: BodyFrame) => ReactNode
}

export interface Asked extends Omit<Shown<ActivityLife>, 'one'> {
  readonly id: ActivityId
}

export interface Play {
  /** Null: the room has no such one. */
  readonly viewOf: (asked: Asked) => PlayView | null
}

export function playOf<One extends ActivityLife>(kind: PlayKind<One>): Play {
  return {
    viewOf({ id, ...given }) {
      const one = kind.listIn(given.room).find((each) => each.id === id)
      return one === undefined ? null : viewOf(kind, { one, ...given })
    },
  }
}

function viewOf<One extends ActivityLife>(kind: PlayKind<One>, shown: Shown<One>): PlayView {
  const { Icon, Body, titled = 'frame', pops = false, gives = false } = kind
  const name = shown.words.t(kind.name)
  const title = kind.title(shown)
  return {
    Icon,
    name,
    title,
    note: kind.note(shown),
    folded: (kind.folded ?? kind.note)(shown),
    opened: kind.opened?.(shown) ?? shown.words.t('play.sayOpen', { name, title }),
    outcome: kind.outcome(shown),
    ended: kind.ended?.(shown) ?? null,
    titled,
    pops,
    gives,
    body: (frame) => <Body {...shown} {...frame} />,
  }
}
