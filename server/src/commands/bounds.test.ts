// Whatever a viewer sends is bounded by the contract: no text, list or number may be of any length.
import { expect, test } from 'vitest'
import * as z from 'zod'
import { COMMAND_SCHEMAS } from './contract.ts'
import { COMMANDS } from '@lantern/shared/contract/commands.ts'
import { Handshake } from '@lantern/shared/contract/handshake.ts'

interface Shape {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly maxLength?: number
  readonly maxItems?: number
  readonly maximum?: number
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
}

const SCHEMAS = new Map(Object.entries(COMMAND_SCHEMAS).map(([name, { input }]): [string, z.ZodType] => [name, input]))

/** mediasoup's own structures: only the size of a frame bounds them, and nobody else ever sees them. */
const OPAQUE = /\.(rtpCapabilities|dtlsParameters)\b/
/** A pattern that ends with how many characters there may be. */
const COUNTS = /\{\d+(,\d+)?\}\$$/

/** The paths of what may be of any length. */
function unbounded(shape: Shape, path: string): string[] {
  if (OPAQUE.test(path)) return []
  const choices = shape.anyOf ?? shape.oneOf ?? []
  const within = Object.entries(shape.properties ?? {}).map(([name, each]) => unbounded(each, `${path}.${name}`))
  const items = shape.items === undefined ? [] : unbounded(shape.items, `${path}[]`)
  const below = [...choices.flatMap((choice) => unbounded(choice, path)), ...within.flat(), ...items]
  return isBounded(shape) ? below : [path, ...below]
}

function isBounded(shape: Shape): boolean {
  if (shape.enum !== undefined || 'const' in shape) return true
  if (shape.type === 'string') return shape.maxLength !== undefined || COUNTS.test(shape.pattern ?? '')
  if (shape.type === 'array') return shape.maxItems !== undefined
  return !['number', 'integer'].includes(shape.type ?? '') || shape.maximum !== undefined
}

const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape

test('every text, list and number of a viewer’s command', () => {
  const ofViewers = Object.entries(COMMANDS).filter(([, { from }]) => [...from].some((one) => one === 'viewer'))

  expect(ofViewers.length).toBeGreaterThan(10)
  expect(ofViewers.flatMap(([name]) => unbounded(shapeOf(SCHEMAS.get(name) ?? z.any()), name))).toEqual([])
})

test('what comes with a handshake', () => {
  expect(unbounded(shapeOf(Handshake), 'handshake')).toEqual([])
})
