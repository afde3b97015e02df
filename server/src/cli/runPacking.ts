// Prints what is to be packed for the groups of a show, as csv, and nothing else: what is wrong goes beside it, for the output is a file. The database is that of the server's settings.
import { parseArgs } from 'node:util'
import { PackingQuery } from '@lantern/shared/contract/groups.ts'
import { readPacking, toPackingCsv } from '../sharing/packing.ts'
import { placeOf, reading } from './checkedPlace.ts'
import type { CommandLine } from './command.ts'

const USAGE = 'packing <show> [--group <id>] [--point <id>] [--locale en|zh-Hans|zh-Hant]'
const OPTIONS = { group: { type: 'string' }, point: { type: 'string' }, locale: { type: 'string' } } as const

/** Exit codes: 0 printed, 2 it could not be done. */
export async function runPacking({ args, env, print, warn }: CommandLine): Promise<0 | 2> {
  const asked = readAsked(args)
  if (asked === null) {
    warn(USAGE)
    return 2
  }
  const place = placeOf({ args: [], env, print: warn })
  if (place === null) return 2
  const { inShow, ofGroup = null, atPoint = null, language } = asked
  const packing = { showId: inShow, groupId: ofGroup, pointId: atPoint, locale: language }
  try {
    const rows = await reading(place, (database) => database.run(readPacking, packing))
    // The last line's end is printed with it.
    print(toPackingCsv(rows).replace(/\n$/, ''))
    return 0
  } catch (error) {
    warn(`packing: not read: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

/** Null: it cannot be understood. */
function readAsked(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    const asked = PackingQuery.safeParse({
      inShow: positionals[0],
      ofGroup: values.group,
      atPoint: values.point,
      language: values.locale,
    })
    return asked.success && positionals.length === 1 ? asked.data : null
  } catch {
    return null
  }
}
