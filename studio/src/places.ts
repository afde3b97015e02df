// The places of the studio that features fill, and what each place asks of a part.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { Me } from '@lantern/shared/contract/http.ts'
import type { ShopStatus } from '@lantern/shared/contract/shop.ts'
import type { StaffState, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { StaffComment } from '@lantern/shared/contract/comments.ts'
import type { Product, ShowPhase } from '@lantern/shared/contract/things.ts'
import type { Feature as FeatureOf, Parts } from '@lantern/shared/ui/features.ts'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import type { DeskValue } from './desk/DeskContext.ts'
import type { Play, PlayView } from './plays/play.tsx'
import type { WordKey } from './words.ts'

interface Place<Light extends object, Loaded extends object> {
  readonly light: Light
  readonly loaded: Loaded
}

/** A number beside a tab's word. */
export interface Badge {
  readonly count: number
  /** Says it with `{{count}}`. */
  readonly word: WordKey
  /** It waits for staff. */
  readonly needsYou: boolean
}

export interface AroundDeskProps {
  readonly client: RoomClient
  readonly me: Me
  /** The room has been joined and its show has not ended. */
  readonly open: boolean
  readonly children: ReactNode
}

/** What a part gives to the row of a comment. */
export interface CommentGiven {
  /** Beside what the row itself says of the comment. */
  readonly chip: ReactNode
  /** Takes the place of the row's buttons; null: they stay. */
  readonly instead: ReactNode
}

export interface AroundCommentProps {
  readonly comment: StaffComment
  readonly children: (given: CommentGiven) => ReactNode
}

export interface RowButtonProps {
  readonly product: Product
  /** What the part has to show under the row is shown. */
  readonly opened: boolean
  readonly onToggle: () => void
}

/** A page of its own under /studio/, with the key as its path and a button on the list of shows. */
type Page = Place<
  { readonly word: WordKey; readonly mayOpen: (me: Me) => boolean },
  { readonly Page: ComponentType<{ readonly me: Me }> }
>

/** Around the whole desk, so that it outlives a part that fails: what it provides is for its feature's other parts. */
type AroundDesk = Place<object, { readonly Around: ComponentType<AroundDeskProps> }>

/** In the middle of the desk; the first that is for the show's phase. */
type Stage = Place<{ readonly isFor: (phase: ShowPhase) => boolean }, { readonly Stage: ComponentType }>

/** Under the stage; on a phone a pane of its own. Its element has the key as its class. */
type DeskPanel = Place<
  { readonly word: WordKey; readonly Icon: LucideIcon; readonly isFor: (phase: ShowPhase) => boolean },
  { readonly Panel: ComponentType }
>

type SideTab = Place<
  { readonly word: WordKey; readonly badge?: (desk: StaffState, parts: Parts<Places>) => Badge },
  { readonly Tab: ComponentType }
>

/** In the row of a product: a button, and what it opens under the row. */
type RundownRow = Place<
  { readonly marks?: (room: RoomState, product: Product) => Readonly<Record<`data-${string}`, string>> },
  { readonly Button: ComponentType<RowButtonProps>; readonly Under?: ComponentType<{ readonly product: Product }> }
>

/** A kind of play, by the name of its feature. */
type PlayPlace = Place<
  {
    readonly word: WordKey
    readonly Icon: LucideIcon
    readonly listIn: (desk: StaffState) => readonly ActivityLife[]
  },
  { readonly play: Play }
>

/** Above the form of the next play; `onMade`: it made one itself. */
type PlayAbove = Place<object, { readonly Above: ComponentType<{ readonly onMade: () => void }> }>

/** Of every play, whatever its kind and however it stands. */
type PlayAct = Place<object, { readonly Act: ComponentType<{ readonly view: PlayView }> }>

export interface Places {
  readonly page: Page
  readonly 'desk.around': AroundDesk
  /** In the desk's head, after its figures. */
  readonly 'desk.bar': Place<object, { readonly Bar: ComponentType }>
  readonly 'desk.panel': DeskPanel
  readonly stage: Stage
  /** Over the picture, as viewers have it. */
  readonly 'stage.over': Place<object, { readonly Over: ComponentType }>
  readonly 'side.tab': SideTab
  readonly 'rundown.row': RundownRow
  readonly play: PlayPlace
  readonly 'play.above': PlayAbove
  readonly 'play.act': PlayAct
  /** What needs staff now, over the stage. */
  readonly notice: Place<object, { readonly Notice: ComponentType }>
  readonly 'comments.above': Place<object, { readonly Above: ComponentType }>
  readonly 'comment.around': Place<object, { readonly Around: ComponentType<AroundCommentProps> }>
  /** On the page of the shop. */
  readonly 'shop.section': Place<
    { readonly isFor: (me: Me) => boolean },
    { readonly Section: ComponentType<{ readonly status: ShopStatus | null }> }
  >
}

/** What the desk shows before anyone has tapped anything. */
export const DESK_PLACES = [
  'desk.around',
  'desk.bar',
  'desk.panel',
  'stage',
  'stage.over',
  'side.tab',
  'rundown.row',
  'play',
  'notice',
  'comments.above',
  'comment.around',
] as const satisfies readonly (keyof Places)[]

/** A key of the desk, outside of fields and dialogs. */
export interface DeskKey {
  /** As the browser names them, in lower case. */
  readonly keys: readonly string[]
  readonly rank: number
  /** In the list of keys. */
  readonly shown: string
  readonly word: WordKey
  /** Answers whether it did anything. Without it parts listen by `useDeskKey`. */
  readonly press?: (desk: DeskValue, key: string, parts: Parts<Places>) => boolean
}

export interface Feature extends FeatureOf<Places> {
  readonly keys?: readonly DeskKey[]
}

/** What all features together put into the studio. */
export interface Studio {
  readonly parts: Parts<Places>
  readonly keys: readonly DeskKey[]
}
