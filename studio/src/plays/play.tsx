// What a kind of play brings to the desk: its words, its row and its form. Tab, acts and the line over the picture are the same for all.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { RoomState, StaffState } from '@lantern/shared/contract/snapshot.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import type { Say } from '../words.ts'
import type { Made, Maker, Making } from './maker.ts'

export interface Shown<One extends ActivityLife> {
  readonly one: One
  readonly room: RoomState
  readonly say: Say
  readonly locale: Locale
}

type Said<One extends ActivityLife> = (shown: Shown<One>) => string

export interface FormProps {
  readonly onMade: () => void
}

export interface PlayKind<One extends ActivityLife> {
  /** The name of the feature. */
  readonly kind: string
  readonly Icon: LucideIcon
  readonly listIn: (desk: StaffState) => readonly One[]
  readonly title: Said<One>
  /** The line under the row. */
  readonly sum: Said<One>
  /** Over the own picture, beside the title. */
  readonly over: Said<One>
  readonly closeQuestion: Said<One>
  readonly cancelQuestion: Said<One>
  /** In the row, above the sum. */
  readonly Body?: ComponentType<Shown<One>>
  /** Further buttons of the row. */
  readonly Acts?: ComponentType<Shown<One>>
  /** Makes one anew, as a draft. */
  readonly make: Maker
  readonly Form: ComponentType<FormProps>
  /** It may open before the show. */
  readonly whenever?: true
}

/** One play as the desk shows it, whatever its kind. */
export interface PlayView extends Readonly<
  Record<'title' | 'sum' | 'over' | 'closeQuestion' | 'cancelQuestion', string>
> {
  readonly kind: string
  readonly life: ActivityLife
  readonly Icon: LucideIcon
  readonly body: ReactNode
  readonly acts: ReactNode
  /** Makes the same anew, as a draft. */
  readonly again: (making: Making) => Promise<Made>
  readonly whenever: boolean
}

interface Asked extends Omit<Shown<ActivityLife>, 'one'> {
  readonly id: ActivityId
  readonly desk: StaffState
}

export interface Play {
  /** Null: the desk has no such one. */
  readonly viewOf: (asked: Asked) => PlayView | null
  readonly Form: ComponentType<FormProps>
  readonly make: Maker
}

export function playOf<One extends ActivityLife>(kind: PlayKind<One>): Play {
  return {
    Form: kind.Form,
    make: kind.make,
    viewOf({ id, desk, ...given }) {
      const one = kind.listIn(desk).find((each) => each.id === id)
      return one === undefined ? null : viewOf(kind, { one, ...given })
    },
  }
}

function viewOf<One extends ActivityLife>(kind: PlayKind<One>, shown: Shown<One>): PlayView {
  const { Body, Acts, make } = kind
  const { one, room } = shown
  return {
    kind: kind.kind,
    life: one,
    Icon: kind.Icon,
    title: kind.title(shown),
    sum: kind.sum(shown),
    over: kind.over(shown),
    closeQuestion: kind.closeQuestion(shown),
    cancelQuestion: kind.cancelQuestion(shown),
    body: Body && <Body {...shown} />,
    acts: Acts && <Acts {...shown} />,
    again: (making) => make({ terms: one, currency: room.show.currency, basedAt: one.openedAt ?? making.now }, making),
    whenever: kind.whenever ?? false,
  }
}
