// Planted bugs: each patched copy of the source must be noticed by a quick probe, the unpatched one not (budget: 8 minutes).
import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Patch } from './patch.ts'
import { PATCHES } from './patches.ts'

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url))
const AT_ONCE = 2
/** A copy that hangs is not told from a slow machine: none of these does. */
const PATIENCE_MS = 400_000
/** Always the same: this asks what a probe can notice; new ground is for the model's own test. */
const seed = process.env['LEDGER_SEED'] ?? '1'

interface Verdict {
  /** It could be loaded. */
  readonly ready: boolean
  readonly found: boolean
  /** It hung, or was slow beyond all patience. */
  readonly isKilled: boolean
  readonly said: string
}

async function copySource(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'lantern-planted-'))
  for (const name of ['package.json', 'server/package.json', 'server/src', 'shared']) {
    await cp(join(ROOT, name), join(copy, name), { recursive: true })
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

async function plant(copy: string, { name, file, find, put }: Patch): Promise<void> {
  const path = join(copy, 'server/src', file)
  const text = await readFile(path, 'utf8')
  const times = text.split(find).length - 1
  if (times !== 1) throw new Error(`${name}: its text is ${times} times in ${file}, not once: write the patch anew`)
  await writeFile(
    path,
    text.replace(find, () => put),
  )
}

async function probe(copy: string, kind: Patch['probe']): Promise<Verdict> {
  const script = join(copy, 'server/src/ledger/proofs/planted/probe.ts')
  // What is compiled of a copy is of no use to anybody else.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
  const child = spawn(process.execPath, [script, kind, seed], { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(timer)
  return { ready: said.startsWith('ready'), found: code !== 0, isKilled: code === null, said }
}

async function judge(patch: Patch | null, kind: Patch['probe']): Promise<Verdict> {
  const copy = await copySource()
  try {
    if (patch) await plant(copy, patch)
    return await probe(copy, kind)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** Starts all of them, so many at once; each can be waited for. */
function judgeAll(jobs: readonly (readonly [Patch | null, Patch['probe']])[]): Promise<Verdict>[] {
  const running: Promise<unknown>[] = []
  return jobs.map(([patch, kind], nth) => {
    const verdict = Promise.resolve(running[nth - AT_ONCE]).then(() => judge(patch, kind))
    running.push(verdict.catch(() => null))
    return verdict
  })
}

const AS_IT_IS = [
  [null, 'rules'],
  [null, 'model'],
  [null, 'crash'],
] as const
let verdicts: Promise<Verdict>[] = []

beforeAll(() => {
  verdicts = judgeAll([...AS_IT_IS, ...PATCHES.map((patch) => [patch, patch.probe] as const)])
  // Each is waited for by its own test.
  verdicts.forEach((verdict) => void verdict.catch(() => null))
})
afterAll(() => Promise.allSettled(verdicts))

describe(`planted bugs, run again with LEDGER_SEED=${seed}`, () => {
  test.each([
    ['rules', 0],
    ['model', 1],
    ['crash', 2],
  ])('the source as it is passes the probe %s', async (_name, nth) => {
    const verdict = await verdicts[nth]

    expect(verdict).toMatchObject({ ready: true, found: false, said: 'ready\n' })
  })

  test.each(PATCHES.map((patch, nth) => [patch.name, nth] as const))('noticed: %s', async (_name, nth) => {
    const verdict = await verdicts[nth + AS_IT_IS.length]

    expect(verdict, verdict?.said).toMatchObject({ ready: true, found: true, isKilled: false })
  })
})
