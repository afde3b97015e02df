// The tables of sharers: who they are, their links, who came by these, and the shop's rules; times are ms since the epoch.
import type { Messenger } from '@lantern/shared/contract/groups.ts'
import type { ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'

/**
 * `name`: as the sharer chose it; `consent`: the version of the text that was agreed to; `key_no`: which link to the page works;
 * `device`: the hash of the secret of the one device that may open the page, null: the first that does.
 */
export interface SharerRow {
  id: SharerId
  viewer_id: ViewerId | null
  staff_id: StaffId | null
  name: string
  upper_id: SharerId | null
  joined_at: number
  consent: string
  over_at: number | null
  key_no: number
  device: string | null
  /** The hash of a code that lets another device in, until when, and how often a wrong one was typed. */
  code: string | null
  code_until: number
  code_tries: number
}

/**
 * `over_at`: since then it brings nobody; `name`: where it goes, as the sharer calls it, null: the one that the show's own page
 * gives them; `messenger`: what it is for there.
 */
export interface SharerLinkRow {
  code: string
  sharer_id: SharerId
  show_id: ShowId
  over_at: number | null
  name: string | null
  messenger: Messenger | null
  made_at: number
}

/** A viewer's opens by one link within one day of the epoch. */
export interface SharerClickRow {
  viewer_id: ViewerId
  code: string
  day: number
  first_at: number
  last_at: number
  clicks: number
}

/** Json; never changed: a hold names the version it was credited under. */
export interface SharingRulesRow {
  version: number
  at: number
  by: string
  rules: string
}

export interface SharingSchema {
  sharers: SharerRow
  sharer_links: SharerLinkRow
  sharer_clicks: SharerClickRow
  sharing_rules: SharingRulesRow
}
