// The port to what is known of a viewer, for that viewer.
import type { OwnConsent } from '@lantern/shared/contract/consents.ts'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Known, KnownGroup } from '@lantern/shared/contract/known.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'

export interface OwnReader {
  readonly viewerId: ViewerId
  readonly locale: Locale
  /** Where the request came from: many identities are made there as easily as one. */
  readonly address: string
}

export type KnownPart = Omit<KnownGroup, 'hasMore'>

export interface KnownBook {
  /** The newest rows of each kind. */
  read(reader: OwnReader): Promise<Outcome<Known, 'TOO_MANY'>>
  /** All rows, by kind, in the order of the kinds. */
  readAll(reader: OwnReader): Promise<Outcome<KnownPart[], 'TOO_MANY'>>
  consents(reader: OwnReader): Promise<Outcome<OwnConsent[], 'TOO_MANY'>>
  /** One that is not this viewer’s stays. Safe to repeat. */
  withdraw(reader: OwnReader, id: string): Promise<Outcome<null, 'TOO_MANY'>>
  /** For good; the cookie stands for nobody from then on, here and elsewhere. Safe to repeat. */
  erase(reader: OwnReader): Promise<Outcome<null, 'TOO_MANY'>>
}
