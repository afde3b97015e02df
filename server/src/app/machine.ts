// Looks at the machine before anything is opened: the data folder can be written, HOST is an address of this machine.
import { randomUUID } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ownFolder } from './ownFolder.ts'
import { codeOf, SettingError } from '../kit/startFailure.ts'

const WHY: Readonly<Record<string, string>> = {
  EEXIST: 'is a file, or stands in one',
  ENOTDIR: 'is a file, or stands in one',
  EACCES: 'cannot be written by this user',
  EPERM: 'cannot be written by this user',
  EROFS: 'is on a disk that cannot be written',
  ENOENT: 'cannot be made there',
}

async function tryToWrite(folder: string): Promise<void> {
  const probe = join(folder, `.tried-by-${randomUUID()}`)
  await writeFile(probe, 'x')
  await rm(probe)
}

/**
 * Makes the data folder, takes from others what they could read of ours in it, and writes into it. Answers with the paths that
 * others can still read. Throws a SettingError where it can never be a data folder.
 */
export async function prepareDataDir(folder: string): Promise<string[]> {
  try {
    const open = await ownFolder(folder)
    await tryToWrite(folder)
    return open
  } catch (error) {
    const why = WHY[codeOf(error)]
    if (why === undefined) throw error
    throw new SettingError('DATA_DIR', `${folder} ${why} (${codeOf(error)})`)
  }
}

function tryToListen(host: string): Promise<void> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port: 0 }, () => server.close(() => resolve()))
  })
}

/** The IP address behind HOST, on which this machine can listen. */
export async function resolveHost(host: string): Promise<string> {
  try {
    const { address } = await lookup(host)
    await tryToListen(address)
    return address
  } catch (error) {
    if (['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA'].includes(codeOf(error)))
      throw new SettingError('HOST', `"${host}" is not an address and no name that is known here`)
    if (codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'EINVAL')
      throw new SettingError('HOST', `"${host}" is not an address of this machine; 0.0.0.0 stands for all of them`)
    throw error
  }
}
