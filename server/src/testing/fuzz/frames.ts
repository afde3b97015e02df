// Which frame comes next: a command that may be sent or may not, with an input that fits, nearly fits or does not at all.
import { COMMAND_NAMES, type CommandName, COMMANDS } from '@lantern/shared/contract/commands.ts'
import { COMMAND_SCHEMAS } from '../../commands/contract.ts'
import { makeDeep, makeHostile, makeHuge, spoil } from './hostile.ts'
import { type Chance, makeValid, type Shape, shapeOf } from './schema.ts'

export interface FuzzFrame {
  readonly name: string
  readonly input: unknown
}

/** Ends a show, which leaves little to find in it: sent seldom. */
const SELDOM: ReadonlySet<CommandName> = new Set(['show:end'])
const SELDOM_SHARE = 0.02
const OWN_SHARE = 0.85
const UNKNOWN = [
  'no:such',
  '__proto__',
  'constructor',
  'toString',
  'message',
  'hold:place ',
  '',
  'connect ',
  'x'.repeat(5000),
]

const shapes: ReadonlyMap<CommandName, Shape> = new Map(
  COMMAND_NAMES.map((name) => [name, shapeOf(COMMAND_SCHEMAS[name].input)]),
)

/** What the next frame of someone of this kind is, who knows these ids. */
export type NextFrame = (kind: string, ids: Chance['ids']) => FuzzFrame

export function createFrames(random: Chance['random']): NextFrame {
  const pickName = (kind: string): CommandName => {
    const own = COMMAND_NAMES.filter((name) => COMMANDS[name].from.some((from) => from === kind))
    const name = random.pick(random.chance(OWN_SHARE) ? own : COMMAND_NAMES)
    return SELDOM.has(name) && !random.chance(SELDOM_SHARE) ? random.pick(own) : name
  }
  const makeInput = (shape: Shape, ids: Chance['ids']): unknown => {
    const share = random.next()
    const valid = makeValid(shape, { random, ids })
    if (share < 0.6) return valid
    if (share < 0.86) return spoil(valid, random)
    if (share < 0.97) return makeHostile(random)
    return share < 0.985 ? makeDeep(random) : makeHuge(random)
  }
  return (kind, ids) => {
    if (random.chance(0.02)) return { name: random.pick(UNKNOWN), input: makeHostile(random) }
    const name = pickName(kind)
    return { name, input: makeInput(shapes.get(name) ?? {}, ids) }
  }
}
