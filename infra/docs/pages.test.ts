// Pages that people read lead to files that are there, name commands that exist, and the public CI runs what CI runs.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const pages = globSync(['*.md', '.github/*.md', 'infra/**/*.md', 'loadtest/**/*.md'], { cwd: ROOT }).filter(
  (path) => !path.includes('node_modules'),
)

it.each(pages)('links of %s lead to files', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
  const own = links.filter((target) => !/^[a-z]+:/.test(target))

  expect(own.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([])
})

const Scripts = z.object({ scripts: z.record(z.string(), z.string()) })

it.each(pages)('commands in %s exist', (page) => {
  const { scripts } = Scripts.parse(JSON.parse(read('package.json')))
  const named = [...read(page).matchAll(/npm run ([a-z][\w:]*\w)(?![\w:*])/g)].map(([, name = '']) => name)

  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

const Workflow = z.object({
  jobs: z.record(z.string(), z.object({ steps: z.array(z.looseObject({ run: z.string().optional() })) })),
})

it('the public CI runs .ci/run', () => {
  const { jobs } = Workflow.parse(parse(read('.github/workflows/ci.yml')))
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run))

  expect(commands).toContain('bash .ci/run')
  expect(existsSync(join(ROOT, '.ci/run'))).toBe(true)
})
