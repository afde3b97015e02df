// What the web pages and the API need from the rest of the server, and no more; app/ hands it over.
import type { AfterShow, FreeUnits } from '@lantern/shared/contract/http.ts'
import type { DoctorReport } from '@lantern/shared/contract/doctor.ts'
import type { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { RefusedEvent } from '@lantern/shared/contract/refusedEvents.ts'
import type { HandoffFailure, ImportReport, Shortfall, ShopStatus } from '@lantern/shared/contract/shop.ts'
import type { Hold, LocalText, Locale, Product, Show } from '@lantern/shared/contract/things.ts'
import type { DeliveryLog, EndpointSecret, NewEndpoint, WebhookBoard } from '@lantern/shared/contract/webhooks.ts'
import type { Clock } from '../kit/clock.ts'
import type { Identity } from '../identity/identity.ts'
import type { Log } from '../ops/log.ts'

export interface HttpSettings {
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

export interface HttpStore {
  readRoom(showId: ShowId): Promise<{ room: { show: Show; products: readonly Product[] } } | null>
  readAfter(showId: ShowId): Promise<AfterShow | null>
  listShows(): Promise<readonly (Show & { products: number })[]>
  readFreeUnits(): Promise<FreeUnits>
  createShow(show: { id: ShowId; title: LocalText; startsAt: number }): Promise<Show>
}

/** A hold with what its hand-off needs. */
export interface HeldForHandoff extends Hold {
  readonly viewerId: string
  readonly via: string | null
  readonly items: readonly {
    sku: string
    externalId: string | null
    quantity: number
    unitPriceMinor: number
    shopPriceMinor: number
  }[]
}

export interface HttpLedger {
  findForHandoff(holdId: HoldId): Promise<HeldForHandoff | null>
}

/** How the viewer came: what the shop's link depends on beside the hold. */
export interface Visit {
  /** Scheme, host and port the viewer used. */
  readonly origin: string
  /** The host's name alone. */
  readonly hostname: string
  readonly locale: Locale
}

export interface Delivery {
  readonly endpointId: string
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** What the shop has posted, and what is posted to others. */
export interface HttpWebhooks {
  /** Kept on disk before it resolves, and acted on once however often it comes; TRY_AGAIN, CANNOT_STORE: not kept. */
  take(
    delivery: Delivery,
  ): Promise<
    Outcome<
      'new' | 'known' | 'ignored',
      'ENDPOINT_NOT_FOUND' | 'BAD_SIGNATURE' | 'BAD_INPUT' | 'TRY_AGAIN' | 'CANNOT_STORE'
    >
  >
  readonly admin: WebhookAdmin
  /** What was refused, for staff to see. Cheap, and safe to call at any rate. */
  noteRefused(refused: RefusedWebhook): void
  /** Those of all processes, of the last time first. */
  readRefused(): Promise<readonly RefusedEvent[]>
}

export interface RefusedWebhook {
  readonly code: 'ENDPOINT_NOT_FOUND' | 'BAD_SIGNATURE' | 'BAD_INPUT' | 'TOO_LARGE' | 'UNREADABLE' | 'WRONG_HOST'
  /** The body is empty where it was not read. */
  readonly delivery: Delivery
  readonly bytes: number
  /** Parts of the message, never what stands in them. */
  readonly why: string | null
}

export interface WebhookAdmin {
  board(): Promise<WebhookBoard>
  add(endpoint: NewEndpoint): Promise<Outcome<EndpointSecret, 'URL_NOT_ALLOWED'>>
  rotate(id: string): Promise<Outcome<EndpointSecret, 'ENDPOINT_NOT_FOUND' | 'NOT_ALLOWED'>>
  switch(id: string, enabled: boolean): Promise<Outcome<null, 'ENDPOINT_NOT_FOUND'>>
  remove(id: string): Promise<Outcome<null, 'ENDPOINT_NOT_FOUND' | 'NOT_ALLOWED'>>
  log(id: string): Promise<Outcome<DeliveryLog, 'ENDPOINT_NOT_FOUND'>>
  replay(id: string, deliveryId: string): Promise<Outcome<null, 'ENDPOINT_NOT_FOUND'>>
  settleArrival(id: string, choice: 'seen' | 'again'): Promise<Outcome<null, 'ENDPOINT_NOT_FOUND'>>
}

/** What staff ask about the shop. */
export interface HttpShopAdmin {
  status(): Promise<ShopStatus>
  /** What is held in live shows and is not in the shop, as of now. */
  readShort(): Promise<readonly Shortfall[]>
  /** Buyers who could not be taken to the shop lately. */
  readFailures(): Promise<readonly HandoffFailure[]>
  test(): Promise<Outcome<null, 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'>>
  /** What an import would change, and what it has changed. */
  preview(): Promise<Outcome<ImportReport, 'SHOP_CANNOT' | 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'>>
  import(): Promise<Outcome<ImportReport, 'SHOP_CANNOT' | 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'>>
  /** The same for a CSV file. */
  previewFile(file: { bytes: Uint8Array; currency: string }): Promise<Outcome<ImportReport, 'FILE_REFUSED'>>
  importFile(file: { bytes: Uint8Array; currency: string }): Promise<Outcome<ImportReport, 'FILE_REFUSED'>>
}

export interface HttpCheckout {
  /** The shop's checkout for this hold. HOLD_OVER: there is no time left. */
  linkTo(
    hold: HeldForHandoff,
    visit: Visit,
  ): Promise<Outcome<string, 'HOLD_OVER' | 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'>>
  /** The keys that verify our hand-offs, as a JSON Web Key Set. */
  publicKeys(): { readonly keys: readonly object[] }
}

export interface HttpNeeds {
  readonly config: HttpSettings
  readonly identity: Identity
  readonly store: HttpStore
  readonly ledger: HttpLedger
  readonly checkout: HttpCheckout
  readonly webhooks: HttpWebhooks
  readonly shopAdmin: HttpShopAdmin
  /** What is missing before a real show; takes some seconds. */
  readonly doctor: () => Promise<DoctorReport>
  readonly log: Log
  readonly clock: Clock
  /** Why this process takes no traffic now; empty: it does. */
  readonly notReady: () => Promise<readonly string[]>
  readonly metricsText: () => Promise<string>
  /** Called once for each webhook with what became of it: `new`, `known`, `ignored` or a refusal's code. */
  readonly onWebhook?: (result: string) => void
  /** Base URLs of the processes that serve pictures, so that pages may connect to them. */
  readonly nodeUrls?: () => readonly string[]
  /** Ports that are really listened on, where the settings say 0. */
  readonly ports?: () => { readonly port: number; readonly httpsPort: number | null }
  /** Folders of the built pages; the workspace's own unless told. */
  readonly pagesDir?: { readonly viewer: string; readonly studio: string }
}
