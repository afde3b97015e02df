// Whoever ends npm ends what it started: a server left behind keeps its ports, and the next start fails.
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from './tools/places.mjs'

/** In the place of the set-up: it stays until it is told to go. */
const STAYS = `process.on('SIGTERM', () => { console.log('told to go'); process.exit(0) })
setInterval(() => {}, 1000)
console.log('up ' + process.pid)`

let folder: string
let left: number | null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-signals-'))
  left = null
  await mkdir(join(folder, 'infra', 'setup'), { recursive: true })
  await cp(join(ROOT, 'package.json'), join(folder, 'package.json'))
  await writeFile(join(folder, 'infra', 'setup', 'main.mjs'), STAYS)
})
afterEach(async () => {
  if (left !== null) process.kill(left, 'SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

test.each(['start', 'serve', 'dev'])('npm run %s hands SIGTERM on', async (verb) => {
  const npm = spawn('npm', ['run', verb], { cwd: folder })
  const said = await new Promise<string>((resolve) => {
    let text = ''
    npm.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const [, pid] = /up (\d+)/.exec(text) ?? []
      if (pid === undefined || left !== null) return
      left = Number(pid)
      npm.kill('SIGTERM')
    })
    npm.on('exit', () => resolve(text))
  })

  expect(said).toContain('told to go')
  left = null
})
