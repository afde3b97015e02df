// JSON schemas of all that the contract names, and of what stands in its lists, each under a name of its own.
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { type Comments, listContractFiles } from './comments.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export interface JsonObject {
  readonly [key: string]: Json
}

/** A schema that stands in a list and has no name of its own there. */
export interface Unnamed {
  readonly name: string
  readonly schema: z.ZodType
}

export interface Schemas {
  /** By name, each without a reference out of the document. */
  readonly components: JsonObject
  /** To the schema's name where it has one, else to the one it was given. */
  refTo(schema: z.ZodType): JsonObject
}

export const refToSchema = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType

/** Exports that begin with a capital. A schema with several names (ids, which are told apart by types alone) gets none. */
async function findNamed(): Promise<Map<z.ZodType, string>> {
  const files = await Promise.all(listContractFiles().map((file) => importAll(pathToFileURL(file).href)))
  const exported = files.flatMap((file) => Object.entries(file))
  const named = exported.flatMap(([name, schema]) =>
    isSchema(schema) && /^[A-Z][a-z]/.test(name) ? [{ name, schema }] : [],
  )
  const bySchema = Map.groupBy(named, ({ schema }) => schema)
  return new Map([...bySchema].flatMap(([schema, all]) => onlyName(schema, new Set(all.map(({ name }) => name)))))
}

const importAll = (url: string): Promise<Record<string, unknown>> => import(url)

function onlyName(schema: z.ZodType, [name, other]: Iterable<string>): [z.ZodType, string][] {
  return name === undefined || other !== undefined ? [] : [[schema, name]]
}

function refuseTwice(names: Iterable<string>): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new Error(`two schemas of the contract are called ${name}`)
    seen.add(name)
  }
}

type Version = 'draft-7' | 'draft-2020-12'

function convert(byName: ReadonlyMap<z.ZodType, string>, target: Version): Record<string, JsonObject> {
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of byName) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    target,
    // As it travels: what a reader makes of it, and what else it may hold, is the reader's own.
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _id, $schema: _schema, ...schema }]) => [name, toJson(schema)]),
  )
}

/** What has no place in JSON is gone. */
const toJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value))

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A reference with words of its own is one of several things that hold: draft 7 reads nothing beside a reference. */
function withWords(schema: Json, words: string): Json {
  if (words === '' || !isObject(schema)) return schema
  return '$ref' in schema ? { description: words, allOf: [schema] } : { description: words, ...schema }
}

function describe(name: string, schema: JsonObject, comments: Comments): Json {
  const { properties, ...rest } = schema
  const told = isObject(properties)
    ? Object.entries(properties).map(([key, part]) => [key, withWords(part, comments.of(`${name}.${key}`))] as const)
    : null
  return withWords(told === null ? schema : { ...rest, properties: Object.fromEntries(told) }, comments.of(name))
}

/** Those that are referred to by what is described, one through another. */
function reached(roots: readonly string[], all: Readonly<Record<string, JsonObject>>): Set<string> {
  const found = new Set<string>()
  const follow = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    for (const [, next = ''] of JSON.stringify(all[name]).matchAll(/"#\/components\/schemas\/(\w+)"/g)) follow(next)
  }
  roots.forEach(follow)
  return found
}

/** `unnamed`: of the lists that are described; nothing is kept that they do not need. */
export async function createSchemas(
  unnamed: readonly Unnamed[],
  { comments, target }: { readonly comments: Comments; readonly target: Version },
): Promise<Schemas> {
  const byName = await findNamed()
  const roots = new Map<z.ZodType, string>()
  for (const { name, schema } of unnamed) {
    if (!byName.has(schema)) byName.set(schema, name)
    roots.set(schema, byName.get(schema) ?? name)
  }
  refuseTwice(byName.values())
  const all = convert(byName, target)
  const kept = [...reached([...roots.values()], all)].sort()
  return {
    components: Object.fromEntries(kept.map((name) => [name, describe(name, all[name] ?? {}, comments)])),
    refTo: (schema) => refToSchema(byName.get(schema) ?? ''),
  }
}
