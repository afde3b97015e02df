// How far viewers are with the conditions of what they want to enter: one reading for each kind of condition, however many ask.
import type { Condition, Conditions, Progress } from '@lantern/shared/activities/conditions.ts'
import { bought } from './bought.ts'
import { came } from './came.ts'
import type { Candidate } from '../../domain/candidate.ts'
import type { Asking, ConditionKind, ConditionNamed, NameOf, Reader } from './condition.ts'
import { notWon } from './notWon.ts'
import { watched } from './watched.ts'
import { wrote } from './wrote.ts'

const KINDS: { readonly [Name in NameOf]: ConditionKind<Name> } = { watched, wrote, bought, came, notWon }
const NAMES = Object.keys(KINDS) as NameOf[]

export interface Application {
  readonly conditions: Conditions
  readonly who: Candidate
}

/** For each application the progress with its conditions, in their order. */
export async function readProgress(reader: Reader, applications: readonly Application[]): Promise<Progress[][]> {
  const all = applications.map(({ conditions }) => conditions.map((): Progress => ({ have: 0, need: 1 })))
  for (const name of NAMES) {
    const places = applications.flatMap(({ conditions, who }, at) =>
      conditions.flatMap((condition, nth) => (isNamed(name, condition) ? [{ condition, who, at, nth }] : [])),
    )
    if (places.length === 0) continue
    const progress = await progressOf(KINDS[name] as ConditionKind<NameOf>, reader, places)
    places.forEach(({ at, nth }, place) => {
      const own = all[at]
      const one = progress[place]
      if (own && one) own[nth] = one
    })
  }
  return all
}

export function areMet(progress: readonly Progress[]): boolean {
  return progress.every(({ have, need }) => have >= need)
}

function isNamed<Name extends NameOf>(name: Name, condition: Condition): condition is ConditionNamed<Name> {
  return condition.is === name
}

async function progressOf<Name extends NameOf>(
  kind: ConditionKind<Name>,
  reader: Reader,
  askings: readonly Asking<Name>[],
): Promise<Progress[]> {
  const haves = await kind.have(reader, askings)
  return askings.map(({ condition }, place) => {
    const need = kind.need(condition)
    return { have: Math.min(haves[place] ?? 0, need), need }
  })
}
