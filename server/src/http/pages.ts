// The pages: a show's page with its viewer's cookie and preview tags, the overlay for OBS, and the studio.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { parse } from 'node:querystring'
import { Router, type Request, type Response } from 'express'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import { createSourceOf } from '../identity/source.ts'
import { createVisitOf } from '../identity/visited.ts'
import { randomText } from '../kit/randomText.ts'
import { type BuiltPage, BUILT_PAGES, createBuiltPage } from './builtPages.ts'
import { type PageTags, type PreparedPage, preparePage } from './html.ts'
import type { HttpNeeds, Opened } from './ports.ts'
import type { ContentPolicy, Header } from './security.ts'
import { createRoomReads } from './roomReads.ts'
import { createShowTags } from './showTags.ts'
import { createLocaleOf } from './visit.ts'
import { createMemberVisits } from './memberVisit.ts'
import { openerOf } from './whoOpens.ts'

/** As the address says it; whatever text it is. */
export interface AskedShow {
  readonly showId: string
  readonly productId: string | null
}

export interface Pages {
  readonly routes: Router
  /** The show's page with all its headers, to a plain request; rejects before anything is sent. */
  answerShow(request: IncomingMessage, response: ServerResponse, asked: AskedShow): Promise<void>
  /** The viewer's page for an address that leads nowhere. */
  sendLostViewer(req: Request, res: Response): Promise<void>
}

interface Sheet {
  readonly page: BuiltPage
  readonly status: number
  readonly tags: PageTags | null
  /** Lies over a picture in OBS, which adds the owner's style sheet to it. */
  readonly isOverlay?: true
  /** Beside those of every page. */
  readonly headers?: readonly Header[]
}

/** 132 bits. */
const NONCE_CHARACTERS = 22

/** Filled in once and then sent to everyone of a rush; forgotten with the tags or the page that it was made for. */
function createPreparer() {
  const known = new WeakMap<object, { readonly html: string; readonly prepared: PreparedPage }>()
  return (html: string, page: BuiltPage, tags: PageTags | null): PreparedPage => {
    const key = tags ?? page
    const before = known.get(key)
    if (before?.html === html) return before.prepared
    const prepared = preparePage(html, tags)
    known.set(key, { html, prepared })
    return prepared
  }
}

type Send = (response: ServerResponse, host: string, sheet: Sheet) => Promise<void>

const NOT_BUILT = 'This page has not been built yet: npm start builds it.'

function createSender(policy: ContentPolicy): Send {
  const prepare = createPreparer()
  return async (response, host, { page, status, tags, isOverlay, headers = [] }) => {
    const html = await page.read()
    const nonce = randomText(NONCE_CHARACTERS)
    const text = html === null ? NOT_BUILT : prepare(html, page, tags)(nonce)
    const all: readonly Header[] = [
      ...headers,
      ...(isOverlay ? [['X-Frame-Options', 'DENY'] as const] : []),
      ['Cache-Control', 'no-store'],
      ['Content-Security-Policy', isOverlay ? policy.ofOverlay(host) : policy.of(host, nonce)],
      ['Content-Type', html === null ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8'],
      ['Content-Length', String(Buffer.byteLength(text))],
    ]
    // Headers and page in one write; Express would make a buffer beside them, and a tag of what nobody may keep.
    response.writeHead(html === null ? 503 : status, all.flat()).end(text)
  }
}

/** What follows the question mark; of the same names as Express reads them. */
function queryOf({ url = '' }: IncomingMessage) {
  const start = url.indexOf('?')
  return start < 0 ? {} : parse(url.slice(start + 1))
}

type Question = AskedShow & { readonly request: IncomingMessage; readonly headers: readonly Header[] }

function createShowPage(needs: HttpNeeds, viewer: BuiltPage, send: Send) {
  const { identity, store, clock, config, links } = needs
  const memberVisits = createMemberVisits(needs)
  const tagsOf = createShowTags(createRoomReads(store, clock))
  const visitOf = createVisitOf(config.trustProxy)
  const localeOf = createLocaleOf()
  // Kept by nobody: a key of this process will do.
  const sourceOf = createSourceOf(randomText(NONCE_CHARACTERS), config.trustProxy)
  const note = (request: IncomingMessage, opened: Pick<Opened, 'via' | 'showId'>, viewerId: ViewerId) => {
    const opener = openerOf(request)
    if (opener === 'staff') return
    const { socket, headers } = request
    const source = sourceOf({ address: socket.remoteAddress ?? '', forwardedFor: headers['x-forwarded-for'] })
    links.note({ ...opened, source, viewerId: opener === 'person' ? viewerId : null })
  }

  return async (response: ServerResponse, { request, showId, productId, headers }: Question) => {
    const { host = '', secure } = visitOf(request)
    const query = queryOf(request)
    const locale = localeOf(query['locale'], request.headers['accept-language'])
    const visit = { origin: `${secure ? 'https' : 'http'}://${host}`, locale }
    const tags = await tagsOf.of({ showId, productId, visit })
    const via = typeof query['via'] === 'string' ? query['via'] : null
    const { setCookie, viewer: visitor } = identity.issueViewer(request.headers.cookie, { secure, via })
    const isRead = request.method === 'GET' && tags !== null
    const cookie: readonly Header[] = setCookie === null ? [] : [['Set-Cookie', setCookie]]
    // Not by a machine that looks ahead: it would use up the token of whoever follows.
    if (isRead && memberVisits.isOne(request) && openerOf(request) !== 'machine') {
      const coming = { request, response, showId, viewerId: visitor.viewerId, secure }
      return memberVisits.answer({ ...coming, headers: [...headers, ...cookie] })
    }
    if (via !== null && isRead) note(request, { via, showId }, visitor.viewerId)
    const sheet = { page: viewer, status: tags === null ? 404 : 200, tags }
    await send(response, host, { ...sheet, headers: [...headers, ...cookie] })
  }
}

/** `headers`: those of every answer, which Express has written already by the time it comes here. */
export function createPages(needs: HttpNeeds, policy: ContentPolicy, headers: readonly Header[]): Pages {
  const { viewer: viewerDir, studio: studioDir } = needs.pagesDir ?? BUILT_PAGES
  const viewer = createBuiltPage(viewerDir, needs.clock)
  const studio = createBuiltPage(studioDir, needs.clock)
  const overlay = createBuiltPage(viewerDir, needs.clock, 'overlay.html')
  const check = createBuiltPage(viewerDir, needs.clock, 'check.html')
  const leader = createBuiltPage(viewerDir, needs.clock, 'leader.html')
  const sharer = createBuiltPage(viewerDir, needs.clock, 'sharer.html')
  const send = createSender(policy)
  const sendShow = createShowPage(needs, viewer, send)
  const routes = Router()

  routes.get(['/s/:show', '/s/:show/p/:product'], async (req, res) => {
    const { show, product } = req.params
    const asked = { showId: String(show), productId: product === undefined ? null : String(product) }
    await sendShow(res, { ...asked, request: req, headers: [] })
  })
  routes.get('/overlay/:show', async (req, res) => {
    await send(res, req.host, { page: overlay, status: 200, tags: null, isOverlay: true })
  })
  routes.get('/v/:activity', async (req, res) => {
    await send(res, req.host, { page: check, status: 200, tags: null })
  })
  // It rules the pages that lie beside it.
  routes.get(['/g/sw.js', '/my/sw.js'], (_req, res) => {
    res.set('Cache-Control', 'no-cache').sendFile(join(viewerDir, 'page-sw.js'))
  })
  for (const [path, page] of [
    ['/g/:code', leader],
    ['/my/:code', sharer],
  ] as const) {
    routes.get(path, async (req, res) => {
      const headers = [['Referrer-Policy', 'no-referrer']] as const
      await send(res, req.host, { page, status: 200, tags: null, headers })
    })
  }
  routes.get(['/studio', '/studio/*path'], async (req, res) => {
    await send(res, req.host, { page: studio, status: 200, tags: null })
  })
  routes.get('/', (_req, res) => res.set('Cache-Control', 'no-store').redirect(302, '/studio'))

  return {
    routes,
    answerShow: (request, response, asked) => sendShow(response, { ...asked, request, headers }),
    sendLostViewer: (req, res) => send(res, req.host, { page: viewer, status: 404, tags: null }),
  }
}
