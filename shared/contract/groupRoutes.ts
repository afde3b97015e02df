// The addresses that the server answers about groups.
import * as z from 'zod'
import { NewDevicePass, OpenPage } from './boundPage.ts'
import { GroupBoard, GroupShows, OwnGroupReply, PackingQuery, SaveGroup, SaveGroupPrices, SavePoint } from './groups.ts'
import { AT_THE_DESK, ROLES } from './roles.ts'
import { Arrived, HandedOver, HandOver, LeaderState, NewLeaderPage, OwnPickups } from './leaderPage.ts'
import { json, text } from './route.ts'

const asked = { status: 200, refusals: [] } as const
const nothing = json(z.object({}))
const acted = { ...asked, from: AT_THE_DESK, answers: nothing } as const
const SHUT = ['LEADER_PAGE_GONE', 'OTHER_PHONE'] as const
/** By the code in the address, from the phone that the page is bound to. */
const led = { status: 200, from: 'anyone', refusals: SHUT } as const

export const GROUP_ROUTES = {
  /** Groups and pick-up points, and what came of the links of each. */
  'GET /api/groups': { ...asked, from: ROLES, answers: json(GroupBoard) },
  /** The shows that the group got a link for, and what came of it. */
  'GET /api/groups/:id/shows': { ...asked, from: ROLES, answers: json(GroupShows) },
  /** What is to be packed of a show, as csv: of all groups or of one, for all pick-up points or for one. */
  'GET /api/groups/packing.csv': {
    ...asked,
    from: ROLES,
    query: PackingQuery,
    answers: text('text/csv'),
  },
  /** Makes a group, or changes it. */
  'POST /api/groups/:id': {
    ...acted,
    takes: json(SaveGroup),
    refusals: ['GROUP_NOT_FOUND', 'POINT_NOT_FOUND', 'TOO_MANY_GROUPS'],
  },
  /** Its links bring nobody to it from now on; what was bought before is still handed over. */
  'POST /api/groups/:id/delete': { ...acted, refusals: ['GROUP_NOT_FOUND'] },
  /**
   * What its people pay from now on, in one show or in every show that has no list of its own. What is held stays as it was. With
   * PRICE_NOT_LOWER go `productId` and its lowest price as `priceMinor`, with PRODUCT_NOT_FOUND `productId`.
   */
  'POST /api/groups/:id/prices': {
    ...acted,
    takes: json(SaveGroupPrices),
    refusals: [
      'GROUP_NOT_FOUND',
      'SHOW_NOT_FOUND',
      'PRODUCT_NOT_FOUND',
      'CURRENCY_CHANGED',
      'PRICE_NOT_LOWER',
      'PRICE_NOT_CARRIED',
      'TOO_MANY_GROUP_PRICES',
    ],
  },
  /** Makes a pick-up point, or changes it. */
  'POST /api/groups/points/:id': { ...acted, takes: json(SavePoint), refusals: ['TOO_MANY_POINTS'] },
  /** A new page of the group's leader, its code shown this once; the page before stops. */
  'POST /api/groups/:id/leader': { ...acted, answers: json(NewLeaderPage), refusals: ['GROUP_NOT_FOUND'] },
  'POST /api/groups/:id/leader/void': acted,
  /** Lets another phone open the page, once. */
  'POST /api/groups/:id/leader/pass': { ...acted, answers: json(NewDevicePass), refusals: ['LEADER_PAGE_GONE'] },

  /** Orders of the group, for the phone that has its page. */
  'GET /api/leader/:code': { ...led, answers: json(LeaderState) },
  /** Binds the page to this browser, if it is the first or has a pass. */
  'POST /api/leader/:code/open': {
    ...led,
    takes: json(OpenPage),
    answers: nothing,
    refusals: ['LEADER_PAGE_GONE', 'OTHER_PHONE', 'PASS_WRONG'],
  },
  /** All is at the pick-up point: tells the buyers of the show, once. */
  'POST /api/leader/:code/arrived': {
    ...led,
    takes: json(Arrived),
    answers: nothing,
    refusals: [...SHUT, 'SHOW_NOT_FOUND'],
  },
  /** Takes down what was handed over, once for each id; also what a phone without a line says later. */
  'POST /api/leader/:code/handed': {
    ...led,
    takes: json(HandOver),
    answers: json(HandedOver),
    refusals: [...SHUT, 'ORDER_NOT_HERE', 'CODE_WRONG', 'TOO_MANY'],
  },
  /** From now on this phone hands over at the pick-up point. */
  'POST /api/leader/:code/counter': { ...led, answers: nothing, refusals: [...SHUT, 'POINT_NOT_FOUND'] },

  /** Of which group the viewer who asks would hold by now, at what price, and where they would fetch it; `cameBy`: the link of the page. */
  'GET /api/pickups/:show/group': {
    ...asked,
    from: 'anyone',
    query: z.object({ cameBy: z.string().max(256).optional() }),
    answers: json(OwnGroupReply),
  },
  /** Where the viewer who asks fetches what they bought in the show. */
  'GET /api/pickups/:show': { ...asked, from: 'anyone', answers: json(OwnPickups) },
  /** The code to show there, as a QR code. */
  'GET /api/pickups/:show/qr.svg': {
    ...asked,
    from: 'anyone',
    answers: text('image/svg+xml'),
    refusals: ['SHOW_NOT_FOUND'],
  },

  /** The page of a group's leader. */
  'GET /g/:code': { ...asked, from: 'anyone', answers: text('text/html') },
  /** Lets that page be opened without a line. */
  'GET /g/sw.js': { ...asked, from: 'anyone', answers: text('text/javascript') },
} as const
