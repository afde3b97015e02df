// What each command was answered, and what it should never be answered.
import { type CommandName, COMMANDS, EDGE_REFUSALS } from '@lantern/shared/contract/commands.ts'
import { COMMAND_SCHEMAS } from '../../commands/contract.ts'

export interface Tally {
  /** Looks at one reply: counts it, and keeps it when it breaks the contract. */
  take(name: string, input: unknown, reply: unknown): void
  frames(): number
  /** Replies that no command may give, in words. */
  wrongs(): readonly string[]
  /** `ok` and each code of its own that a command has not been answered. */
  missing(): readonly string[]
  /** How often each answer came, over all commands. */
  totals(): Readonly<Record<string, number>>
}

const EDGE: ReadonlySet<string> = new Set(EDGE_REFUSALS)
const KEPT_WRONGS = 10
/** Every so many granted values is held against the contract. */
const LOOK_EVERY = 10

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name)
}

/** `ok`, a code, or null: not a reply at all. */
function answerOf(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return null
  if (reply.ok === true) return 'ok'
  return 'code' in reply && typeof reply.code === 'string' ? reply.code : null
}

function mayAnswer(name: string, answer: string): boolean {
  if (answer === 'INTERNAL') return false
  if (!isCommand(name)) return answer === 'BAD_INPUT' || answer === 'NOT_ALLOWED' || answer === 'TRY_AGAIN'
  return answer === 'ok' || EDGE.has(answer) || COMMANDS[name].refusals.some((code) => code === answer)
}

/** Names that every object has from now on, taken away again. */
function cleanPrototype(): string[] {
  const names = Object.keys(Object.prototype)
  for (const name of names) Reflect.deleteProperty(Object.prototype, name)
  return names
}

export function createTally(): Tally {
  const answers = new Map<string, Map<string, number>>()
  const wrongs: string[] = []
  let frames = 0

  /** What of a granted value does not fit the contract; null: all does. */
  const findMisfit = (name: string, reply: unknown) => {
    const parsed = isCommand(name) ? COMMAND_SCHEMAS[name].output.safeParse(Object(reply)['value']) : null
    return parsed === null || parsed.success ? null : JSON.stringify(parsed.error.issues.slice(0, 3))
  }
  const complain = (name: string, input: unknown, reply: unknown) => {
    if (wrongs.length >= KEPT_WRONGS) return
    wrongs.push(`${name} ${JSON.stringify(input)?.slice(0, 600)} -> ${JSON.stringify(reply)?.slice(0, 600)}`)
  }
  return {
    take: (name, input, reply) => {
      frames += 1
      const answer = answerOf(reply) ?? 'nothing'
      const counts = answers.get(name) ?? new Map<string, number>()
      counts.set(answer, (counts.get(answer) ?? 0) + 1)
      if (isCommand(name)) answers.set(name, counts)
      const misfit = answer === 'ok' && frames % LOOK_EVERY === 0 ? findMisfit(name, reply) : null
      if (misfit !== null) complain(name, input, misfit)
      if (!mayAnswer(name, answer)) complain(name, input, reply)
      for (const key of cleanPrototype()) complain(name, input, `polluted every object: ${key}`)
    },
    frames: () => frames,
    wrongs: () => wrongs,
    missing: () =>
      Object.entries(COMMANDS).flatMap(([name, { refusals }]) => {
        const seen = answers.get(name)
        return ['ok', ...refusals].filter((answer) => !seen?.has(answer)).map((answer) => `${name} ${answer}`)
      }),
    totals: () => {
      const totals: Record<string, number> = {}
      for (const counts of answers.values()) {
        for (const [answer, count] of counts) totals[answer] = (totals[answer] ?? 0) + count
      }
      return totals
    },
  }
}
