// Serves the preview pictures of shows and products, each drawn once and one at a time.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Router } from 'express'
import type { Clock } from '../kit/clock.ts'
import type { HttpStore } from './ports.ts'
import { drawPreview } from './previewPicture.ts'
import { notFound } from './refusals.ts'
import { createRoomReads } from './roomReads.ts'
import { previewSubject } from './showTags.ts'

interface Needs {
  readonly store: HttpStore
  readonly clock: Clock
  readonly dataDir: string
}

/** At about 80 KB each. */
const MOST_REMEMBERED = 200
const OURS = /^\/pictures\/([A-Za-z0-9_-][A-Za-z0-9._-]{0,200})$/

async function readPicture(dataDir: string, path: string | null): Promise<Buffer | null> {
  const name = OURS.exec(path ?? '')?.[1]
  if (name === undefined) return null
  return readFile(join(dataDir, 'pictures', name)).catch(() => null)
}

/** Drawing takes a core for a tenth of a second: a queue leaves the rest of the machine to the show. */
function createDrawer(dataDir: string) {
  const drawn = new Map<string, Promise<Buffer>>()
  let last: Promise<unknown> = Promise.resolve()

  const draw = async (path: string | null): Promise<Buffer> => {
    const picture = await readPicture(dataDir, path)
    // One that is missing may come yet.
    if (picture === null && path !== null) drawn.delete(path)
    return drawPreview(picture)
  }

  return (path: string | null): Promise<Buffer> => {
    const key = path ?? ''
    const known = drawn.get(key)
    if (known !== undefined) return known
    if (drawn.size >= MOST_REMEMBERED) drawn.clear()
    const picture = last.then(() => draw(path))
    last = picture.catch(() => undefined)
    drawn.set(key, picture)
    picture.catch(() => drawn.delete(key))
    return picture
  }
}

export function createPreviews({ store, clock, dataDir }: Needs): Router {
  const readRoom = createRoomReads(store, clock)
  const draw = createDrawer(dataDir)
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
