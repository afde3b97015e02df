// What a shop kind sends and takes, kept as files with the page each was published on; stand-ins know nothing else.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export const Exchange = z.object({
  /** Where the shape was published. */
  source: z.url(),
  /** Where the maker's words, or what the maker's program does, go another way than the page. */
  note: z.string().optional(),
  request: z.object({
    method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
    /** `:name` stands for any one part. */
    path: z.string().startsWith('/'),
    /** Names in lower case; the value has to begin with this. */
    headers: z.record(z.string(), z.string()).default({}),
    /** Parameters that may be there. */
    query: z.array(z.string()).default([]),
    /** Every field that may be there, each with a value of its type. */
    body: z.unknown().optional(),
    /** GraphQL: the operation is known by its name, and `body` is what its variables may be. */
    operation: z.string().optional(),
  }),
  answer: z.object({ status: z.number().int(), body: z.unknown() }),
})
export type Exchange = z.infer<typeof Exchange>

export const Webhook = z.object({
  source: z.url(),
  note: z.string().optional(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
})
export type Webhook = z.infer<typeof Webhook>

const File = z.object({
  exchanges: z.record(z.string(), Exchange).default({}),
  webhooks: z.record(z.string(), Webhook).default({}),
})

export interface Fixtures {
  readonly exchanges: ReadonlyMap<string, Exchange>
  readonly webhooks: ReadonlyMap<string, Webhook>
}

export function readFixtures(files: readonly URL[]): Fixtures {
  const read = files.map((file) => File.parse(JSON.parse(readFileSync(file, 'utf8'))))
  return {
    exchanges: new Map(read.flatMap(({ exchanges }) => Object.entries(exchanges))),
    webhooks: new Map(read.flatMap(({ webhooks }) => Object.entries(webhooks))),
  }
}

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value)

/** Where the value has something the published shape has not; null: nowhere. */
export function misfit(value: unknown, shape: unknown, at = 'body'): string | null {
  if (value === null || shape === null) return null
  if (kindOf(value) !== kindOf(shape)) return `${at} is a ${kindOf(value)}, published is a ${kindOf(shape)}`
  if (Array.isArray(value) && Array.isArray(shape))
    return shape.length === 0 ? null : firstOf(value.map((one, i) => misfit(one, shape[0], `${at}/${i}`)))
  if (!isObject(value) || !isObject(shape)) return null
  return firstOf(
    Object.keys(value).map((key) =>
      key in shape ? misfit(value[key], shape[key], `${at}/${key}`) : `${at}/${key} is not published`,
    ),
  )
}

const firstOf = (found: readonly (string | null)[]) => found.find((one) => one !== null) ?? null

/** The published example with other values in it; a field that was not published cannot be put. */
export function fill<Body>(example: Body, values: unknown): unknown {
  const wrong = misfit(values, example, 'answer')
  if (wrong !== null) throw new Error(wrong)
  if (!isObject(example) || !isObject(values)) return values
  const filled = Object.entries(example).map(([key, value]) => [key, key in values ? fill(value, values[key]) : value])
  return Object.fromEntries(filled)
}
