// Serves the preview pictures of shows and products.
import { Router } from 'express'
import type { Clock } from '../kit/clock.ts'
import type { DrawnOnce } from './drawnOnce.ts'
import type { HttpStore } from './ports.ts'
import { drawPreview } from './previewPicture.ts'
import { readPicture } from './readPicture.ts'
import { notFound } from './refusals.ts'
import { createRoomReads } from './roomReads.ts'
import { previewSubject } from './showTags.ts'

interface Needs {
  readonly store: HttpStore
  readonly clock: Clock
  readonly dataDir: string
  readonly drawnOnce: DrawnOnce
}

export function createPreviews({ store, clock, dataDir, drawnOnce }: Needs): Router {
  const readRoom = createRoomReads(store, clock)
  const draw = (path: string | null) =>
    drawnOnce(`preview ${path ?? ''}`, async (forget) => {
      const picture = await readPicture(dataDir, path)
      // One that is missing may come yet.
      if (picture === null && path !== null) forget()
      return drawPreview(picture)
    })
  const routes = Router()

  routes.get(['/previews/:show.jpg', '/previews/:show/:product.jpg'], async (req, res, next) => {
    const { show, product } = req.params
    const room = await readRoom(String(show))
    if (room === null) return notFound(req, res, next)
    const { picture } = previewSubject(room, product === undefined ? null : String(product))
    const jpeg = await draw(picture)
    // Its address changes with the picture, so that a messenger may keep it.
    res.set('Cache-Control', 'public, max-age=86400').set('Cross-Origin-Resource-Policy', 'cross-origin')
    res.type('image/jpeg').send(jpeg)
  })
  return routes
}
