// The HTTP surface as OpenAPI 3.1: every route, and the webhooks that the studio posts to others.
import { CodeMessage, HandoffClaims } from '@lantern/shared/contract/handoff.ts'
import { NOTICES } from '@lantern/shared/contract/notices.ts'
import { REFUSAL_CODES, type RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { REFUSAL_DETAILS } from '@lantern/shared/contract/refusalDetails.ts'
import type { Body, Route } from '@lantern/shared/contract/route.ts'
import { ROUTES } from '@lantern/shared/contract/routes.ts'
import { statusOf } from '@lantern/server/src/http/refusals.ts'
import * as z from 'zod'
import { type Comments, readComments } from './comments.ts'
import { REFUSAL } from './refusal.ts'
import { createSchemas, type JsonObject, type Schemas } from './schemas.ts'
import { wordsOf } from './words.ts'

const routes: [string, Route][] = Object.entries(ROUTES)
const notices: [string, z.ZodType][] = Object.entries(NOTICES)

/** What a UCP shop is asked for; nobody leaves for it before it is answered. */
const codes = CodeMessage.options.map((schema): [string, z.ZodType] => [schema.shape.type.value, schema])

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** `POST /api/shop/csv/preview` -> `PostShopCsvPreview`. */
function idOf(name: string): string {
  const [method, ...words] = name.replace('/api/', '/').split(/[^A-Za-z0-9]+/)
  return capital(method?.replace(/^(GET|POST)$/, (all) => all.toLowerCase()) ?? '') + words.map(capital).join('')
}

/** express says `:name` and `*name`. */
const addressOf = (path: string) => path.replace(/[:*](\w+)/g, '{$1}')

/** Of who may ask and of what is taken, beside the route's own. */
function codesOf({ from, takes, query, refusals }: Route, method: string): RefusalCode[] {
  const ofStaff: RefusalCode[] = Array.isArray(from) ? ['LOGIN_NEEDED', 'SESSION_OVER', 'NOT_ALLOWED'] : []
  const ofBody: RefusalCode[] = takes || query ? ['BAD_INPUT'] : []
  const ofOrigin: RefusalCode[] = method === 'POST' && from !== 'shop' ? ['NOT_ALLOWED'] : []
  const all = new Set([...ofBody, ...ofStaff, ...ofOrigin, ...refusals, 'INTERNAL' as const])
  return REFUSAL_CODES.filter((code) => all.has(code))
}

const byStatusOf = (route: Route, method: string) => [...Map.groupBy(codesOf(route, method), statusOf)]

/** `LOGIN_NEEDED`, `SESSION_OVER` -> `LoginNeededOrSessionOver`. */
const responseName = (codes: readonly RefusalCode[]) => codes.map((code) => idOf(code.toLowerCase())).join('Or')

function refusalsOf(route: Route, method: string): JsonObject {
  const refs = byStatusOf(route, method).map(([status, codes]) => [
    String(status),
    { $ref: `#/components/responses/${responseName(codes)}` },
  ])
  return Object.fromEntries(refs)
}

function refusedWith(codes: readonly RefusalCode[]): JsonObject {
  const code = { type: 'object', properties: { code: { enum: [...codes] } } }
  const schema = { allOf: [{ $ref: '#/components/schemas/Refusal' }, code] }
  return { description: codes.join(', '), content: { 'application/json': { schema } } }
}

function responsesOf(): JsonObject {
  const all = routes.flatMap(([name, route]) => byStatusOf(route, name.split(' ')[0] ?? ''))
  const named = all.map(([, codes]) => [responseName(codes), refusedWith(codes)] as const)
  return Object.fromEntries(named.sort(([one], [other]) => one.localeCompare(other)))
}

function contentOf({ type, schema }: Body, schemas: Schemas): JsonObject {
  return { [type]: { schema: schema === null ? { type: 'string' } : schemas.refTo(schema) } }
}

function parametersOf(path: string, { query }: Route, schemas: Schemas): JsonObject[] {
  const inPath = [...path.matchAll(/[:*](\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !z.safeParse(schema, undefined).success,
    schema: schemas.refTo(schema as z.ZodType),
  }))
  return [...inPath, ...inQuery]
}

const SECURITY: Readonly<Record<string, readonly JsonObject[]>> = {
  anyone: [],
  shop: [{ webhook: [] }],
  operator: [{ metrics: [] }, {}],
}

function securityOf({ from }: Route): JsonObject {
  if (typeof from === 'string') return { security: SECURITY[from] ?? [] }
  return { security: [{ session: [] }], 'x-roles': [...from] }
}

const SIGNED = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
  name,
  in: 'header',
  required: true,
  schema: { type: 'string' },
}))

function operationOf([name, route]: [string, Route], { comments, schemas }: Parts): JsonObject {
  const [method = '', path = ''] = name.split(' ')
  const { takes, answers, status, from } = route
  const parameters = [...parametersOf(path, route, schemas), ...(from === 'shop' ? SIGNED : [])]
  return {
    operationId: idOf(name),
    tags: [tagOf(path)],
    ...wordsOf(comments.of(name)),
    ...securityOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...(takes && { requestBody: { required: true, content: contentOf(takes, schemas) } }),
    responses: {
      [status]: { description: 'As asked.', content: contentOf(answers, schemas) },
      ...refusalsOf(route, method),
    },
  }
}

const tagOf = (path: string) => (path.startsWith('/api/') ? (path.split('/')[2] ?? 'api') : 'pages and machines')

interface Parts {
  readonly comments: Comments
  readonly schemas: Schemas
}

function pathsOf(parts: Parts): JsonObject {
  const paths: Record<string, JsonObject> = {}
  for (const route of routes) {
    const [method = '', path = ''] = route[0].split(' ')
    const address = addressOf(path)
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(route, parts) }
  }
  return paths
}

const OF_NOTICES = {
  '2XX': { description: 'Taken: it is not sent again.' },
  '410': { description: 'Gone: this endpoint is told no more.' },
  default: { description: 'It is sent again later, under the same `webhook-id`.' },
}
const OF_CODES = {
  '2XX': { description: 'Done: the shop has the code as it was wanted, or nobody can use it any more.' },
  default: { description: 'Not done: no buyer is sent. It may be asked again, under the same `webhook-id`.' },
}

function webhookOf([name, schema]: [string, z.ZodType], { comments, schemas }: Parts): [string, JsonObject] {
  const post = {
    operationId: idOf(`on.${name}`),
    tags: ['webhooks to others'],
    ...wordsOf(comments.of(name)),
    parameters: SIGNED,
    requestBody: { required: true, content: { 'application/json': { schema: schemas.refTo(schema) } } },
    responses: codes.some(([code]) => code === name) ? OF_CODES : OF_NOTICES,
  }
  return [name, { post }]
}

const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-lantern_staff',
    description: 'Given by /api/staff/login; without https it is called lantern_staff.',
  },
  webhook: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description:
      'Standard Webhooks 1.0: `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with the endpoint’s secret.',
  },
  metrics: { type: 'http', scheme: 'bearer', description: 'METRICS_TOKEN; needed where it is set.' },
}

const INFO = {
  title: 'Lantern: HTTP',
  version: '1',
  description:
    'What pages, shops and operators ask over HTTP; what happens in a show comes over the room channel (asyncapi.yaml). A refusal ' +
    'is `{ ok: false, code, retryable }` with a fitting status. What changes something and comes from a browser must come from a ' +
    'page of the same origin. `webhooks` are what the studio posts to others (`code.*` to a UCP shop alone, at UCP_CODES_URL); what a shop posts to it is POST /api/shop/events.',
}

export async function describeHttp(): Promise<JsonObject> {
  const comments = readComments()
  const unnamed = [
    { name: 'HandoffClaims', schema: HandoffClaims },
    ...Object.entries(REFUSAL_DETAILS).map(([name, schema]) => ({ name, schema })),
    ...[...notices, ...codes].map(([name, schema]) => ({ name: idOf(`on.${name}`), schema })),
    ...routes.flatMap(([name, { takes, answers, query }]) => [
      ...(takes?.schema ? [{ name: `${idOf(name)}Input`, schema: takes.schema }] : []),
      ...(answers.schema ? [{ name: `${idOf(name)}Output`, schema: answers.schema }] : []),
      ...Object.entries(query?.shape ?? {}).map(([key, schema]) => ({ name: idOf(key), schema: schema as z.ZodType })),
    ]),
  ]
  const schemas = await createSchemas(unnamed, { comments, target: 'draft-2020-12' })
  const parts = { comments, schemas }
  return {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: 'https://live.example.com', description: 'Your own address.' }],
    paths: pathsOf(parts),
    webhooks: Object.fromEntries([...notices, ...codes].map((notice) => webhookOf(notice, parts))),
    components: {
      schemas: { ...schemas.components, Refusal: REFUSAL },
      responses: responsesOf(),
      securitySchemes: SECURITY_SCHEMES,
    },
  }
}
