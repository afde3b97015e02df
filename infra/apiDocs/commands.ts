// The commands of the contract as the description of the channel needs them.
import { COMMAND_NAMES, COMMANDS, EDGE_REFUSALS } from '@lantern/shared/contract/commands.ts'
import { COMMAND_SCHEMAS } from '@lantern/server/src/commands/contract.ts'
import type * as z from 'zod'

export interface DescribedCommand {
  readonly name: string
  readonly from: readonly string[]
  readonly input: z.ZodType
  readonly output: z.ZodType
  /** Beside those of the edge. */
  readonly refusals: readonly string[]
  readonly limit: { readonly times: number; readonly inSeconds: number }
}

export const EDGE: readonly string[] = EDGE_REFUSALS

export function listCommands(): DescribedCommand[] {
  return COMMAND_NAMES.map((name) => {
    const { from, refusals, limit } = COMMANDS[name]
    return { name, from, refusals, limit, ...COMMAND_SCHEMAS[name] }
  })
}
