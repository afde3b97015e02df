// What the studio fetches over HTTP, parsed by the contract; a refusal is thrown as a RefusalError for the query cache.
import { NewDevicePass } from '@lantern/shared/contract/boundPage.ts'
import { CatalogueChanges, type ChosenChanges } from '@lantern/shared/contract/catalogue.ts'
import {
  type SetKeys,
  ShopConnections,
  type ShopKindName,
  ShopMessages,
  ShopRecipe,
} from '@lantern/shared/contract/connections.ts'
import {
  CounterRules,
  type LookAt,
  Looked,
  type Redeem,
  Redemptions,
  StaffRedemption,
} from '@lantern/shared/contract/counter.ts'
import { DoctorReport } from '@lantern/shared/contract/doctor.ts'
import {
  GroupBoard,
  GroupShows,
  type SaveGroup,
  type SaveGroupPrices,
  type SavePoint,
} from '@lantern/shared/contract/groups.ts'
import { MemberList, type SaveTiers, TierBoard } from '@lantern/shared/contract/members.ts'
import {
  FreeUnits,
  Me,
  ShowLinks,
  ShowList,
  type LoginInput,
  type NewShow,
  type PageProblem,
  type Welcome,
} from '@lantern/shared/contract/http.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { NewLeaderPage } from '@lantern/shared/contract/leaderPage.ts'
import { RefusedEvents } from '@lantern/shared/contract/refusedEvents.ts'
import { RefusalCode, RefusalDetail } from '@lantern/shared/contract/refusals.ts'
import { ShowRundown } from '@lantern/shared/contract/rundown.ts'
import { OrderTree, SharerPages, SharerPageUrl, StaffBoard } from '@lantern/shared/contract/sharerPage.ts'
import { ImportReport, Shortfalls, ShopStatus } from '@lantern/shared/contract/shop.ts'
import type { ActOnFailure, DecidePayment } from '@lantern/shared/contract/shopActs.ts'
import { Show } from '@lantern/shared/contract/things.ts'
import { DeliveryLog, EndpointSecret, type NewEndpoint, WebhookBoard } from '@lantern/shared/contract/webhooks.ts'
import * as z from 'zod'

export class RefusalError extends Error {
  readonly code: RefusalCode
  readonly retryAfterMs: number
  readonly detail: Readonly<Record<string, unknown>>

  constructor(code: RefusalCode, retryAfterMs = 0, detail: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.retryAfterMs = retryAfterMs
    this.detail = detail
  }
}

const RefusalBody = z.object({
  code: RefusalCode,
  retryAfterMs: z.number().optional(),
  detail: RefusalDetail.optional(),
})

/** A CSV file as it was read when it was chosen, and the currency of its prices. */
export interface ProductFile {
  readonly bytes: Blob
  readonly currency: string
}

export const api = {
  me: () => request(Me, '/api/staff/me'),
  login: (input: LoginInput) => request(Me, '/api/staff/login', input),
  welcome: (input: Welcome) => request(Me, '/api/staff/welcome', input),
  reportProblem: (problem: PageProblem) => request(z.unknown(), '/api/staff/problems', problem),
  logout: () => request(z.unknown(), '/api/staff/logout', {}),
  shows: () => request(ShowList, '/api/shows'),
  freeUnits: () => request(FreeUnits, '/api/shows/free'),
  createShow: (input: NewShow) => request(Show, '/api/shows', input),
  shop: () => request(ShopStatus, '/api/shop'),
  short: () => request(Shortfalls, '/api/shop/short'),
  refusedEvents: () => request(RefusedEvents, '/api/shop/refused'),
  doctor: () => request(DoctorReport, '/api/doctor'),
  connections: () => request(ShopConnections, '/api/shop/connections'),
  setKeys: (input: SetKeys) => request(ShopConnections, '/api/shop/keys', input),
  runTrip: (kind: ShopKindName) => request(ShopConnections, '/api/shop/trip', { kind }),
  useShop: (kind: ShopKindName) => request(ShopConnections, '/api/shop/use', { kind }),
  recipe: (kind: ShopKindName) => request(ShopRecipe, `/api/shop/recipe/${kind}`),
  actOnFailure: (input: ActOnFailure) => request(z.unknown(), '/api/shop/failed', input),
  decidePayment: (input: DecidePayment) => request(z.unknown(), '/api/shop/decide', input),
  shopMessages: () => request(ShopMessages, '/api/shop/messages'),
  changes: (after: string | null) =>
    request(CatalogueChanges, `/api/shop/changes${after === null ? '' : `?${new URLSearchParams({ after })}`}`),
  readChanges: () => request(CatalogueChanges, '/api/shop/changes/read', {}),
  takeChanges: (input: ChosenChanges) => request(CatalogueChanges, '/api/shop/changes/take', input),
  leaveChanges: (input: ChosenChanges) => request(CatalogueChanges, '/api/shop/changes/leave', input),
  previewImport: () => request(ImportReport, '/api/shop/preview', {}),
  importProducts: (agreed?: string) =>
    request(ImportReport, `/api/shop/import${agreed === undefined ? '' : `?${new URLSearchParams({ agreed })}`}`, {}),
  previewFile: ({ bytes, currency }: ProductFile) =>
    request(ImportReport, `/api/shop/csv/preview?currency=${currency}`, bytes),
  importFile: ({ bytes, currency }: ProductFile) =>
    request(ImportReport, `/api/shop/csv/import?currency=${currency}`, bytes),
  groups: () => request(GroupBoard, '/api/groups'),
  groupShows: (id: string) => request(GroupShows, `/api/groups/${id}/shows`),
  saveGroup: ({ id, group }: { readonly id: string; readonly group: SaveGroup }) =>
    request(z.unknown(), `/api/groups/${id}`, group),
  deleteGroup: (id: string) => request(z.unknown(), `/api/groups/${id}/delete`, {}),
  savePrices: ({ id, list }: { readonly id: string; readonly list: SaveGroupPrices }) =>
    request(z.unknown(), `/api/groups/${id}/prices`, list),
  members: (of: { readonly named: string; readonly inTier: string }) =>
    request(MemberList, `/api/members?${new URLSearchParams(Object.entries(of).filter(([, text]) => text !== ''))}`),
  tiers: () => request(TierBoard, '/api/members/tiers'),
  saveTiers: (input: SaveTiers) => request(z.unknown(), '/api/members/tiers', input),
  counter: () => request(CounterRules, '/api/counter'),
  setCounter: (rules: CounterRules) => request(CounterRules, '/api/counter', rules),
  lookAtCode: (asked: LookAt) => request(Looked, '/api/counter/look', asked),
  redeem: (asked: Redeem) => request(StaffRedemption, '/api/counter/redeem', asked),
  redemptions: (day: Readonly<Record<'from' | 'to', string>>) =>
    request(Redemptions, `/api/counter/redemptions?${new URLSearchParams(day)}`),
  rundown: (showId: string) => request(ShowRundown, `/api/shows/${showId}/rundown`),
  makeLeaderPage: (id: string) => request(NewLeaderPage, `/api/groups/${id}/leader`, {}),
  voidLeaderPage: (id: string) => request(z.unknown(), `/api/groups/${id}/leader/void`, {}),
  passLeaderPage: (id: string) => request(NewDevicePass, `/api/groups/${id}/leader/pass`, {}),
  sharers: () => request(SharerPages, '/api/sharers'),
  sharersBoard: (of: Readonly<Record<string, string>>) =>
    request(StaffBoard, `/api/sharers/board?${new URLSearchParams(of)}`),
  orderTree: (id: string) => request(OrderTree, `/api/sharers/order?${new URLSearchParams({ id })}`),
  sharerPage: (id: string) => request(SharerPageUrl, `/api/sharers/${id}/page`, {}),
  voidSharerPage: (id: string) => request(z.unknown(), `/api/sharers/${id}/page/void`, {}),
  passSharerPage: (id: string) => request(NewDevicePass, `/api/sharers/${id}/page/pass`, {}),
  savePoint: ({ id, point }: { readonly id: string; readonly point: SavePoint }) =>
    request(z.unknown(), `/api/groups/points/${id}`, point),
  webhooks: () => request(WebhookBoard, '/api/webhooks'),
  addEndpoint: (input: NewEndpoint) => request(EndpointSecret, '/api/webhooks', input),
  rotateEndpoint: (id: string) => request(EndpointSecret, `/api/webhooks/${id}/rotate`, {}),
  switchEndpoint: (id: string, enabled: boolean) => request(z.unknown(), `/api/webhooks/${id}/switch`, { enabled }),
  removeEndpoint: (id: string) => request(z.unknown(), `/api/webhooks/${id}/remove`, {}),
  deliveries: (id: string) => request(DeliveryLog, `/api/webhooks/${id}/deliveries`),
  replay: (id: string, delivery: string) =>
    request(z.unknown(), `/api/webhooks/${id}/deliveries/${delivery}/replay`, {}),
  settleArrival: (id: string, choice: 'seen' | 'again') =>
    request(z.unknown(), `/api/webhooks/arrivals/${id}`, { choice }),
  links: (showId: ShowId) => request(ShowLinks, `/api/shows/${showId}/links`),
}

/** True when the answer was "who are you?": the login is shown and the person comes back to where they were. */
export function needsLogin(error: unknown): boolean {
  return error instanceof RefusalError && (error.code === 'LOGIN_NEEDED' || error.code === 'SESSION_OVER')
}

async function request<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  body?: unknown,
): Promise<z.infer<Schema>> {
  const response = await reach(path, body)
  const json: unknown = await response.json().catch(() => null)
  if (response.ok) return schema.parse(json)

  const refusal = RefusalBody.safeParse(json)
  throw refusal.success
    ? new RefusalError(refusal.data.code, refusal.data.retryAfterMs, refusal.data.detail)
    : new RefusalError(response.status >= 500 ? 'INTERNAL' : 'BAD_INPUT')
}

async function reach(path: string, body: unknown): Promise<Response> {
  const init: RequestInit = { credentials: 'same-origin', headers: { accept: 'application/json' } }
  if (body !== undefined) {
    init.method = 'POST'
    const isFile = body instanceof Blob
    init.headers = { ...init.headers, 'content-type': isFile ? 'text/csv' : 'application/json' }
    init.body = isFile ? body : JSON.stringify(body)
  }
  try {
    return await fetch(path, init)
  } catch {
    throw new RefusalError('TRY_AGAIN')
  }
}
