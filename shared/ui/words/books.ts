// All that a page says, of its core and of every feature; the languages of each fill it.
import type { RefusalCode } from '../../contract/refusals.ts'
import type { FeatureKey } from '../../contract/words.ts'
import type { OverlayWords } from './overlay.en.ts'
import type { StudioKey } from './studio.en.ts'
import type { ViewerWords } from './viewer.en.ts'

type Book<Key extends string> = Readonly<Record<Key, string>>

export type RefusalBook = Book<RefusalCode>
export type ViewerBook = Book<keyof ViewerWords | FeatureKey<'viewer'>>
export type OverlayBook = ViewerBook & Book<keyof OverlayWords | FeatureKey<'overlay'>>

/** Of the studio in English: other languages do without a singular. */
export type StudioBookKey = StudioKey | FeatureKey<'studio'>
export type StudioBook = Book<Exclude<StudioBookKey, `${string}_one`>>
