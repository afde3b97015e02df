// The commands of the contract as the description of the channel needs them.
import { COMMANDS, EDGE_REFUSALS } from '@lantern/shared/contract/commands.ts'
import type * as z from 'zod'
import { limitOf } from '@lantern/server/src/realtime/limits.ts'

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
  return Object.entries(COMMANDS).map(([name, command]) => ({ name, ...command, limit: limitOf(name) }))
}
