// What the sheet of a product tells, fetched when it is opened: a room is sent to everybody, and this is long.
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { Router } from 'express'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { remembering } from './remembering.ts'

export function createProductsApi({ shopAdmin, clock }: Pick<HttpNeeds, 'shopAdmin' | 'clock'>): Router {
  const read = remembering(clock, (place: string) => {
    const [show, product] = place.split('/')
    const [showId, productId] = [ShowId.safeParse(show), ProductId.safeParse(product)]
    return showId.success && productId.success
      ? shopAdmin.readDetails(showId.data, productId.data)
      : Promise.resolve(null)
  })
  const routes = Router()
  routes.get('/:show/:product', async (req, res) => {
    const { show, product } = req.params
    const details = /[/]/.test(show + product) ? null : await read(`${show}/${product}`)
    if (details === null) return sendRefusal(res, refuse('PRODUCT_NOT_FOUND'))
    res.json(details)
  })
  return routes
}
