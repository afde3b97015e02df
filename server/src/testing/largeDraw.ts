// A show with draws on a database of any kind, which is settled as the server does it: for measuring.
import { KINDS } from '../activities/kinds.ts'
import { settleDraws } from '../activities/seals/settler.ts'
import { openDatabase } from '../app/openDatabase.ts'
import { type DrawShow, openDrawShow } from './drawShow.ts'

interface Target {
  /** Of PostgreSQL; null: the file. */
  readonly url: string | null
  readonly file: string
}

export function openLargeDraw(target: Target): Promise<DrawShow> {
  return openDrawShow({ open: (clock) => openDatabase({ ...target, clock }), drop: () => Promise.resolve() })
}

/** Answers how many draws were settled. */
export function settleAsServed({ database, ledger, beacon }: DrawShow): Promise<number> {
  return settleDraws({ database, ledger, beacon, kinds: KINDS })
}
