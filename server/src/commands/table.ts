// Every command of the contract beside the function that runs it, as the features have them.
import type { CommandName } from '@lantern/shared/contract/commands.ts'
import { joinDisjoint } from '@lantern/shared/contract/joinDisjoint.ts'
import type { AllOf } from '@lantern/shared/contract/slices.ts'
import * as features from '../features/features.ts'
import { bindBeforeJoining, bindInRoom, type BoundCommand } from './bind.ts'
import type { Command, FeatureCommandName } from './command.ts'
import { joinShow } from './joinShow.ts'
import { syncTime } from './syncTime.ts'

type Handlers = { readonly [Name in FeatureCommandName]: Command<Name> }
type Features = typeof features
type Listed = AllOf<{ [Name in keyof Features]: Features[Name]['handlers'] }[keyof Features]>

/** A command without a handler, or with one that answers what its contract does not know, does not compile. */
const HANDLERS: Handlers = joinDisjoint(Object.values(features).map(({ handlers }) => handlers)) as Listed

function bind<Name extends FeatureCommandName>(name: Name): BoundCommand {
  return bindInRoom(name, HANDLERS[name])
}

const BOUND: ReadonlyMap<string, BoundCommand> = new Map<CommandName, BoundCommand>([
  ['show:join', bindBeforeJoining('show:join', joinShow)],
  ['time:sync', bindBeforeJoining('time:sync', syncTime)],
  ...(Object.keys(HANDLERS) as FeatureCommandName[]).map((name): [CommandName, BoundCommand] => [name, bind(name)]),
])

/** Null: the contract has no such command. */
export function findCommand(name: string): BoundCommand | null {
  return BOUND.get(name) ?? null
}
