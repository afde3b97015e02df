// What a kind of play brings to the overlay: its words, its icon and its body. The frame around them is the same for all.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import type { useWords } from '../overlay/scene.ts'
import type { Words } from '../overlay/words.ts'

export interface OverlayShown<One extends ActivityLife> {
  readonly one: One
  readonly room: RoomState
  readonly words: ReturnType<typeof useWords>
}

type Said<One extends ActivityLife, Text = string> = (shown: OverlayShown<One>) => Text

export interface OverlayKind<One extends ActivityLife> {
  readonly Icon: LucideIcon
  readonly name: keyof Words
  readonly listIn: (room: RoomState) => readonly One[]
  readonly title: Said<One>
  readonly note: Said<One>
  /** In place of the time once nothing can be had any more; null: as the frame says it. */
  readonly ended?: Said<One, string | null>
  readonly Body: ComponentType<OverlayShown<One>>
  /** It has much to show, and may be wider where there is room. */
  readonly wide?: Said<One, boolean>
}

/** One play as the overlay's frame shows it, whatever its kind. */
export interface OverlayView extends Readonly<Record<'name' | 'title' | 'note', string>> {
  readonly life: ActivityLife
  readonly Icon: LucideIcon
  /** Null: as the frame says it. */
  readonly ended: string | null
  readonly isWide: boolean
  readonly body: () => ReactNode
}

interface Asked extends Omit<OverlayShown<ActivityLife>, 'one'> {
  readonly id: ActivityId
}

export interface OverlayPlay {
  /** Null: the room has no such one. */
  readonly viewOf: (asked: Asked) => OverlayView | null
}

export function overlayPlayOf<One extends ActivityLife>(kind: OverlayKind<One>): OverlayPlay {
  return {
    viewOf({ id, room, words }) {
      const one = kind.listIn(room).find((each) => each.id === id)
      return one === undefined ? null : viewOf(kind, { one, room, words })
    },
  }
}

function viewOf<One extends ActivityLife>(kind: OverlayKind<One>, shown: OverlayShown<One>): OverlayView {
  const { Icon, Body } = kind
  return {
    life: shown.one,
    Icon,
    name: shown.words.t(kind.name),
    title: kind.title(shown),
    note: kind.note(shown),
    ended: kind.ended?.(shown) ?? null,
    isWide: kind.wide?.(shown) ?? false,
    body: () => <Body {...shown} />,
  }
}
