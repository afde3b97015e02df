// What a shop tells of a product beside name and price, as it is kept: plain texts, bounded, pictures by their address.
import { createHash } from 'node:crypto'
import type { ImportedDetails } from '../records/shopRecords.ts'
import type { ShopDetails, ShopOption, ShopProduct } from './catalogue.ts'
import { plainText } from './plainText.ts'
import { isWebAddress } from './webAddress.ts'

const MOST_NAME = 100
const MOST_OPTIONS = 10
const MOST_VALUES = 250
const MOST_PICTURES = 9
const MOST_ALT = 300
const MOST_TAGS = 50

export const shortText = (text: string, most = MOST_NAME) =>
  plainText({ form: 'plain', text: text.slice(0, 10 * most) })
    .replace(/\s+/g, ' ')
    .slice(0, most)
    .toWellFormed()
    .trim()

/** In the order in which its variants have them. */
function valuesOf(name: string, { variants }: ShopProduct): string[] {
  const all = variants.flatMap(({ options = [] }) => options.filter((option) => option.name === name))
  return [...new Set(all.map(({ value }) => value))]
}

function takeOptions(options: readonly ShopOption[], product: ShopProduct): ShopOption[] {
  return options.slice(0, MOST_OPTIONS).map(({ name, values }) => ({
    name: shortText(name),
    values: (values.length > 0 ? values : valuesOf(name, product))
      .slice(0, MOST_VALUES)
      .map((value) => shortText(value)),
  }))
}

/** A source that names no list of pictures has its first one at least. */
function takePictures({ pictures, pictureUrl }: ShopProduct): Pick<ImportedDetails, 'pictures'> {
  const first = pictureUrl === null ? [] : [{ url: pictureUrl, alt: null }]
  const all = pictures === undefined || pictures.length === 0 ? first : pictures
  if (pictures === undefined && all.length === 0) return {}
  const ownFirst = [...all].sort((a, b) => Number(b.url === pictureUrl) - Number(a.url === pictureUrl))
  const byUrl = new Map(ownFirst.filter(({ url }) => isWebAddress(url)).map((one) => [one.url, one]))
  const kept = [...byUrl.values()].slice(0, MOST_PICTURES)
  return { pictures: kept.map(({ url, alt }) => ({ url, alt: shortText(alt ?? '', MOST_ALT), src: null })) }
}

function takeTexts({ description, sizes, tags, vendor, type }: ShopDetails) {
  return {
    ...(description !== undefined && { description: plainText(description) }),
    ...(sizes !== undefined && { sizes: plainText(sizes) }),
    ...(tags !== undefined && {
      tags: [...new Set(tags.map((tag) => shortText(tag)).filter((tag) => tag !== ''))].slice(0, MOST_TAGS),
    }),
    ...(vendor !== undefined && { vendor: shortText(vendor) }),
    ...(type !== undefined && { type: shortText(type) }),
  }
}

/** Null: the source says nothing. `digest`: the same as long as it says the same. */
export function takeDetails(product: ShopProduct): ImportedDetails | null {
  const { options } = product
  const told = {
    ...(options !== undefined && { options: takeOptions(options, product) }),
    ...takePictures(product),
    ...takeTexts(product),
  }
  if (Object.keys(told).length === 0) return null
  const digest = createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22)
  return { ...told, digest }
}
