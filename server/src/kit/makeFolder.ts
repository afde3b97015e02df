// Makes a folder and those above it, one after the other.
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from './startFailure.ts'

/**
 * Never `recursive`: where a folder can never be made, as in /proc, Node's own way does not end. Rejects with the system's error;
 * what is there already, file or folder, is left alone.
 */
export async function makeFolder(folder: string, mode: number): Promise<void> {
  const isMade = await mkdir(folder, { mode }).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT' && dirname(folder) !== folder) return false
      if (codeOf(error) !== 'EEXIST') throw error
      return true
    },
  )
  if (isMade) return
  await makeFolder(dirname(folder), mode)
  await mkdir(folder, { mode }).catch((error: unknown) => {
    // Another process may have been quicker.
    if (codeOf(error) !== 'EEXIST') throw error
  })
}
