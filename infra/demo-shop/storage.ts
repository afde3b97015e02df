/** Keeps the shop's records in one JSON file, or nowhere when no file is named. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { emptyRecords, ShopRecords } from './records.ts'

export interface Storage {
  records: ShopRecords
  /** Resolves once everything in the records at the time of the call is on disk; many calls share one write. */
  save(): Promise<void>
}

function readRecords(file: string): ShopRecords {
  if (!existsSync(file)) return emptyRecords()
  return ShopRecords.parse(JSON.parse(readFileSync(file, 'utf8')))
}

async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`
  const handle = await open(draft, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}

export function createStorage(file: string | undefined): Storage {
  if (!file) return { records: emptyRecords(), save: () => Promise.resolve() }

  // Not `recursive`: in a folder such as /proc that does not end.
  if (!existsSync(dirname(file))) mkdirSync(dirname(file))
  const records = readRecords(file)
  let running: Promise<void> = Promise.resolve()
  let queued: Promise<void> | null = null

  const write = () => {
    queued = null
    return replaceFile(file, JSON.stringify(records))
  }

  return {
    records,
    save() {
      if (queued) return queued
      // Both outcomes lead to the next write: one full disk must not stop all later ones.
      queued = running.then(write, write)
      running = queued
      return queued
    },
  }
}
