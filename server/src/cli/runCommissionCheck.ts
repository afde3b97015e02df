// Reads the database alone and prints what of the commission ledger does not follow from the log and the orders.
import { FEATURES } from '../features/feature.ts'
import type { Proof } from '../domain/proof.ts'
import { type CheckedPlace, placeOf, reading } from './checkedPlace.ts'
import type { CommandLine } from './command.ts'

const NAME = 'commission'

export async function runCommissionCheck(line: CommandLine): Promise<number> {
  const place = placeOf(line)
  return place === null ? 2 : runCheck(place, line.print)
}

/** Exit codes: 0 every row is proved, 1 something does not hold, 2 there was nothing to prove or it could not be done. */
export async function runCheck(place: CheckedPlace, print: (line: string) => void): Promise<0 | 1 | 2> {
  const proof = FEATURES.find(([name]) => name === NAME)?.[1].proof
  if (proof === undefined) throw new Error('commission has no proof')
  try {
    return report(await reading(place, (database) => database.run(proof, null)), print)
  } catch (error) {
    print(`commission:check: not checked: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

function report({ counted, wrong, behind }: Proof, print: (line: string) => void): 0 | 1 | 2 {
  wrong.forEach((sentence) => print(sentence))
  if (behind > 0) print(`commission:check: ${behind} facts are not taken yet; of these nothing is said`)
  const looked = Object.entries(counted).map(([what, n]) => `${n} ${what}`)
  if (wrong.length === 0 && counted['orders'] === 0) {
    print('commission:check: nothing to check: no order that is credited to a sharer')
    return 2
  }
  print(`commission:check: ${looked.join(', ')}: ${wrong.length === 0 ? 'all of it holds' : `${wrong.length} wrong`}`)
  return wrong.length === 0 ? 0 : 1
}
