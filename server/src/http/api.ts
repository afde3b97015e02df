// What staff pages fetch: login and logout, who am I, shows, and the addresses to share.
import { randomBytes } from 'node:crypto'
import type { Role } from '@lantern/shared/contract/commands.ts'
import {
  LoginInput,
  type Me,
  NewShow,
  PageProblem,
  type ShowLinks,
  START_GRACE_MS,
  Welcome,
} from '@lantern/shared/contract/http.ts'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { ChangeRundown } from '@lantern/shared/contract/rundown.ts'
import express, { type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import type { Identity, LoggedIn, LoginPlace } from '../identity/identity.ts'
import { createCounterApi } from './counterApi.ts'
import { createGroupsApi } from './groupsApi.ts'
import { createMembersApi } from './membersApi.ts'
import { createKnownApi } from './knownApi.ts'
import { createLeaderApi } from './leaderApi.ts'
import { shareAddresses } from './links.ts'
import type { HttpNeeds } from './ports.ts'
import { createPickupsApi } from './pickupsApi.ts'
import { createProductsApi } from './productsApi.ts'
import { createPageProblems } from './problems.ts'
import { notFound, sendRefusal } from './refusals.ts'
import { remembering } from './remembering.ts'
import { requireSameOrigin } from './sameOrigin.ts'
import { createSharerApi } from './sharerApi.ts'
import { createSharersApi } from './sharersApi.ts'
import { createShopApi } from './shopApi.ts'
import { browserOf, staffCookiesOf } from './visit.ts'
import { createWebhookApi } from './webhookApi.ts'

const placeOf = (req: Request): LoginPlace => ({ address: req.ip ?? 'unknown', ...browserOf(req) })

const cookiesOf = ({ setCookie, deviceCookie }: LoggedIn) => [setCookie, deviceCookie]

/** The body as the contract has it; answers BAD_INPUT and null where it is not. */
function read<Input>(schema: z.ZodType<Input>, req: Request, res: Response): Input | null {
  const parsed = schema.safeParse(req.body)
  if (parsed.success) return parsed.data
  sendRefusal(res, refuse('BAD_INPUT'))
  return null
}

/** The staff member, if one is logged in and has one of the roles; otherwise it has answered. */
async function enter(identity: Identity, roles: readonly Role[], { req, res }: Exchange): Promise<Me | null> {
  const who = await identity.staffFromCookie(staffCookiesOf(req))
  if (who.ok && roles.includes(who.value.role)) return who.value
  sendRefusal(res, who.ok ? refuse('NOT_ALLOWED') : who)
  return null
}

interface Exchange {
  readonly req: Request
  readonly res: Response
}

const EVERYONE: readonly Role[] = ['owner', 'host', 'assistant', 'moderator']
const MAKES_SHOWS: readonly Role[] = ['owner', 'host']

function staffRoutes({ identity, log }: HttpNeeds): Router {
  const problems = createPageProblems(log)
  const routes = Router()
  routes.post('/login', async (req, res) => {
    const input = read(LoginInput, req, res)
    if (input === null) return
    const outcome = await identity.login(input, placeOf(req))
    if (!outcome.ok) return sendRefusal(res, outcome)
    res.append('Set-Cookie', cookiesOf(outcome.value)).json(outcome.value.me)
  })
  routes.post('/welcome', async (req, res) => {
    const input = read(Welcome, req, res)
    if (input === null) return
    const outcome = await identity.welcome(input, placeOf(req))
    if (!outcome.ok) return sendRefusal(res, outcome)
    res.append('Set-Cookie', cookiesOf(outcome.value)).json(outcome.value.me)
  })
  routes.post('/logout', async (req, res) => {
    for (const cookie of await identity.logout(browserOf(req))) res.append('Set-Cookie', cookie)
    res.json({})
  })
  routes.get('/me', async (req, res) => {
    const me = await enter(identity, EVERYONE, { req, res })
    if (me !== null) res.json(me)
  })
  routes.post('/problems', async (req, res) => {
    const me = await enter(identity, EVERYONE, { req, res })
    const problem = me && read(PageProblem, req, res)
    if (me === null || problem === null) return
    const taken = await problems.take(problem, me)
    if (!taken.ok) return sendRefusal(res, taken)
    res.json({})
  })
  return routes
}

function showRoutes({ identity, store, config, ports, clock }: HttpNeeds): Router {
  const routes = Router()
  routes.get('/', async (req, res) => {
    if ((await enter(identity, EVERYONE, { req, res })) === null) return
    res.json({ shows: await store.listShows() })
  })
  routes.post('/', async (req, res) => {
    if ((await enter(identity, MAKES_SHOWS, { req, res })) === null) return
    const input = read(NewShow, req, res)
    if (input === null) return
    if (input.startsAt < clock() - START_GRACE_MS) return sendRefusal(res, refuse('START_IN_PAST'))
    const id = ShowId.parse(`show_${randomBytes(9).toString('base64url')}`)
    const { rundown, ...planned } = input
    if (rundown === undefined) return res.status(201).json(await store.createShow({ id, ...planned }))
    const made = await store.createChosenShow({ id, ...planned }, rundown)
    if (!made.ok) return sendRefusal(res, made)
    res.status(201).json(made.value)
  })
  routes.get('/free', async (req, res) => {
    if ((await enter(identity, EVERYONE, { req, res })) !== null) res.json(await store.readFreeUnits())
  })
  routes.get('/:id/links', async (req, res) => {
    if ((await enter(identity, EVERYONE, { req, res })) === null) return
    const showId = ShowId.safeParse(req.params.id)
    const record = showId.success ? await store.readRoom(showId.data) : null
    if (record === null) return sendRefusal(res, refuse('SHOW_NOT_FOUND'))
    const addresses = shareAddresses(config, ports?.() ?? config)
    const { id } = record.room.show
    const links: ShowLinks = { showId: id, viewerUrls: addresses.map((base) => `${base}/s/${id}`) }
    res.json(links)
  })
  return routes
}

function rundownRoutes({ identity, store }: HttpNeeds): Router {
  const routes = Router()
  routes.get('/:id/rundown', async (req, res) => {
    if ((await enter(identity, EVERYONE, { req, res })) === null) return
    const showId = ShowId.safeParse(req.params.id)
    const rundown = showId.success ? await store.readRundown(showId.data) : null
    if (rundown === null) return sendRefusal(res, refuse('SHOW_NOT_FOUND'))
    res.json(rundown)
  })
  routes.post('/:id/rundown', async (req, res) => {
    const me = await enter(identity, MAKES_SHOWS, { req, res })
    const input = me && read(ChangeRundown, req, res)
    if (me === null || input === null) return
    const showId = ShowId.safeParse(req.params.id)
    const changed = showId.success ? await store.changeRundown(showId.data, input, me.id) : refuse('SHOW_NOT_FOUND')
    if (!changed.ok) return sendRefusal(res, changed)
    res.json(changed.value)
  })
  return routes
}

/** Everybody who was at a show asks at once when it ends: they share what was read a moment ago. */
function afterRoutes({ store, clock }: HttpNeeds): Router {
  const read = remembering(clock, (showId: ShowId) => store.readAfter(showId))
  const routes = Router()
  routes.get('/:id', async (req, res) => {
    const showId = ShowId.safeParse(req.params.id)
    const after = showId.success ? await read(showId.data) : null
    if (after === null) return sendRefusal(res, refuse('SHOW_NOT_FOUND'))
    res.json(after)
  })
  return routes
}

function doctorRoutes({ identity, doctor }: HttpNeeds): Router {
  const routes = Router()
  routes.get('/', async (req, res) => {
    if ((await enter(identity, ['owner'], { req, res })) !== null) res.json(await doctor())
  })
  return routes
}

export function createApi(needs: HttpNeeds): Router {
  const routes = Router()
  routes.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  const fromOurPages = requireSameOrigin(needs.identity.isAllowedOrigin)
  routes.use((req, res, next) => (/^(GET|HEAD)$/.test(req.method) ? next() : fromOurPages(req, res, next)))
  // A whole rundown with the units of each variant.
  routes.use('/shows', express.json({ limit: '64kb' }))
  routes.use(express.json({ limit: '16kb' }))
  routes.use('/staff', staffRoutes(needs))
  routes.use('/shows', showRoutes(needs))
  routes.use('/shows', rundownRoutes(needs))
  routes.use('/after', afterRoutes(needs))
  routes.use('/products', createProductsApi(needs))
  routes.use('/counter', createCounterApi(needs))
  routes.use('/groups', createGroupsApi(needs))
  routes.use('/members', createMembersApi(needs))
  routes.use('/leader', createLeaderApi(needs))
  routes.use('/sharer', createSharerApi(needs))
  routes.use('/sharers', createSharersApi(needs))
  routes.use('/known', createKnownApi(needs))
  routes.use('/pickups', createPickupsApi(needs))
  routes.use('/webhooks', createWebhookApi(needs))
  routes.use('/shop', createShopApi(needs))
  routes.use('/doctor', doctorRoutes(needs))
  routes.use(notFound)
  return routes
}
