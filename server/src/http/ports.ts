// What the web pages and the API need from the rest of the server, and no more; app/ hands it over.
import type { DoctorReport } from '@lantern/shared/contract/doctor.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { MakeSharerLink } from '@lantern/shared/contract/sharerPage.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { SharerBook } from '../features/commission/sharerBook.ts'
import type { CounterBook } from '../features/counter/counterBook.ts'
import type { GroupBook } from '../features/groups/groupBook.ts'
import type { MemberBook } from '../features/members/memberBook.ts'
import type { Clock } from '../kit/clock.ts'
import type { Identity } from '../identity/identity.ts'
import type { MemberTokenSettings } from '../identity/memberTokens.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { PickupSaid } from '../ops/metrics.ts'
import type { Log } from '../ops/log.ts'
import type { Checkout } from '../shops/checkout.ts'
import type { Connections } from '../shops/connect/connections.ts'
import type { ShopAdmin } from '../shops/shopAdmin.ts'
import type { KnownBook } from '../records/known.ts'
import type { Store } from '../records/store.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'

export interface HttpSettings extends MemberTokenSettings {
  readonly port: number
  readonly httpsPort: number | null
  readonly dataDir: string
  readonly publicUrl: string | null
  readonly nodeUrl: string | null
  readonly trustProxy: number
  readonly allowedOrigins: readonly string[]
  readonly announcedAddresses: readonly string[]
  readonly metricsToken: string | null
}

/** What the web reads and makes of shows. */
export type HttpStore = Pick<
  Store,
  | 'readRoom'
  | 'readAfter'
  | 'readPublished'
  | 'readPublishedPacket'
  | 'readEntryIds'
  | 'listShows'
  | 'readFreeUnits'
  | 'createShow'
  | 'createChosenShow'
  | 'readRundown'
  | 'changeRundown'
>

/** A show's page was opened by a link. */
export interface Opened {
  readonly via: string
  readonly showId: string
  /** Null: by a machine. */
  readonly viewerId: ViewerId | null
  /** The same for the same address, and nothing else. */
  readonly source: string
}

/** Share links as pages need them. */
export interface LinkBook {
  /** Null: nothing that this shop has made. */
  find(code: string): Promise<{ readonly showId: ShowId; readonly isVoided: boolean } | null>
  /** A sharer's for one more group. */
  makeFor(sharerId: SharerId, asked: MakeSharerLink): Promise<Outcome<string>>
  /** One that the sharer has made, for good. */
  voidOf(sharerId: SharerId, code: string): Promise<Outcome<null>>
  note(opened: Opened): void
}

export interface HttpNeeds {
  readonly config: HttpSettings
  readonly identity: Identity
  readonly store: HttpStore
  readonly ledger: Pick<Ledger, 'findForHandoff' | 'redeem'>
  readonly checkout: Pick<Checkout, 'answers' | 'linkTo' | 'publicKeys'>
  readonly webhooks: Pick<Webhooks, 'take' | 'admin' | 'noteRefused' | 'readRefused' | 'readMessages'>
  readonly links: LinkBook
  readonly groups: GroupBook
  readonly members: MemberBook
  readonly sharers: SharerBook
  readonly counter: CounterBook
  /** What is known of a viewer, for that viewer. */
  readonly known: KnownBook
  readonly shopAdmin: ShopAdmin
  readonly connections: Connections
  /** What is missing before a real show; takes some seconds. */
  readonly doctor: () => Promise<DoctorReport>
  readonly log: Log
  readonly clock: Clock
  /** Why this process takes no traffic now; empty: it does. */
  readonly notReady: () => Promise<readonly string[]>
  /** What ops should look at while traffic goes on. */
  readonly notes: () => Promise<readonly string[]>
  readonly metricsText: () => Promise<string>
  /** Called once for each webhook with what became of it: `new`, `known`, `ignored` or a refusal's code. */
  readonly onWebhook?: (result: string) => void
  /** Called with what a group's leader has said. */
  readonly onPickup?: (what: PickupSaid) => void
  /** Base URLs of the processes that serve pictures, so that pages may connect to them. */
  readonly nodeUrls?: () => readonly string[]
  /** Ports that are really listened on, where the settings say 0. */
  readonly ports?: () => { readonly port: number; readonly httpsPort: number | null }
  /** Folders of the built pages; the workspace's own unless told. */
  readonly pagesDir?: { readonly viewer: string; readonly studio: string }
}
