// The places of the shopper's page and of the overlay that features fill, and what each place asks of a part.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { ActivityId, CommentId, OfferId } from '@lantern/shared/contract/ids.ts'
import type { Own, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold, ShowPhase } from '@lantern/shared/contract/things.ts'
import type { Feature as FeatureOf, Parts as PartsOf } from '@lantern/shared/ui/features.ts'
import type { ComponentType } from 'react'
import type { Layout } from './overlay/address.ts'
import type { OverlayPlay } from './plays/overlayPlay.tsx'
import type { Play } from './plays/play.tsx'
import type { WordsInUse } from './useWords.ts'
import type { Deal } from './view/deal.ts'

interface Place<Light extends object, Loaded extends object> {
  readonly light: Light
  readonly loaded: Loaded
}

export interface RoomProps {
  readonly room: RoomState
}

/** Over the lower part of the picture: what can be bought, what people say, and the foot with what one can do. */
type LiveStack = Place<{ readonly row: 'deals' | 'comments' | 'foot' }, { readonly Live: ComponentType<RoomProps> }>

/** The page without a picture: its head, its panel, and what stays in sight below. */
type Poster = Place<{ readonly at: 'head' | 'panel' | 'foot' }, { readonly Poster: ComponentType<RoomProps> }>

export interface SheetProps extends RoomProps {
  /** Of what the sheet is about; empty where it is about nothing in particular. */
  readonly id: string
}

/** Opened by its key, as the scene's panel. */
type Sheet = Place<
  { readonly title: (words: WordsInUse, of: SheetProps) => string },
  { readonly Content: ComponentType<SheetProps> }
>

export interface LayerProps extends RoomProps {
  readonly layout: Layout
}

/** A kind of play, by the name of its feature; what it brings is loaded once the room has one of it. */
interface PlayLight {
  readonly listIn: (room: RoomState) => readonly ActivityLife[]
  /** Those in which the viewer has still something to do although they are over; default: none. */
  readonly callsFor?: (own: Own, now: number) => readonly ActivityId[]
}

export interface Places {
  readonly 'live.stack': LiveStack
  /** Beside the picture, where the screen is wide. */
  readonly 'live.beside': Place<object, { readonly Beside: ComponentType<RoomProps> }>
  /** Round buttons in the upper corner of every page. */
  readonly corner: Place<object, { readonly Button: ComponentType }>
  readonly sheet: Sheet
  readonly before: Poster
  readonly after: Poster
  /** Under one's own comment. */
  readonly 'comment.below': Place<object, { readonly Below: ComponentType<{ readonly id: CommentId }> }>
  /** On the card of a product that may still be had. */
  readonly 'card.fact': Place<object, { readonly Fact: ComponentType<RoomProps & { readonly deal: Deal }> }>
  /** On the card of one's own hold. */
  readonly 'card.held': Place<object, { readonly HeldFact: ComponentType<{ readonly hold: Hold }> }>
  /** On a size that may be held. */
  readonly 'choice.hint': Place<object, { readonly Hint: ComponentType<RoomProps & { readonly offerId: OfferId }> }>
  readonly play: Place<PlayLight, { readonly play: Play }>
  /** The same kind for the overlay. */
  readonly 'overlay.play': Place<PlayLight, { readonly play: OverlayPlay }>
  /** Of the overlay for OBS. */
  readonly layer: Place<
    { readonly isFor: (phase: ShowPhase) => boolean },
    { readonly Layer: ComponentType<LayerProps> }
  >
}

/** What the page needs for its first picture. */
export const FIRST_PLACES = [
  'live.stack',
  'live.beside',
  'corner',
  'before',
  'after',
  'comment.below',
  'card.fact',
  'card.held',
  'choice.hint',
] as const satisfies readonly (keyof Places)[]

export type Feature = FeatureOf<Places>
export type Parts = PartsOf<Places>
