// The routes that the contract lists are those that express has, and each lets in whom the contract names.
import { ROLES } from '@lantern/shared/contract/roles.ts'
import type { Route } from '@lantern/shared/contract/route.ts'
import { ROUTES } from '@lantern/shared/contract/routes.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { startTestHttp, TEST_SHOW, type TestHttp } from '../testing/testHttp.ts'

/** Of express's router: what a layer stands for. */
const Path = z.union([z.string(), z.array(z.string())])
const Layer = z.object({
  rawPath: Path,
  handle: z.unknown(),
  route: z.object({ path: Path, methods: z.record(z.string(), z.boolean()) }).optional(),
})
const Layers = z.array(Layer)

/** A router is a function that has layers. */
function layersOf(handle: unknown): z.infer<typeof Layers> {
  return typeof handle === 'function' && 'stack' in handle ? Layers.parse(handle.stack) : []
}

const join = (base: string, path: string) => (path === '/' && base !== '' ? base : base + path)

function listRoutes(router: unknown, base = ''): string[] {
  return layersOf(router).flatMap(({ rawPath, handle, route }) => {
    const within = [rawPath].flat().map((path) => (path === '/' ? base : base + path))
    if (route === undefined) return within.flatMap((path) => listRoutes(handle, path))
    const methods = Object.keys(route.methods).map((method) => method.toUpperCase())
    return [route.path].flat().flatMap((path) => methods.map((method) => `${method} ${join(base, path)}`))
  })
}

let http: TestHttp
beforeAll(async () => {
  http = await startTestHttp()
})
afterAll(() => http.close())

it('lists the routes that there are, and no others', () => {
  expect(listRoutes(http.routes.router).sort()).toEqual(Object.keys(ROUTES).sort())
})

const all: [string, Route][] = Object.entries(ROUTES)
const ofStaff = all.flatMap(([name, route]) => (Array.isArray(route.from) ? [{ name, ...route }] : []))

async function ask(name: string, cookie: string | null): Promise<Response> {
  const [method = '', path = ''] = name.split(' ')
  const headers = { origin: http.url, ...(cookie !== null && { cookie }) }
  const known = path
    .replace(/:id\/(links|rundown)/, `${TEST_SHOW}/$1`)
    .replace('recipe/:kind', 'recipe/generic')
    .replace('groups/:id', 'groups/elm-street')
  return fetch(http.url + known.replaceAll(/:\w+/g, 'nothing'), { method, headers })
}

async function login(role: string): Promise<string> {
  const answer = await fetch(`${http.url}/api/staff/login`, {
    method: 'POST',
    headers: { origin: http.url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: role, password: http.config.demoStaffPassword }),
  })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** What they are about is named by whoever asks, and nothing is called so here. */
const NAMELESS = [
  ...['GET /api/webhooks/:id/deliveries', 'GET /api/shop/changes/picture'],
  ...['GET /api/groups/packing.csv', 'GET /api/counter/redemptions', 'GET /api/counter/redemptions.csv'],
  ...['GET /api/sharers/order', 'GET /api/sharers/statement.csv'],
]

describe('of staff', () => {
  it('nobody gets in who is not logged in', async () => {
    for (const { name } of ofStaff) expect((await ask(name, null)).status, name).toBe(401)
  })

  it('what an owner is answered has the shape of the contract, and nothing more', async () => {
    const cookie = await login('owner')

    for (const { name, answers } of ofStaff.filter(({ name }) => name.startsWith('GET '))) {
      const answer = await ask(name, cookie)
      const body: unknown = await answer.json()
      if (answer.ok) expect(answers.schema?.parse(body), name).toEqual(body)
      else expect(NAMELESS).toContain(name)
    }
  })

  it.each(ROLES)('a %s gets in where the contract says so, and nowhere else', async (role) => {
    const cookie = await login(role)

    for (const { name, from } of ofStaff) {
      const { status } = await ask(name, cookie)
      expect(status === 403, `${name} answered ${status}`).toBe(!from.includes(role))
    }
  })
})
