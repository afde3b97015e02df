// The pages: a show's page with its viewer's cookie and preview tags, the overlay for OBS, and the studio.
import { Router, type Request, type Response } from 'express'
import type { Identity } from '../identity/identity.ts'
import { randomText } from '../kit/randomText.ts'
import { type BuiltPage, BUILT_PAGES, createBuiltPage } from './builtPages.ts'
import { type PageTags, type PreparedPage, preparePage } from './html.ts'
import type { HttpNeeds } from './ports.ts'
import type { ContentPolicy } from './security.ts'
import { createRoomReads } from './roomReads.ts'
import { createShowTags } from './showTags.ts'
import { visitOf } from './visit.ts'

export interface Pages {
  readonly routes: Router
  /** The viewer's page for an address that leads nowhere. */
  sendLostViewer(req: Request, res: Response): Promise<void>
}

interface Sheet {
  readonly page: BuiltPage
  readonly status: number
  readonly tags: PageTags | null
  /** Lies over a picture in OBS, which adds the owner's style sheet to it. */
  readonly isOverlay?: true
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

function createSender(policy: ContentPolicy) {
  const prepare = createPreparer()
  return async (req: Request, res: Response, { page, status, tags, isOverlay }: Sheet) => {
    res.set('Cache-Control', 'no-store')
    const html = await page.read()
    if (html === null) {
      res.status(503).type('text').send('This page has not been built yet: npm start builds it.')
      return
    }
    const nonce = randomText(NONCE_CHARACTERS)
    if (isOverlay) policy.applyToOverlay(req, res)
    else policy.apply(req, res, nonce)
    const text = prepare(html, page, tags)(nonce)
    res
      .status(status)
      .type('html')
      .set('Content-Length', String(Buffer.byteLength(text)))
    // Headers and page in one write; `send` would make a buffer beside them, and a tag of what nobody may keep.
    res.end(text)
  }
}

function giveViewerCookie(req: Request, res: Response, identity: Identity): void {
  const via = req.query['via']
  const visit = { secure: req.secure, via: typeof via === 'string' ? via : null }
  const { setCookie } = identity.issueViewer(req.get('cookie'), visit)
  if (setCookie !== null) res.append('Set-Cookie', setCookie)
}

export function createPages(needs: HttpNeeds, policy: ContentPolicy): Pages {
  const { identity, store, clock } = needs
  const { viewer: viewerDir, studio: studioDir } = needs.pagesDir ?? BUILT_PAGES
  const viewer = createBuiltPage(viewerDir, clock)
  const studio = createBuiltPage(studioDir, clock)
  const overlay = createBuiltPage(viewerDir, clock, 'overlay.html')
  const tagsOf = createShowTags(createRoomReads(store, clock))
  const send = createSender(policy)
  const routes = Router()

  routes.get(['/s/:show', '/s/:show/p/:product'], async (req, res) => {
    const { show, product } = req.params
    const page = {
      showId: String(show),
      productId: product === undefined ? null : String(product),
      visit: visitOf(req),
    }
    const tags = await tagsOf.of(page)
    giveViewerCookie(req, res, identity)
    await send(req, res, { page: viewer, status: tags === null ? 404 : 200, tags })
  })
  routes.get('/overlay/:show', async (req, res) => {
    await send(req, res, { page: overlay, status: 200, tags: null, isOverlay: true })
  })
  routes.get(['/studio', '/studio/*path'], async (req, res) => {
    await send(req, res, { page: studio, status: 200, tags: null })
  })
  routes.get('/', (_req, res) => res.set('Cache-Control', 'no-store').redirect(302, '/studio'))

  return { routes, sendLostViewer: (req, res) => send(req, res, { page: viewer, status: 404, tags: null }) }
}
