// Every address that the server answers over HTTP, as data: who may ask, what it takes, what it answers, what it refuses.
import * as z from 'zod'
import { CatalogueChanges, ChangeQuery, ChangesQuery, ChosenChanges, ImportQuery, ProductDetails } from './catalogue.ts'
import { RunTrip, SetKeys, ShopConnections, ShopMessages, ShopRecipe, UseShop } from './connections.ts'
import { CONSENT_ROUTES } from './consentRoutes.ts'
import { COUNTER_ROUTES } from './counterRoutes.ts'
import { DoctorReport } from './doctor.ts'
import { GROUP_ROUTES } from './groupRoutes.ts'
import { ShopEvent } from './handoff.ts'
import {
  AfterShow,
  FreeUnits,
  JsonWebKeys,
  LoginInput,
  Me,
  NewShow,
  PageProblem,
  Ready,
  ShowLinks,
  ShowList,
  Welcome,
} from './http.ts'
import { ChangeRundown, RUNDOWN_REFUSALS, ShowRundown } from './rundown.ts'
import { ProductFileQuery } from './productFile.ts'
import { AnyPublished } from './published.ts'
import { RefusedEvents } from './refusedEvents.ts'
import { MEMBER_ROUTES } from './memberRoutes.ts'
import { KNOWN_ROUTES } from './known.ts'
import { json, type Route, text } from './route.ts'
import { AT_THE_DESK, ROLES } from './roles.ts'
import { SHARER_ROUTES } from './sharerRoutes.ts'
import { ImportReport, Shortfalls, ShopStatus, ShopTested } from './shop.ts'
import { ACT_REFUSALS, ActOnFailure, DECIDE_REFUSALS, DecidePayment } from './shopActs.ts'
import { Show } from './things.ts'
import { DeliveryLog, EndpointSecret, NewEndpoint, SettleArrival, SwitchEndpoint, WebhookBoard } from './webhooks.ts'

const nothing = json(z.object({}))

const OWNER = ['owner'] as const
const asked = { status: 200, refusals: [] } as const
const page = { ...asked, from: 'anyone', answers: text('text/html') } as const
const redirect = { from: 'anyone', answers: text('text/html'), refusals: [] } as const
const acted = { ...asked, from: AT_THE_DESK, answers: nothing } as const
const picture = { ...asked, from: 'anyone', answers: text('image/jpeg') } as const
const csv = { from: OWNER, query: ProductFileQuery, takes: text('text/csv'), answers: json(ImportReport) } as const
const imported = { ...asked, from: OWNER, answers: json(ImportReport) } as const
const connected = { ...asked, from: OWNER, answers: json(ShopConnections) } as const
const KEYS_CLOSED = ['SECRETS_KEY_MISSING', 'SECRETS_KEY_WRONG'] as const
const NO_PRODUCT = ['PRODUCT_NOT_FOUND'] as const
const SHOP_SAYS_NO = ['SHOP_UNREACHABLE', 'SHOP_REFUSED'] as const

/** `METHOD /path`, with express's names for what stands for something. */
export const ROUTES = {
  /** The process is alive. */
  'GET /healthz': { ...asked, from: 'anyone', answers: json(z.object({ ok: z.literal(true) })) },
  /** Whether this process takes traffic; 503 with the reasons where it does not. */
  'GET /readyz': { ...asked, from: 'anyone', answers: json(Ready) },
  /** Prometheus' text format. Open unless METRICS_TOKEN is set. */
  'GET /metrics': { ...asked, from: 'operator', answers: text('text/plain'), refusals: ['NOT_ALLOWED'] },
  /** The public keys that verify the tokens of our hand-off links. May be kept for five minutes. */
  'GET /.well-known/jwks.json': { ...asked, from: 'anyone', answers: json(JsonWebKeys) },

  /**
   * What a shop tells: an order, its end, its stock. Signed as Standard Webhooks 1.0. 202: it is on disk and need not be sent
   * again; the same `webhook-id` acts once, however often it comes.
   */
  'POST /api/shop/events/:endpointId': {
    from: 'shop',
    takes: json(ShopEvent),
    status: 202,
    answers: json(z.object({ ok: z.literal(true), value: z.object({ taken: z.boolean() }) })),
    refusals: ['ENDPOINT_NOT_FOUND', 'BAD_SIGNATURE', 'BAD_INPUT', 'TRY_AGAIN', 'CANNOT_STORE'],
  },

  /** Sets the session's cookie. */
  'POST /api/staff/login': {
    ...asked,
    from: 'anyone',
    takes: json(LoginInput),
    answers: json(Me),
    refusals: ['WRONG_LOGIN', 'TOO_MANY'],
  },
  /** Takes an invitation or a reset: sets the password, and the session's cookie. */
  'POST /api/staff/welcome': {
    ...asked,
    from: 'anyone',
    takes: json(Welcome),
    answers: json(Me),
    refusals: ['WRONG_LOGIN', 'TOO_MANY'],
  },
  /** Ends the session, where there is one. */
  'POST /api/staff/logout': { ...asked, from: 'anyone', answers: nothing },
  /** Who is logged in. */
  'GET /api/staff/me': { ...asked, from: ROLES, answers: json(Me) },
  /** A part of a page of ours failed; it goes to the server's log. */
  'POST /api/staff/problems': {
    ...asked,
    from: ROLES,
    takes: json(PageProblem),
    answers: nothing,
    refusals: ['TOO_MANY'],
  },

  /** All shows, newest first. */
  'GET /api/shows': { ...asked, from: ROLES, answers: json(ShowList) },
  /** A new show with the products of the catalogue in its rundown, in their order, as far as it goes. */
  'POST /api/shows': {
    from: ['owner', 'host'],
    takes: json(NewShow),
    status: 201,
    answers: json(Show),
    refusals: ['START_IN_PAST', 'PRODUCT_NOT_FOUND', 'NOT_ENOUGH_LEFT', 'TOO_MANY_OFFERS'],
  },
  /** What a show that is made now would be allotted, and which shows keep the rest. */
  'GET /api/shows/free': { ...asked, from: ROLES, answers: json(FreeUnits) },
  /** What the show sells, in its order, with the units of each variant. */
  'GET /api/shows/:id/rundown': { ...asked, from: ROLES, answers: json(ShowRundown), refusals: ['SHOW_NOT_FOUND'] },
  /** Changes what the show sells, also while it is live; taken as a whole or refused as a whole. */
  'POST /api/shows/:id/rundown': {
    ...asked,
    from: ['owner', 'host'],
    takes: json(ChangeRundown),
    answers: json(ShowRundown),
    refusals: RUNDOWN_REFUSALS,
  },
  /** Addresses to share: the viewer's link as phones reach it. */
  'GET /api/shows/:id/links': { ...asked, from: ROLES, answers: json(ShowLinks), refusals: ['SHOW_NOT_FOUND'] },
  /** Where a show that is over leads to. */
  'GET /api/after/:id': { ...asked, from: 'anyone', answers: json(AfterShow), refusals: ['SHOW_NOT_FOUND'] },

  /** What the sheet of a product tells beside what the room is sent. */
  'GET /api/products/:show/:product': {
    ...asked,
    from: 'anyone',
    answers: json(ProductDetails),
    refusals: ['PRODUCT_NOT_FOUND'],
  },

  ...COUNTER_ROUTES,
  ...GROUP_ROUTES,
  ...MEMBER_ROUTES,
  ...SHARER_ROUTES,
  ...KNOWN_ROUTES,
  ...CONSENT_ROUTES,

  /** Who is told of what happens here, and what came that fits nothing. */
  'GET /api/webhooks': { ...asked, from: OWNER, answers: json(WebhookBoard) },
  /** A new endpoint that is told. Its secret is shown this once. */
  'POST /api/webhooks': {
    ...asked,
    from: OWNER,
    takes: json(NewEndpoint),
    answers: json(EndpointSecret),
    refusals: ['URL_NOT_ALLOWED'],
  },
  /** What a shop posted that staff must look at: put away, or given to the ledger once more. */
  'POST /api/webhooks/arrivals/:id': {
    ...asked,
    from: OWNER,
    takes: json(SettleArrival),
    answers: nothing,
    refusals: ['ENDPOINT_NOT_FOUND'],
  },
  /** A new secret; for a day the one before signs, too. */
  'POST /api/webhooks/:id/rotate': {
    ...asked,
    from: OWNER,
    answers: json(EndpointSecret),
    refusals: ['ENDPOINT_NOT_FOUND', 'NOT_ALLOWED'],
  },
  /** Off: what happens meanwhile waits. */
  'POST /api/webhooks/:id/switch': {
    ...asked,
    from: OWNER,
    takes: json(SwitchEndpoint),
    answers: nothing,
    refusals: ['ENDPOINT_NOT_FOUND'],
  },
  /** Tells this endpoint no more. */
  'POST /api/webhooks/:id/remove': {
    ...asked,
    from: OWNER,
    answers: nothing,
    refusals: ['ENDPOINT_NOT_FOUND', 'NOT_ALLOWED'],
  },
  /** The latest 50 deliveries, newest first. */
  'GET /api/webhooks/:id/deliveries': {
    ...asked,
    from: OWNER,
    answers: json(DeliveryLog),
    refusals: ['ENDPOINT_NOT_FOUND'],
  },
  /** Sends one delivery again, under the same `webhook-id`. */
  'POST /api/webhooks/:id/deliveries/:delivery/replay': {
    ...asked,
    from: OWNER,
    answers: nothing,
    refusals: ['ENDPOINT_NOT_FOUND'],
  },

  /** What the shop's kind can do, and what of its stock is short. */
  'GET /api/shop': { ...asked, from: ROLES, answers: json(ShopStatus) },
  /** What is held in live shows and is not in the shop; buyers who could not be taken to it. */
  'GET /api/shop/short': { ...asked, from: ROLES, answers: json(Shortfalls) },
  /** Gives a buyer who could not be taken to the shop less, or the same again. */
  'POST /api/shop/failed': { ...acted, takes: json(ActOnFailure), refusals: ACT_REFUSALS },
  /** Settles a payment that differs from its hand-off. */
  'POST /api/shop/decide': { ...acted, takes: json(DecidePayment), refusals: DECIDE_REFUSALS },
  /** Events of the shop that were refused: at most 100, those of the last time first. */
  'GET /api/shop/refused': { ...asked, from: ROLES, answers: json(RefusedEvents) },
  /** The latest messages of the shop, however they came out. */
  'GET /api/shop/messages': { ...asked, from: ROLES, answers: json(ShopMessages) },
  /** Every kind of shop with its values (of secrets the last four characters), its round trip and what it can do. */
  'GET /api/shop/connections': connected,
  /** Keeps values of a kind for its next round trip; what is in use stays as it is. */
  'POST /api/shop/keys': {
    ...connected,
    takes: json(SetKeys),
    refusals: ['VALUE_REFUSED', 'URL_NOT_ALLOWED', 'SET_BY_ENVIRONMENT', ...KEYS_CLOSED],
  },
  /** Tries the whole way of a kind; takes up to half a minute, and nobody is charged. */
  'POST /api/shop/trip': { ...connected, takes: json(RunTrip) },
  /** From then on hand-offs go to this shop. */
  'POST /api/shop/use': {
    ...connected,
    takes: json(UseShop),
    refusals: ['TRIP_NOT_PASSED', 'SET_BY_ENVIRONMENT', ...SHOP_SAYS_NO],
  },
  /** What belongs into the shop of this kind, its secrets whole. */
  'GET /api/shop/recipe/:kind': {
    ...asked,
    from: OWNER,
    answers: json(ShopRecipe),
    refusals: ['SHOP_CANNOT', ...KEYS_CLOSED],
  },
  /** Tries the shop's settings. */
  'POST /api/shop/test': { ...asked, from: OWNER, answers: json(ShopTested), refusals: SHOP_SAYS_NO },
  /** What an import of the shop's products would change. */
  'POST /api/shop/preview': { ...imported, refusals: ['SHOP_CANNOT', ...SHOP_SAYS_NO] },
  /** Imports the shop's products. */
  'POST /api/shop/import': {
    ...imported,
    query: ImportQuery,
    refusals: ['SHOP_CANNOT', 'CURRENCY_CHANGED', ...SHOP_SAYS_NO],
  },
  /** What a refresh has found that is another in the shop than here, page by page; how the last reading went. */
  'GET /api/shop/changes': { ...asked, from: ROLES, query: ChangesQuery, answers: json(CatalogueChanges) },
  /** Reads the shop now; its first page, or why it could not be read, is the answer. */
  'POST /api/shop/changes/read': { ...asked, from: OWNER, answers: json(CatalogueChanges) },
  /** The picture of a product that is new at the shop, fetched once it is looked at. */
  'GET /api/shop/changes/picture': { ...redirect, from: OWNER, query: ChangeQuery, status: 302, refusals: NO_PRODUCT },
  /** Takes these over; what is on in a live show keeps its price and units. */
  'POST /api/shop/changes/take': {
    ...asked,
    from: OWNER,
    takes: json(ChosenChanges),
    answers: json(CatalogueChanges),
    refusals: ['CURRENCY_CHANGED'],
  },
  /** Leaves these as they are here, until they are another again. */
  'POST /api/shop/changes/leave': {
    ...asked,
    from: OWNER,
    takes: json(ChosenChanges),
    answers: json(CatalogueChanges),
  },
  /** What an import of this file would change. */
  'POST /api/shop/csv/preview': { ...csv, status: 200, refusals: ['FILE_REFUSED'] },
  /** Imports the products of this file. */
  'POST /api/shop/csv/import': { ...csv, status: 200, refusals: ['FILE_REFUSED'] },
  /** What is missing before a real show; takes some seconds. */
  'GET /api/doctor': { ...asked, from: OWNER, answers: json(DoctorReport) },

  /** From a hold to the shop's checkout, for the hold's owner; everybody else goes back to the show. */
  'GET /c/:holdId': { ...redirect, status: 303 },
  /** A show as viewers see it; the first visit gives the viewer's cookie. 404 with the same page where there is none. */
  'GET /s/:show': page,
  /** The same, opened at a product. */
  'GET /s/:show/p/:product': page,
  /** What is published of a draw or a red packet; seed and entries once nobody can enter any more. */
  'GET /v/:activity.json': { ...asked, from: 'anyone', answers: json(AnyPublished), refusals: ['ACTIVITY_NOT_FOUND'] },
  'GET /v/:activity': page,
  /** A share link: leads to its show, with `via` in the address as long as it is not voided. */
  'GET /l/:code': { ...redirect, status: 302 },
  /** The link as a QR code. */
  'GET /l/:code/qr.svg': { ...picture, answers: text('image/svg+xml') },
  'GET /l/:code/qr.png': { ...picture, answers: text('image/png') },
  /** A poster of 1080x1350 with the show's product, its price and the code; times in the zone `tz`. */
  'GET /l/:code/poster.jpg': picture,
  /** What OBS puts over the picture. */
  'GET /overlay/:show': page,
  'GET /studio': page,
  'GET /studio/*path': page,
  'GET /': { ...redirect, status: 302 },
  /** What a messenger shows of a link to the show. */
  'GET /previews/:show.jpg': picture,
  'GET /previews/:show/:product.jpg': picture,
} as const satisfies Record<`${'GET' | 'POST'} /${string}`, Route>
