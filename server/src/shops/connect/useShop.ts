// Puts a shop in use whose round trip has passed: its products take the place of the former's, and every process follows.
import { randomBytes } from 'node:crypto'
import type { ShopConnections, ShopKindName } from '@lantern/shared/contract/connections.ts'
import { grant, type Refusal, refuse } from '@lantern/shared/contract/refusals.ts'
import { planImport } from '../catalogue/plan.ts'
import type { KeptConnection } from '../records/connectionRecords.ts'
import { BY_ENVIRONMENT } from '../records/connections.ts'
import type { ImportedCatalogue } from '../records/shopRecords.ts'
import { isReady, keptOf, liveOf } from './board.ts'
import type { Connections } from './connections.ts'
import type { ConnectionsNeeds } from './connectionsNeeds.ts'
import type { LiveShop } from './liveShops.ts'
import { lockedBy } from './values.ts'

/** What another shop has, matched by what stands on the package alone: its own ids mean nothing to the former. */
async function catalogueFor(shop: LiveShop, isOther: boolean, shopRecords: ConnectionsNeeds['shopRecords']) {
  if (!shop.checkout.answers.readsCatalogue) return grant(null)
  const read = await shop.checkout.readCatalogue()
  if (!read.ok) return read.code === 'SHOP_CANNOT' ? grant(null) : refuse(read.code, { detail: read.detail ?? {} })
  const { products } = await shopRecords.readCatalogue()
  const nameless = products.map((product) => ({
    ...product,
    externalId: null,
    variants: product.variants.map((variant) => ({ ...variant, externalId: null })),
  }))
  const known = isOther ? nameless : products
  const newId = () => `p_${randomBytes(9).toString('base64url')}`
  const plan = planImport({ known, read: read.value, isWhole: true, newId })
  const catalogue: ImportedCatalogue = { currency: plan.currency, products: plan.products, isWhole: true }
  return grant(catalogue)
}

/** Another address, and so another shop, has another endpoint. */
function isAnother(former: LiveShop | null, { kind, settings }: LiveShop): boolean {
  return former?.kind !== kind || former.settings.shopEndpointId !== settings.shopEndpointId
}

/** Where neither has told us its ids of variants, they came by a file and are meant for the next. */
const readsIds = (shop: LiveShop | null) => shop?.checkout.answers.readsCatalogue === true

function notPassed(board: ShopConnections, kind: ShopKindName): Refusal<'TRIP_NOT_PASSED'> {
  const steps = board.kinds.find((one) => one.kind === kind)?.trip.steps ?? []
  const open = steps.filter(({ state }) => state !== 'passed' && state !== 'cannot').map(({ id }) => id)
  return refuse('TRIP_NOT_PASSED', { detail: { steps: open.join(', ') } })
}

function isPassed(board: ShopConnections, kind: ShopKindName): boolean {
  const found = board.kinds.find((one) => one.kind === kind)
  return found !== undefined && isReady(found.trip)
}

export function createUse(needs: ConnectionsNeeds, read: Connections['read']): Connections['use'] {
  const { live, records, shopRecords, fixed, log, onUse } = needs

  async function take(shop: LiveShop, kept: KeptConnection | null) {
    const former = live.current()
    const isOther = isAnother(former, shop) && (readsIds(shop) || readsIds(former))
    const catalogue = await catalogueFor(shop, isOther, shopRecords)
    if (!catalogue.ok) return catalogue
    const taking = { connectionId: kept?.id ?? BY_ENVIRONMENT, isOther, catalogue: catalogue.value }
    const isUsed = await records.use(taking)
    if (isUsed) log.info({ kind: shop.kind, former: former?.kind ?? null }, 'another shop is in use')
    return grant(isUsed)
  }

  return async (kind) => {
    const variable = lockedBy(fixed)
    if (variable !== null) return refuse('SET_BY_ENVIRONMENT', { detail: { variable } })
    const board = await read()
    const kept = keptOf(await records.list(), kind)
    const shop = liveOf(live, fixed, { kind, kept })
    if (shop === null || shop.id === live.current()?.id || !isPassed(board, kind)) return notPassed(board, kind)
    const taken = await take(shop, kept)
    if (!taken.ok) return taken
    if (!taken.value) return notPassed(board, kind)
    const now = await read()
    onUse()
    return grant(now)
  }
}
