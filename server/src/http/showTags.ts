// What a show's link says of itself where it is shared; remembered for moments, so that a rush of viewers is one read.
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { LocalText, Product, Show } from '@lantern/shared/contract/things.ts'
import type { Clock } from '../clock.ts'
import type { PageTags } from './html.ts'
import type { HttpStore, Visit } from './ports.ts'

interface Known {
  readonly show: Show
  readonly products: readonly Product[]
}

export interface PageRequest {
  readonly showId: string
  readonly productId: string | null
  readonly visit: Visit
}

export interface ShowTags {
  /** Null: there is no such show. */
  of(page: PageRequest): Promise<PageTags | null>
}

const REMEMBER_MS = 2000
const MOST = 500

function textOf(text: LocalText, locale: Visit['locale']): string {
  return text[locale] ?? text.en ?? Object.values(text)[0] ?? ''
}

function toTags({ show, products }: Known, { productId, visit }: PageRequest): PageTags {
  const id = ProductId.safeParse(productId)
  const product = id.success ? products.find((one) => one.id === id.data) : undefined
  const showTitle = textOf(show.title, visit.locale)
  const picture = product?.picture ?? products[0]?.picture ?? null
  const path = product === undefined ? `/s/${show.id}` : `/s/${show.id}/p/${product.id}`
  return {
    title: product === undefined ? showTitle : textOf(product.title, visit.locale),
    description: product === undefined ? show.shopName : `${showTitle} · ${show.shopName}`,
    url: `${visit.origin}${path}`,
    picture: picture === null ? null : new URL(picture, visit.origin).href,
    siteName: show.shopName,
  }
}

export function createShowTags(store: HttpStore, clock: Clock): ShowTags {
  const remembered = new Map<string, { until: number; room: Promise<Known | null> }>()

  const read = (showId: ShowId): Promise<Known | null> => {
    const found = remembered.get(showId)
    if (found !== undefined && clock() < found.until) return found.room
    if (remembered.size >= MOST) remembered.clear()
    const room = store.readRoom(showId)
    remembered.set(showId, { until: clock() + REMEMBER_MS, room })
    room.catch(() => remembered.delete(showId))
    return room
  }

  return {
    async of(page) {
      const showId = ShowId.safeParse(page.showId)
      const room = showId.success ? await read(showId.data) : null
      return room === null ? null : toTags(room, page)
    },
  }
}
