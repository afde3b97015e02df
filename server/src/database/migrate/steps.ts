// Every step there is, by the name under which a database keeps that it was done: the core's, then those of each feature.
import { FEATURES } from '../../features/feature.ts'
import { CORE } from './core.ts'
import type { Migration, Migrations } from './migration.ts'

export interface Step {
  /** Such as `core/001-first` and `features/poll/001-first`: in the order of these names all are done. */
  readonly id: string
  readonly migration: Migration
}

function stepsOf(owner: string, migrations: Migrations): Step[] {
  return Object.entries(migrations).map(([name, migration]) => ({ id: `${owner}/${name}`, migration }))
}

const all = [
  ...stepsOf('core', CORE),
  ...FEATURES.flatMap(([feature, { migrations }]) => stepsOf(`features/${feature}`, migrations ?? {})),
]

export const STEPS: readonly Step[] = all.toSorted((a, b) => (a.id < b.id ? -1 : 1))

export const isCore = ({ id }: Step): boolean => id.startsWith('core/')

/** Of a step of the core; 0 for a feature's. */
export function numberOf(id: string): number {
  return Number(/^core\/(\d+)-/.exec(id)?.[1] ?? 0)
}

/** The core's steps up to that number: the schema of a server that knew numbers only. */
export function upTo(number: number): ReadonlySet<string> {
  return new Set(STEPS.filter((step) => isCore(step) && numberOf(step.id) <= number).map(({ id }) => id))
}
