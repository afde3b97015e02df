// From a message to a reply: finds the command, counts it, limits it, runs it and answers.
import { type CommandRule, COMMANDS } from '@lantern/shared/contract/commands.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { type Limit, USUAL } from '@lantern/shared/features/feature.ts'
import type { Session } from '../commands/bind.ts'
import type { Ports } from '../commands/command.ts'
import { findCommand } from '../commands/table.ts'
import { refuseFailure } from '../domain/failures.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import { createLimits } from './limits.ts'

export interface DispatchParts {
  readonly ports: Ports
  readonly log: Log
  readonly limitFactor?: number
}

const RULES: ReadonlyMap<string, CommandRule> = new Map(Object.entries(COMMANDS))

/** What pages send by themselves does not use the session of who only watches. */
function isUse(name: string): boolean {
  return RULES.get(name)?.isUse ?? true
}

/** `args` is what socket.io received: the input and the function that answers. */
export interface Message {
  readonly name: string
  readonly args: readonly unknown[]
}

export interface Dispatch {
  handle(readSession: () => Session, message: Message): void
  /** From now on commands are answered TRY_AGAIN; resolves when those under way are answered. Idempotent. */
  drain(): Promise<void>
}

/** What the contract does not know shares one limit and one name in the metrics. */
const UNKNOWN = 'unknown'

type Answer = (outcome: Outcome<unknown>) => void

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'function'
}

function countRefusal(metrics: Metrics, isKnown: boolean, outcome: Outcome<unknown>): void {
  if (outcome.ok) return
  if (outcome.code === 'BAD_INPUT') metrics.countRefusedFrame(isKnown ? 'malformed' : 'unknown')
  if (outcome.code === 'NOT_ALLOWED') metrics.countRefusedFrame('not_allowed')
}

type Judge = (session: Session, name: string, inputs: readonly unknown[]) => Promise<Outcome<unknown>>

function createJudge({ ports, log, limitFactor }: DispatchParts): Judge {
  const limited = [...RULES].map(([name, { limit }]): [string, Limit] => [name, limit])
  const limits = createLimits(new Map([...limited, [UNKNOWN, USUAL]]), limitFactor)

  return async (session, name, inputs) => {
    const command = findCommand(name)
    if (session.isMediaOnly && !name.startsWith('media:')) return refuse('NOT_ALLOWED')
    try {
      const retryAfterMs = await limits.take(command === null ? UNKNOWN : name, session.person.viewerId)
      if (retryAfterMs > 0) return refuse('TOO_MANY', { retryAfterMs })
      if (command === null || inputs.length !== 1) return refuse('BAD_INPUT')
      const over = session.person.kind === 'staff' ? await session.confirm(isUse(name)) : null
      if (over !== null) return over
      return await command(ports, session, inputs[0])
    } catch (error) {
      const refusal = refuseFailure(error)
      if (refusal !== null) return refusal
      log.error({ err: error, command: name, showId: session.showId, socketId: session.socketId }, 'command failed')
      return refuse('INTERNAL')
    }
  }
}

interface Answered {
  readonly outcome: Outcome<unknown>
  readonly startedAt: number
}

function countOutcome(metrics: Metrics, name: string, { outcome, startedAt }: Answered): void {
  const isKnown = findCommand(name) !== null
  const seconds = (performance.now() - startedAt) / 1000
  metrics.countCommand({ name: isKnown ? name : UNKNOWN, result: outcome.ok ? 'ok' : outcome.code, seconds })
  countRefusal(metrics, isKnown, outcome)
}

export function createDispatch(parts: DispatchParts): Dispatch {
  const { metrics } = parts.ports
  const judge = createJudge(parts)
  const running = new Set<Promise<void>>()
  let isDraining = false

  const run = async (session: Session, { name, args }: Message, answer: Answer) => {
    const startedAt = performance.now()
    const outcome = isDraining ? refuse('TRY_AGAIN') : await judge(session, name, args.slice(0, -1))
    answer(outcome)
    countOutcome(metrics, name, { outcome, startedAt })
  }
  return {
    handle: (readSession, message) => {
      const answer = message.args.at(-1)
      if (!isAnswer(answer)) return metrics.countRefusedFrame('no_ack')
      const one = run(readSession(), message, answer).finally(() => running.delete(one))
      running.add(one)
    },
    drain: async () => {
      isDraining = true
      await Promise.allSettled(running)
    },
  }
}
