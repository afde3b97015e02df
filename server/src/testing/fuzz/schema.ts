// Values that fit a command's schema, made from the schema itself.
import { z } from 'zod'
import { audioParameters, dtlsParameters, videoParameters, viewerCapabilities } from '../../media/fakePeers.ts'
import type { Ids } from './ids.ts'
import type { Random } from './random.ts'

/** What JSON Schema says, as far as the contract uses it. */
export interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
}

export function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
}

export interface Chance {
  readonly random: Random
  readonly ids: Ids
}

/** mediasoup's own structures are opaque in the contract. */
const SAMPLES: Readonly<Record<string, (random: Random) => unknown>> = {
  rtpCapabilities: (random) => (random.chance(0.7) ? viewerCapabilities() : { codecs: [], headerExtensions: [] }),
  rtpParameters: (random) => (random.chance(0.5) ? videoParameters() : audioParameters()),
  dtlsParameters: () => dtlsParameters(),
}
const WORDS = [
  'hello',
  'is it warm?',
  '多少钱',
  'ümläut',
  '👍🏽👩‍👩‍👧',
  'a',
  'https://shop.example/x',
  'مرحبا',
  '\u200b',
  'EUR',
  'en',
]
const OPTIONAL_SHARE = 0.5
const SMALL = 8

function makeNumber({ type, minimum = 0, maximum = 1_000_000 }: Shape, random: Random): number {
  const most = Math.max(minimum, Math.min(maximum, 1e15))
  const value = random.pick([
    () => minimum,
    () => most,
    () => Math.min(most, minimum + random.int(0, SMALL)),
    () => Math.min(most, minimum + random.int(0, 5000)),
  ])()
  return type === 'integer' ? Math.round(value) : value
}

function makeString(shape: Shape, name: string, { random, ids }: Chance): string {
  const { minLength = 0, maxLength = 200, pattern } = shape
  if (/Ids?$/.test(name)) return ids.pick(name)
  const fits = (text: string) => pattern === undefined || new RegExp(pattern).test(text)
  const candidates = [random.pick(WORDS), `${random.pick(WORDS)} ${random.int(0, 1e9)}`, ids.pick(name), ...WORDS]
  const text = candidates.find(fits) ?? ''
  const long = text.length < minLength ? text.padEnd(minLength, 'x') : text
  return random.chance(0.02) && pattern === undefined ? 'x'.repeat(maxLength) : long.slice(0, maxLength)
}

function makeObject({ properties = {}, required = [] }: Shape, chance: Chance): Record<string, unknown> {
  const names = Object.keys(properties).filter(
    (name) => required.includes(name) || chance.random.chance(OPTIONAL_SHARE),
  )
  return Object.fromEntries(names.map((name) => [name, makeValid(properties[name] ?? {}, chance, name)]))
}

function makeArray({ items = {}, minItems = 0, maxItems = SMALL }: Shape, chance: Chance, name: string): unknown[] {
  const most = Math.min(maxItems, Math.max(minItems, chance.random.chance(0.9) ? 2 : SMALL))
  return Array.from({ length: chance.random.int(minItems, most) }, () => makeValid(items, chance, name))
}

/** `name` is the key it stands under: ids are told apart by it. */
export function makeValid(shape: Shape, chance: Chance, name = ''): unknown {
  const { random } = chance
  const sample = SAMPLES[name]
  if (sample !== undefined) return sample(random)
  if ('const' in shape) return shape.const
  if (shape.enum !== undefined) return random.pick(shape.enum)
  const choices = shape.anyOf ?? shape.oneOf
  if (choices !== undefined) return makeValid(random.pick(choices), chance, name)
  if (shape.type === 'object') return makeObject(shape, chance)
  if (shape.type === 'array') return makeArray(shape, chance, name)
  if (shape.type === 'string') return makeString(shape, name, chance)
  if (shape.type === 'boolean') return random.chance(0.5)
  if (shape.type === 'null') return null
  return makeNumber(shape, random)
}
