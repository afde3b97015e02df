// What is published of draws and red packets, for the page where anyone checks them and for whoever computes them elsewhere.
import { createHash } from 'node:crypto'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { type Response, Router } from 'express'
import type { Browser } from '../identity/devices.ts'
import type { Viewer } from '../identity/viewers.ts'
import { createEntryLists } from './entryLists.ts'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { browserOf } from './visit.ts'

export interface PublishedNeeds {
  readonly store: Pick<HttpNeeds['store'], 'readPublished' | 'readPublishedPacket' | 'readEntryIds'>
  readonly identity: { viewerFromCookie(browser: Browser): Pick<Viewer, 'viewerId'> | null }
}

const NOTHING = [Buffer.from('[]')]

export function createPublished({ store, identity }: PublishedNeeds): Router {
  const routes = Router()
  const lists = createEntryLists({ store })
  routes.get('/v/:activity.json', async (req, res) => {
    const id = ActivityId.safeParse(req.params.activity)
    if (!id.success) return sendRefusal(res, refuse('ACTIVITY_NOT_FOUND'))
    const viewerId = identity.viewerFromCookie(browserOf(req))?.viewerId ?? null
    const published = await store.readPublished(id.data, viewerId)
    if (published === null) {
      const packet = await store.readPublishedPacket(id.data, viewerId)
      if (packet === null) return sendRefusal(res, refuse('ACTIVITY_NOT_FOUND'))
      return void res.set({ 'Cache-Control': 'private, no-cache', Vary: 'Cookie' }).json(packet)
    }
    const { proof, isListed, ...rest } = published
    const [ofProof, ofRest] = [JSON.stringify(proof), JSON.stringify(rest)]
    // The last receipt, which is in the proof, stands for all entries: whoever has this has them.
    const tag = createHash('sha256').update(ofProof).update(ofRest).digest('base64url')
    res.set({ 'Cache-Control': 'private, no-cache', ETag: `"${tag}"`, Vary: 'Cookie' })
    if (req.fresh) return void res.status(304).end()
    const entries = isListed ? await lists.read(proof.activityId) : NOTHING
    const [before, after] = [`{"proof":${ofProof.slice(0, -1)},"entries":`, `},${ofRest.slice(1)}`]
    send(res, [Buffer.from(before), ...entries, Buffer.from(after)])
  })
  return routes
}

function send(res: Response, pieces: readonly Buffer[]): void {
  res.type('json').set('Content-Length', String(pieces.reduce((sum, { length }) => sum + length, 0)))
  res.cork()
  for (const piece of pieces) res.write(piece)
  res.uncork()
  res.end()
}
