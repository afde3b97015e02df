// Share links: /l/<code> leads to its show, and is drawn as a QR code for paper and pictures.
import { type Request, type Response, Router } from 'express'
import { drawPoster } from '../posters/drawPoster.ts'
import { drawQrPng, drawQrSvg } from '../posters/qrCode.ts'
import type { DrawnOnce } from './drawnOnce.ts'
import { shareAddresses } from './links.ts'
import type { HttpNeeds } from './ports.ts'
import { posterOf, productOf } from './poster.ts'
import { readPicture } from './readPicture.ts'
import { remembering } from './remembering.ts'
import { createRoomReads, type KnownRoom } from './roomReads.ts'
import { visitOf } from './visit.ts'

interface Needs extends Pick<HttpNeeds, 'links' | 'store' | 'config' | 'ports' | 'clock'> {
  readonly drawnOnce: DrawnOnce
}

/** As phones reach it, whatever address staff opened the studio by. */
function urlOf({ config, ports }: Needs, code: string): string {
  const [base = ''] = shareAddresses(config, ports?.() ?? config)
  return `${base}/l/${code}`
}

/** What the link was given on its way goes with it, but never another link. */
function queryOf({ originalUrl }: Request, via: string | null): string {
  const start = originalUrl.indexOf('?')
  const query = new URLSearchParams(start < 0 ? '' : originalUrl.slice(start + 1))
  query.delete('via')
  if (via !== null) query.set('via', via)
  return query.size === 0 ? '' : `?${query}`
}

type SendLost = (req: Request, res: Response) => Promise<void>

export function createShareLinks(needs: Needs, sendLost: SendLost): Router {
  const find = remembering(needs.clock, (code: string) => needs.links.find(code))
  const routes = Router()
  routes.get('/l/:code', async (req, res) => {
    const { code } = req.params
    const led = await find(code)
    if (led === null) return sendLost(req, res)
    const query = queryOf(req, led.isVoided ? null : code)
    res.set('Cache-Control', 'no-store').redirect(302, `/s/${led.showId}${query}`)
  })
  routes.get(['/l/:code/qr.svg', '/l/:code/qr.png'], async (req, res) => {
    const code = String(req.params.code)
    if ((await find(code)) === null) return sendLost(req, res)
    const url = urlOf(needs, code)
    res.set('Cache-Control', 'public, max-age=3600')
    if (req.path.endsWith('.svg')) return res.type('image/svg+xml').send(drawQrSvg(url))
    res.type('image/png').send(await needs.drawnOnce(`qr ${url}`, () => drawQrPng(url)))
  })
  const readRoom = createRoomReads(needs.store, needs.clock)
  routes.get('/l/:code/poster.jpg', async (req, res) => {
    const led = await find(req.params.code)
    const room = led && (await readRoom(led.showId))
    if (room === null) return sendLost(req, res)
    res
      .set('Cache-Control', 'no-store')
      .type('image/jpeg')
      .send(await drawFor(needs, room, req))
  })
  return routes
}

function drawFor(needs: Needs, room: KnownRoom, req: Request<{ code: string }>): Promise<Buffer> {
  const { locale } = visitOf(req)
  const { tz } = req.query
  const timeZone = typeof tz === 'string' ? tz : ''
  const poster = posterOf(room, { locale, timeZone, url: urlOf(needs, req.params.code) })
  const path = productOf(room)?.picture ?? null
  return needs.drawnOnce(JSON.stringify([path, poster]), async (forget) => {
    const picture = await readPicture(needs.config.dataDir, path)
    // One that is missing may come yet.
    if (picture === null && path !== null) forget()
    return drawPoster({ ...poster, picture })
  })
}
