// The table of consents; rows are only added, and say when they were withdrawn.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { ConsentPurpose } from '@lantern/shared/contract/consents.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'

/** `about`: the activity it was given in, empty: the shop; `language`: in which it was read, null: nobody wrote that down. */
export interface ConsentRow {
  id: string
  viewer_id: ViewerId
  purpose: ConsentPurpose
  about: string
  version: string
  language: Locale | null
  given_at: number
  withdrawn_at: number | null
}

export interface ConsentsSchema {
  consents: ConsentRow
}
