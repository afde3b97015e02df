// Makes the demo's data folder, which the set-up needs before the server runs that would name what is wrong with it.
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A folder that can never be made: its message is the one line to show. */
export class DataDirError extends Error {}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

function make(folder: string): void {
  if (isFolder(folder)) return
  if (dirname(folder) !== folder) make(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** One folder after the other, never `recursive`: in /proc Node's own way does not end. */
export function makeDataDir(folder: string): void {
  try {
    make(folder)
  } catch (error) {
    // Two starts at once: the other one was quicker.
    if (isFolder(folder)) return
    const reason = error instanceof Error ? error.message : String(error)
    throw new DataDirError(`DATA_DIR: ${folder} cannot be made (${reason})`)
  }
}
