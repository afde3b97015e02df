// What a show's link says of itself where it is shared: title, words and the address of its preview picture; made once for all who ask alike.
import { createHash } from 'node:crypto'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import type { LocalText, Product } from '@lantern/shared/contract/things.ts'
import type { PageTags } from './html.ts'
import type { Visit } from '../shops/checkout.ts'
import type { KnownRoom, ReadRoom } from './roomReads.ts'

export interface PageRequest {
  readonly showId: string
  readonly productId: string | null
  readonly visit: Pick<Visit, 'origin' | 'locale'>
}

export interface ShowTags {
  /** Null: there is no such show. */
  of(page: PageRequest): Promise<PageTags | null>
}

export function textOf(text: LocalText, locale: Visit['locale']): string {
  return text[locale] ?? text.en ?? Object.values(text)[0] ?? ''
}

/** The product that a link is about, if any, and the picture that stands for the link. */
export function previewSubject({ products }: KnownRoom, productId: string | null) {
  const id = ProductId.safeParse(productId)
  const product: Product | undefined = id.success ? products.find((one) => one.id === id.data) : undefined
  return { product, picture: product?.picture ?? products[0]?.picture ?? null }
}

type Subject = ReturnType<typeof previewSubject>

function toTags({ show }: KnownRoom, { product, picture }: Subject, visit: PageRequest['visit']): PageTags {
  const showTitle = textOf(show.title, visit.locale)
  const place = product === undefined ? `${show.id}` : `${show.id}/${product.id}`
  const path = product === undefined ? `/s/${show.id}` : `/s/${show.id}/p/${product.id}`
  const version = createHash('sha256')
    .update(picture ?? '')
    .digest('base64url')
    .slice(0, 10)
  const title = product === undefined ? showTitle : textOf(product.title, visit.locale)
  return {
    title,
    description: product === undefined ? show.shopName : `${showTitle} · ${show.shopName}`,
    url: `${visit.origin}${path}`,
    picture: `${visit.origin}/previews/${place}.jpg?v=${version}`,
    siteName: show.shopName,
  }
}

/** Hosts are what strangers say they are. */
const MOST = 200

export function createShowTags(readRoom: ReadRoom): ShowTags {
  const made = new WeakMap<KnownRoom, Map<string, PageTags>>()

  const tagsOf = (room: KnownRoom, { productId, visit }: PageRequest): PageTags => {
    const subject = previewSubject(room, productId)
    const key = `${visit.locale} ${visit.origin} ${subject.product?.id ?? ''}`
    const ofRoom = made.get(room) ?? new Map<string, PageTags>()
    if (ofRoom.size >= MOST) ofRoom.clear()
    const tags = ofRoom.get(key) ?? toTags(room, subject, visit)
    made.set(room, ofRoom.set(key, tags))
    return tags
  }
  return {
    async of(page) {
      const room = await readRoom(page.showId)
      return room === null ? null : tagsOf(room, page)
    },
  }
}
