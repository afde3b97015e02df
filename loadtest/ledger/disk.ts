// The disk under a measurement: it must be one, and how long it needs to make 4 KB durable.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { chmod, mkdtemp, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { median } from './stats.ts'

/** The magic numbers of tmpfs and ramfs. */
const IN_MEMORY = new Map([
  [0x01021994, 'tmpfs'],
  [0x858458f6, 'ramfs'],
])
const SYNCS = 200

/** Throws when the folder lies in memory: nothing there is durable, and every figure would be false. */
export async function refuseMemory(folder: string): Promise<void> {
  const { type } = await statfs(folder)
  const name = IN_MEMORY.get(type)
  if (name !== undefined) throw new Error(`${folder} is on ${name}: the bench needs a real disk`)
}

/** A new folder that other users may pass through: a database server may run as one. */
export async function makeFolder(parent: string, prefix: string): Promise<string> {
  const folder = await mkdtemp(join(parent, prefix))
  await chmod(folder, 0o755)
  return folder
}

/** Median of a 4 KB append with fdatasync, ms. */
export function measureSync(folder: string): number {
  const file = join(folder, 'sync-time')
  const descriptor = openSync(file, 'w')
  const block = Buffer.alloc(4096, 1)
  try {
    return median(Array.from({ length: SYNCS }, () => timeSync(descriptor, block)))
  } finally {
    closeSync(descriptor)
    rmSync(file)
  }
}

function timeSync(descriptor: number, block: Buffer): number {
  writeSync(descriptor, block)
  const at = performance.now()
  fdatasyncSync(descriptor)
  return performance.now() - at
}
