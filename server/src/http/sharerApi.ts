// What a sharer's page asks for, by the code in its address and the cookie that binds it.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import {
  BoardQuery,
  MakeSharerLink,
  SharerCode,
  StatementQuery,
  VoidSharerLink,
} from '@lantern/shared/contract/sharerPage.ts'
import { Router } from 'express'
import { createBoundDevices } from './boundDevice.ts'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { sendStatement } from './statements.ts'

const PAGES = {
  cookie: { plain: 'lantern_sharer', secure: '__Host-lantern_sharer' },
  code: SharerCode,
  gone: 'SHARER_PAGE_GONE',
} as const

export function createSharerApi({ sharers, links }: Pick<HttpNeeds, 'sharers' | 'links'>): Router {
  const routes = Router()
  const { answer, asked, open, read } = createBoundDevices(PAGES)
  routes.post('/:code/open', open(sharers.open))
  routes.get('/:code', answer(sharers.read))
  routes.post(
    '/:code/links',
    asked(MakeSharerLink, async (device, input) => {
      const entered = await sharers.enterToShare(device)
      const made = entered.ok ? await links.makeFor(entered.value, input) : entered
      return made.ok ? { ok: true, value: { code: made.value } } : made
    }),
  )
  routes.post(
    '/:code/links/void',
    asked(VoidSharerLink, async (device, { code }) => {
      const entered = await sharers.enter(device)
      return entered.ok ? links.voidOf(entered.value, code) : entered
    }),
  )
  routes.post('/:code/leave', answer(sharers.leave))
  routes.get(
    '/:code/board',
    answer(async (device, req) => {
      const query = BoardQuery.safeParse(req.query)
      return query.success ? sharers.board(device, query.data) : refuse('BAD_INPUT')
    }),
  )
  routes.get('/:code/statement.csv', async (req, res) => {
    const [device, query] = [read(req), StatementQuery.safeParse(req.query)]
    if (!device.ok) return sendRefusal(res, device)
    if (!query.success) return sendRefusal(res, refuse('BAD_INPUT'))
    const file = await sharers.statement(device.value, query.data)
    sendStatement(res, file, query.data.month)
  })
  return routes
}
