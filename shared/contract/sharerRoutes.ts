// The addresses that the server answers about sharers: their own page, and what staff do and see.
import * as z from 'zod'
import { NewDevicePass, OpenPage } from './boundPage.ts'
import { AT_THE_DESK } from './roles.ts'
import { json, text } from './route.ts'
import {
  BoardQuery,
  MadeSharerLink,
  MakeSharerLink,
  OrderTree,
  SharerPages,
  SharerPageUrl,
  SharersBoard,
  SharersStatementQuery,
  SharerState,
  StaffBoard,
  StatementQuery,
  TreeQuery,
  VoidSharerLink,
} from './sharerPage.ts'

const nothing = json(z.object({}))
const asked = { status: 200, from: AT_THE_DESK, refusals: [] } as const
const SHUT = ['SHARER_PAGE_GONE', 'OTHER_PHONE'] as const
/** By the code in the address, from the browser that the page is bound to. */
const own = { status: 200, from: 'anyone', refusals: SHUT } as const
const ofPage = { status: 200, from: ['owner'], refusals: ['SHARER_PAGE_GONE'] } as const

export const SHARER_ROUTES = {
  /** A sharer's links and money, for the browser that has the page. */
  'GET /api/sharer/:code': { ...own, answers: json(SharerState) },
  /** Binds the page to this browser, if it is the first or has a pass. */
  'POST /api/sharer/:code/open': {
    ...own,
    takes: json(OpenPage),
    answers: nothing,
    refusals: [...SHUT, 'PASS_WRONG'],
  },
  /** A link of the sharer for one more group. */
  'POST /api/sharer/:code/links': {
    ...own,
    takes: json(MakeSharerLink),
    answers: json(MadeSharerLink),
    refusals: [...SHUT, 'SHARER_OVER', 'SHARING_OFF', 'SHOW_NOT_FOUND', 'ENOUGH_OWN_LINKS'],
  },
  /** From now on it leads to the show and counts for nobody. */
  'POST /api/sharer/:code/links/void': {
    ...own,
    takes: json(VoidSharerLink),
    answers: nothing,
    refusals: [...SHUT, 'LINK_NOT_FOUND'],
  },
  /** Stops sharing, for good; what was earned stays. */
  'POST /api/sharer/:code/leave': { ...own, answers: nothing },
  /** A month's rows and payouts. */
  'GET /api/sharer/:code/statement.csv': { ...own, query: StatementQuery, answers: text('text/csv') },
  /** Who brought most, where the shop shows it. */
  'GET /api/sharer/:code/board': {
    ...own,
    query: BoardQuery,
    answers: json(SharersBoard),
    refusals: [...SHUT, 'NOT_ALLOWED'],
  },

  /** Who shares, and whether they have opened their page. */
  'GET /api/sharers': { ...asked, answers: json(SharerPages) },
  /** Who brought most orders in a show or in a month. */
  'GET /api/sharers/board': { ...asked, query: BoardQuery, answers: json(StaffBoard) },
  /** A month's rows and payouts, of one sharer or of all. */
  'GET /api/sharers/statement.csv': { ...asked, query: SharersStatementQuery, answers: text('text/csv') },
  /** Who brought the buyer of an order, and what it brought whom. */
  'GET /api/sharers/order': { ...asked, query: TreeQuery, answers: json(OrderTree), refusals: ['HOLD_NOT_FOUND'] },
  /** The address of a sharer's page, to be sent to them alone. */
  'POST /api/sharers/:id/page': { ...ofPage, answers: json(SharerPageUrl) },
  /** The page stops, and another address opens the next one. */
  'POST /api/sharers/:id/page/void': { ...ofPage, answers: nothing },
  /** Lets another phone open the page, once. */
  'POST /api/sharers/:id/page/pass': { ...ofPage, answers: json(NewDevicePass) },

  /** The page of whoever shares. */
  'GET /my/:code': { status: 200, from: 'anyone', refusals: [], answers: text('text/html') },
  /** Lets that page be opened without a line. */
  'GET /my/sw.js': { status: 200, from: 'anyone', refusals: [], answers: text('text/javascript') },
} as const
