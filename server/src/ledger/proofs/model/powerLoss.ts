// Power loss on SQLite: the files of a killed storm, with the log cut at some length, as a disk may have it.
import assert from 'node:assert/strict'
import { copyFile, mkdtemp, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../../app/openSqlite.ts'
import { openShop } from '../testShop.ts'
import type { DatabasePlace } from '../testShop.ts'
import { expectKept, killInStorm, randomAt, STORM_STOCK } from './crashRounds.ts'
import type { Acknowledged } from './crashRounds.ts'

export interface PowerLoss {
  readonly seed: number
  /** At so many answers the log is cut, and at as many random lengths, mostly in the middle of a frame. */
  readonly cuts: number
}

/** Answers how many answers the storm had given. */
export async function cutPower(place: DatabasePlace & { file: string }, { seed, cuts }: PowerLoss): Promise<number> {
  await (await openShop(place, { stock: STORM_STOCK })).close()
  const before = await readFile(place.file)
  const promised = await killInStorm({ at: place.file, round: 0, killAfter: Infinity })
  // Otherwise a part of what was promised lies there already, and the log alone proves nothing.
  assert.ok(before.equals(await readFile(place.file)), 'the log was written back into the file during the storm')
  const longest = Math.max(...promised.map(({ walBytes }) => walBytes))
  for (let turn = 0; turn < cuts; turn++) {
    const answered = promised[randomAt(seed, turn, promised.length)]?.walBytes ?? longest
    await expectKeptAfterCut(place.file, promised, answered)
    await expectKeptAfterCut(place.file, promised, randomAt(seed, cuts + turn, longest))
  }
  await expectKeptAfterCut(place.file, promised, longest)
  return promised.length
}

async function expectKeptAfterCut(file: string, promised: readonly Acknowledged[], length: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-power-'))
  const copy = join(folder, 'shop.db')
  await copyFile(file, copy)
  await copyFile(`${file}-wal`, `${copy}-wal`)
  await truncate(`${copy}-wal`, length)
  const place: DatabasePlace = {
    open: (clock) => openSqlite({ file: copy, clock }),
    drop: () => rm(folder, { recursive: true, force: true }),
  }
  const kept = promised.filter(({ walBytes }) => walBytes <= length)
  await expectKept(place, kept).finally(() => place.drop())
}
