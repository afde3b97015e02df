// A new feature compiles, passes lint, format and arrows, and its tests are green, in a copy of the whole house.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '..', '..')
const NAME = 'groupCheer'
const MINUTE_MS = 60_000

let house = ''

/** Packages are those of the original; our own workspaces are the copy's. */
async function linkPackages(): Promise<void> {
  const [from, to] = [join(ROOT, 'node_modules'), join(house, 'node_modules')]
  await mkdir(join(to, '@lantern'), { recursive: true })
  const packages = (await readdir(from)).filter((name) => name !== '@lantern')
  await Promise.all(packages.map((name) => symlink(join(from, name), join(to, name))))
  const own = await readdir(join(from, '@lantern'))
  await Promise.all(own.map((name) => symlink(join('..', '..', name), join(to, '@lantern', name))))
  const nested = own.map((name) => join(name, 'node_modules')).filter((folder) => existsSync(join(ROOT, folder)))
  await Promise.all(nested.map((folder) => symlink(join(ROOT, folder), join(house, folder))))
}

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'lantern-house-'))
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT })
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(house, file)), { recursive: true })
    await cp(join(ROOT, file), join(house, file))
  }
  await linkPackages()
}, MINUTE_MS)

afterAll(() => rm(house, { recursive: true, force: true }))

const inHouse = (file: string, ...args: string[]) => {
  const started = run(process.execPath, [join(house, file), ...args], { cwd: house, maxBuffer: 16_777_216 })
  return started.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  )
}
const good = { code: 0, text: expect.anything() }

test('npm run new:feature makes a feature that stands', { timeout: 10 * MINUTE_MS }, async () => {
  const made = await inHouse('infra/scaffold/newFeature.ts', NAME)
  expect(made).toEqual(good)
  const files = [...made.text.matchAll(/^ {2}((?:shared|server|studio|viewer)\/\S+)$/gm)].map(([, file = '']) => file)
  expect(files.length).toBeGreaterThan(15)

  expect(await inHouse('infra/scaffold/newFeature.ts', NAME)).toMatchObject({ code: 64 })
  expect(await inHouse('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')).toEqual({ code: 0, text: '' })
  expect(await inHouse('node_modules/prettier/bin/prettier.cjs', '--check', ...files)).toEqual(good)
  const sources = files.filter((file) => /\.tsx?$/.test(file))
  expect(await inHouse('node_modules/eslint/bin/eslint.js', ...sources)).toEqual({ code: 0, text: '' })
  const tests = ['--project', 'unit', `server/src/features/${NAME}`, 'shared/features']
  expect(await inHouse('node_modules/vitest/vitest.mjs', 'run', ...tests)).toEqual(good)
})
