// The port to the records of webhooks: the inbox of shops' deliveries, and the relay's endpoints, deliveries and attempts.
import type { HoldId, OrderId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { RefundState } from '@lantern/shared/contract/things.ts'
import type {
  ArrivalMatter,
  ArrivalState,
  Delivery,
  DeliveryState,
  Endpoint,
  EndpointReason,
  ToldType,
} from '@lantern/shared/contract/webhooks.ts'
import type { RefusedRecords } from './refusedRecords.ts'

export interface NewArrival {
  readonly endpointId: string
  readonly eventId: string
  readonly type: string
  readonly holdId: HoldId | null
  /** What it says, as json; null: nothing to us. */
  readonly fact: string | null
  readonly body: string
}

export interface ClaimedArrival {
  readonly id: string
  readonly holdId: HoldId | null
  readonly fact: string
  /** Before this one. */
  readonly tries: number
}

export interface ArrivalResult {
  readonly id: string
  readonly state: ArrivalState
  readonly tries: number
  /** Until the next try, where `state` is still `waiting`. */
  readonly inMs: number
  readonly note: string | null
}

/** Every method is one transaction, durable when it resolves; any process may call any of them at any time. */
export interface Inbox {
  /** Keeps them; answers for each whether it is new: one event of one endpoint is kept once. Safe to repeat. */
  keep(arrivals: readonly NewArrival[]): Promise<readonly boolean[]>
  /** The same for what we have asked for: the shop does not repeat itself by it. */
  keepAsked(arrivals: readonly NewArrival[]): Promise<readonly boolean[]>
  /** The latest 200, those of the last time first, and how many came in the last day. */
  journal(): Promise<Journal>
  /**
   * The oldest that are due, for this caller alone until `leaseMs` are over. While an arrival of a hold waits for its next
   * try or is somebody's, later ones of that hold stay.
   */
  claim(most: { limit: number; leaseMs: number }): Promise<readonly ClaimedArrival[]>
  settle(results: readonly ArrivalResult[]): Promise<void>
  /** The latest 100 that staff must look at, newest first. */
  matters(): Promise<readonly ArrivalMatter[]>
  /** Puts a matter away, or lets it be tried again; false: there is no such matter. */
  answerMatter(id: string, choice: 'seen' | 'again'): Promise<boolean>
  /** Removes what came before `before` and waits for nothing, at most `limit`; answers how many. */
  prune(before: number, limit: number): Promise<number>
  /** `oldestMs`: how long the oldest has waited. */
  backlog(): Promise<Backlog>
  /** When the latest event came; null: none is kept. */
  lastAt(): Promise<number | null>
  /** The same of one endpoint, from `since` on. */
  heardAt(asked: { endpointId: string; since: number }): Promise<number | null>
}

export interface JournalEntry {
  readonly id: string
  readonly endpointId: string
  readonly type: string
  readonly fact: string | null
  readonly state: ArrivalState
  readonly note: string | null
  readonly receivedAt: number
  readonly repeats: number
  readonly repeatedAt: number | null
  /** Of the hold that it names; null: there is none of ours. */
  readonly hold: { readonly id: HoldId; readonly viewerName: string; readonly totalMinor: number } | null
  /** The order's amount is a matter for staff still. */
  readonly differs: boolean
}

export interface Journal {
  readonly entries: readonly JournalEntry[]
  readonly lastDay: number
}

export interface Backlog {
  readonly waiting: number
  readonly oldestMs: number
}

/** Holds whose buyers were sent to a shop that is to be asked how it went. */
export interface Handoffs {
  /** Again: the asking starts over. */
  open(handoff: { holdId: HoldId; showId: ShowId; firstInMs: number }): Promise<void>
  /** Asks about the hold of this order at once; false: no such order is known. */
  reopen(orderId: OrderId): Promise<boolean>
  /** Those that are due, for this caller alone until `leaseMs` are over; of closed ones those whose order waits for its money. */
  claim(most: { limit: number; leaseMs: number }): Promise<readonly ClaimedHandoff[]>
  settle(results: readonly HandoffResult[]): Promise<void>
}

export interface ClaimedHandoff {
  readonly holdId: HoldId
  readonly showId: ShowId
  readonly handedAt: number
  readonly polls: number
  /** The hold's deadline was so long ago; 0: it is to come. */
  readonly overForMs: number
  /** Its order is placed and waits for its money, however long. */
  readonly isAuthorised: boolean
}

export interface HandoffResult {
  readonly holdId: HoldId
  readonly polls: number
  readonly inMs: number
  readonly over: boolean
}

/** Orders whose money staff give back and whose shop is to be told. */
export interface Refunds {
  /** Those that are due, for this caller alone until `leaseMs` are over. */
  claim(most: { limit: number; leaseMs: number }): Promise<readonly ClaimedRefund[]>
  /** Writes down what became of them, for staff to see. */
  settle(results: readonly RefundResult[]): Promise<void>
}

export interface ClaimedRefund {
  readonly orderId: OrderId
  readonly holdId: HoldId
  readonly restock: boolean
  /** What the shop keeps; 0: nothing. */
  readonly keepMinor: number
  /** Before this one. */
  readonly tries: number
}

export interface RefundResult {
  readonly orderId: OrderId
  readonly holdId: HoldId
  /** As it was claimed; where staff have asked for something else since, that is still to be told. */
  readonly keepMinor: number
  readonly state: RefundState
  readonly tries: number
  /** Until the next try, where `state` is still `asked`. */
  readonly inMs: number
  /** For the event log. */
  readonly why: string | null
}

export interface EndpointRecord {
  readonly id: string
  readonly url: string
  readonly secret: string
  readonly types: readonly ToldType[]
}

export interface ClaimedDelivery {
  readonly id: string
  readonly type: string
  readonly body: string
  /** Before this one. */
  readonly tries: number
}

/** What is due at one endpoint. `secrets`: the newest first, two while rotating. */
export interface EndpointWork {
  readonly endpointId: string
  readonly url: string
  readonly secrets: readonly string[]
  readonly deliveries: readonly ClaimedDelivery[]
}

export interface DeliveryResult {
  readonly endpointId: string
  readonly id: string
  readonly state: DeliveryState
  readonly tries: number
  /** Until the next attempt, where `state` is still `pending`. */
  readonly inMs: number
  readonly attempt: { tookMs: number; status: number | null; problem: string | null }
  /** The whole endpoint is left alone for so long. */
  readonly throttleMs: number
  /** The endpoint said that it is gone. */
  readonly gone: boolean
}

export interface RelayBox {
  /** Puts what happened since the last time into the endpoints' queues, at most `limit` events; answers how many it read. */
  collect(limit: number): Promise<number>
  /** What is due, for this caller alone until `leaseMs` are over; nothing of the endpoints in `busy`. */
  claim(most: { busy: readonly string[]; perEndpoint: number; leaseMs: number }): Promise<readonly EndpointWork[]>
  /** Writes down attempts and what follows from them. What was delivered meanwhile stays delivered. */
  settle(results: readonly DeliveryResult[]): Promise<void>
  prune(before: number, limit: number): Promise<number>
  backlog(): Promise<Backlog>
  /** Makes it, or brings it to this address and secret; the secret it had signs beside the new one for `overlapMs`. */
  saveEndpoint(endpoint: EndpointRecord, overlapMs: number): Promise<void>
  /** What waited for it to be switched on is due again. False: there is no such endpoint. */
  switchEndpoint(id: string, enabled: boolean, reason: EndpointReason): Promise<boolean>
  /** With everything that was sent to it. False: there is no such endpoint. */
  removeEndpoint(id: string): Promise<boolean>
  findEndpoint(id: string): Promise<EndpointRecord | null>
  listEndpoints(): Promise<readonly Omit<Endpoint, 'fromSetting'>[]>
  /** The latest 50, newest first. */
  listDeliveries(endpointId: string): Promise<readonly Delivery[]>
  /** Sends it again under the same id; false: there is none. */
  replay(endpointId: string, id: string): Promise<boolean>
}

export interface WebhookRecords {
  readonly inbox: Inbox
  readonly handoffs: Handoffs
  readonly relay: RelayBox
  readonly refunds: Refunds
  readonly refused: RefusedRecords
}
