// What the words behind `npm run show -- <show>` make of a rundown: products and variants by their ids or skus.
import type { ProductId } from '@lantern/shared/contract/ids.ts'
import { type ChosenProduct, ChosenRundown, type ShowRundown } from '@lantern/shared/contract/rundown.ts'
import type { KnownProduct } from '../../shops/records/shopRecords.ts'

export const USAGE = [
  'usage: npm run show                                             the shows there are',
  '       npm run show -- <show>                                   what it sells',
  '       npm run show -- <show> add <product> [<sku>=<units> ..]  a product of the catalogue; without units all that is left',
  '       npm run show -- <show> remove <product>',
  '       npm run show -- <show> units <sku>=<units> ..',
  '       npm run show -- <show> order <product> ..                these first, the others behind them',
  'A product is named by its id or by the sku of one of its variants.',
]

type Edited = { readonly rundown: readonly ChosenProduct[] } | { readonly problem: string }

interface Edit {
  readonly rundown: ShowRundown
  readonly catalogue: readonly KnownProduct[]
  readonly words: readonly string[]
}

export function editRundown({ rundown, catalogue, words: [verb, ...words] }: Edit): Edited {
  const edit = VERBS.get(verb ?? '')
  if (edit === undefined || words.length === 0) return { problem: USAGE.join('\n') }
  const edited = edit({ rundown, catalogue, words })
  if ('problem' in edited) return edited
  const read = ChosenRundown.safeParse(edited.rundown)
  return read.success
    ? { rundown: read.data }
    : { problem: 'this is more than a show can have, or a product stands twice' }
}

const VERBS: ReadonlyMap<string, (edit: Edit) => Edited> = new Map([
  ['add', add],
  ['remove', remove],
  ['units', resize],
  ['order', order],
])

const kept = ({ products }: ShowRundown) => products.map(({ productId }): ChosenProduct => ({ productId }))

function add({ rundown, catalogue, words: [name = '', ...sizes] }: Edit): Edited {
  const product = catalogue.find(({ id, variants }) => id === name || variants.some(({ sku }) => sku === name))
  if (product === undefined) return { problem: `${name} is not in the catalogue` }
  const units = readUnits(sizes)
  if (typeof units === 'string') return { problem: units }
  const unknown = [...units.keys()].find((sku) => !product.variants.some((variant) => variant.sku === sku))
  if (unknown !== undefined) return { problem: `${unknown} is no variant of ${name}` }
  const variants = product.variants.flatMap(({ id, sku }) => {
    const wanted = units.get(sku)
    return wanted === undefined ? [] : [{ variantId: id, units: wanted }]
  })
  const chosen: ChosenProduct = { productId: product.id, ...(variants.length > 0 && { variants }) }
  const others = kept(rundown)
  const isThere = others.some(({ productId }) => productId === product.id)
  return { rundown: isThere ? others.map((one) => (one.productId === product.id ? chosen : one)) : [...others, chosen] }
}

function remove({ rundown, words }: Edit): Edited {
  const found = findAll(rundown, words)
  return 'problem' in found
    ? found
    : { rundown: kept(rundown).filter(({ productId }) => !found.ids.includes(productId)) }
}

function order({ rundown, words }: Edit): Edited {
  const found = findAll(rundown, words)
  if ('problem' in found) return found
  const others = kept(rundown).filter(({ productId }) => !found.ids.includes(productId))
  return { rundown: [...found.ids.map((productId) => ({ productId })), ...others] }
}

function resize({ rundown, words }: Edit): Edited {
  const units = readUnits(words)
  if (typeof units === 'string') return { problem: units }
  const skus = rundown.products.flatMap(({ variants }) => variants.map(({ sku }) => sku))
  const unknown = [...units.keys()].find((sku) => !skus.includes(sku))
  if (unknown !== undefined) return { problem: `${unknown} is not in this show; add its product first` }
  return {
    rundown: rundown.products.map(({ productId, variants }): ChosenProduct => {
      const sized = variants.flatMap(({ variantId, sku }) => {
        const wanted = units.get(sku)
        return wanted === undefined ? [] : [{ variantId, units: wanted }]
      })
      return { productId, ...(sized.length > 0 && { variants: sized }) }
    }),
  }
}

/** By sku; or what is wrong. */
function readUnits(words: readonly string[]): ReadonlyMap<string, number> | string {
  const units = new Map<string, number>()
  for (const word of words) {
    const { sku, number } = /^(?<sku>.+)=(?<number>\d{1,7})$/.exec(word)?.groups ?? {}
    if (sku === undefined || number === undefined) return `${word} is not <sku>=<units>`
    units.set(sku, Number(number))
  }
  return units
}

function findAll({ products }: ShowRundown, names: readonly string[]): { ids: ProductId[] } | { problem: string } {
  const found = names.map((name) => ({
    name,
    product: products.find(({ productId, variants }) => productId === name || variants.some(({ sku }) => sku === name)),
  }))
  const missing = found.find(({ product }) => product === undefined)
  if (missing !== undefined) return { problem: `${missing.name} is not in this show` }
  return { ids: found.flatMap(({ product }) => product?.productId ?? []) }
}
