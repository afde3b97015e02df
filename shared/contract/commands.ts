// Client to server: every command of the room and of its features, with who may send it and what it may be refused with.
import type * as z from 'zod'
import type { Limit, SchemasIn, SenderKind } from '../features/feature.ts'
import * as features from '../features/features.ts'
import { joinDisjoint, partOf } from './joinDisjoint.ts'
import type { EDGE_REFUSALS, Outcome, RefusalCode } from './refusals.ts'
import { ROOM_COMMANDS } from './roomCommands.ts'
import type { AllOf } from './slices.ts'

export type { SenderKind } from '../features/feature.ts'
export { EDGE_REFUSALS } from './refusals.ts'
export { ROLES, Role } from './roles.ts'

type Features = typeof features
type CommandsOf<Feature> = Feature extends { readonly commands: infer Commands } ? Commands : never
type FeatureCommands = AllOf<{ [Name in keyof Features]: CommandsOf<Features[Name]> }[keyof Features]>

/** Every command's rule as it was written. */
type Rules = typeof ROOM_COMMANDS & FeatureCommands
/** What every command reads and answers; known as types alone. */
export type CommandSchemas = SchemasIn<typeof ROOM_COMMANDS> & SchemasIn<FeatureCommands>

export type CommandName = Extract<keyof Rules, string>
export type CommandFrom<Name extends CommandName> = Rules[Name]['from'][number]
export type CommandInput<Name extends CommandName> = z.infer<CommandSchemas[Name]['input']>
export type CommandOutput<Name extends CommandName> = z.infer<CommandSchemas[Name]['output']>
export type CommandRefusal<Name extends CommandName> = Rules[Name]['refusals'][number] | (typeof EDGE_REFUSALS)[number]
export type CommandReply<Name extends CommandName> = Outcome<CommandOutput<Name>, CommandRefusal<Name>>

/** A command's rule, whichever it is. */
export interface CommandRule {
  readonly from: readonly SenderKind[]
  readonly refusals: readonly RefusalCode[]
  readonly limit: Limit
  readonly isUse?: false
}

export const COMMANDS = joinDisjoint([
  ROOM_COMMANDS,
  ...Object.values(features).map((feature) => partOf(feature, 'commands')),
]) as {
  readonly [Name in CommandName]: Rules[Name]
}
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]
