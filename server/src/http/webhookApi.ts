// What the owner's page about webhooks fetches and asks for.
import { refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { NewEndpoint, SettleArrival, SwitchEndpoint } from '@lantern/shared/contract/webhooks.ts'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { z } from 'zod'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { staffCookiesOf } from './visit.ts'

interface Exchange {
  readonly req: Request
  readonly res: Response
}

function send(res: Response, outcome: Outcome<object | null>): void {
  if (outcome.ok) res.json(outcome.value ?? {})
  else sendRefusal(res, outcome)
}

async function withInput<Input>(
  schema: z.ZodType<Input>,
  { req, res }: Exchange,
  act: (input: Input) => Promise<Outcome<object | null>>,
): Promise<void> {
  const parsed = schema.safeParse(req.body)
  send(res, parsed.success ? await act(parsed.data) : refuse('BAD_INPUT'))
}

/** Endpoints lead out of the house and show secrets: they are the owner's. */
function requireOwner({ identity }: HttpNeeds): RequestHandler {
  return async (req, res, next) => {
    const who = await identity.staffFromCookie(staffCookiesOf(req))
    if (who.ok && who.value.role === 'owner') return next()
    sendRefusal(res, who.ok ? refuse('NOT_ALLOWED') : who)
  }
}

export function createWebhookApi(needs: HttpNeeds): Router {
  const { admin } = needs.webhooks
  const routes = Router()
  routes.use(requireOwner(needs))
  routes.get('/', async (_req, res) => {
    res.json(await admin.board())
  })
  routes.post('/', (req, res) => withInput(NewEndpoint, { req, res }, admin.add))
  routes.post('/arrivals/:id', (req, res) =>
    withInput(SettleArrival, { req, res }, ({ choice }) => admin.settleArrival(req.params.id, choice)),
  )
  routes.post('/:id/rotate', async (req, res) => send(res, await admin.rotate(req.params.id)))
  routes.post('/:id/switch', (req, res) =>
    withInput(SwitchEndpoint, { req, res }, ({ enabled }) => admin.switch(req.params.id, enabled)),
  )
  routes.post('/:id/remove', async (req, res) => send(res, await admin.remove(req.params.id)))
  routes.get('/:id/deliveries', async (req, res) => send(res, await admin.log(req.params.id)))
  routes.post('/:id/deliveries/:delivery/replay', async (req, res) =>
    send(res, await admin.replay(req.params.id, req.params.delivery)),
  )
  return routes
}
