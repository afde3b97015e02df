// npm run new:feature -- <name>: a folder of that name in each workspace, working and tested, and one line in each of four lists.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LISTS, withLine } from './lists.ts'
import { type Names, namesOf, rename } from './names.ts'

const TEMPLATE = join(import.meta.dirname, 'template')
const FOLDERS = ['shared/features', 'server/src/features', 'studio/src/features', 'viewer/src/features']
/** Templates are no source: no tool checks them where they lie. */
const ENDING = '.txt'

const root = join(import.meta.dirname, '..', '..')
const [given = '', ...more] = process.argv.slice(2)
const names = more.length === 0 ? namesOf(given) : null

function refuse(why: string): number {
  console.error(why)
  return 64
}

async function writeFiles(to: Names): Promise<string[]> {
  const entries = await readdir(TEMPLATE, { recursive: true, withFileTypes: true })
  const templates = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const written: string[] = []
  for (const template of templates.sort()) {
    const file = rename(template.slice(TEMPLATE.length + 1, -ENDING.length), to)
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), rename(await readFile(template, 'utf8'), to))
    written.push(file)
  }
  return written
}

async function writeLines(name: string): Promise<void> {
  for (const { file, line } of LISTS) {
    const list = await readFile(join(root, file), 'utf8')
    await writeFile(join(root, file), withLine(list, line(name)))
  }
}

/** Names differ in length, so lines break elsewhere than in the template. */
function format(files: readonly string[]): void {
  const prettier = join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs')
  spawnSync(process.execPath, [prettier, '--write', '--log-level', 'warn', ...files], { cwd: root, stdio: 'inherit' })
}

async function make(to: Names): Promise<number> {
  const there = FOLDERS.map((folder) => `${folder}/${to.camel}`).find((folder) => existsSync(join(root, folder)))
  if (there !== undefined) return refuse(`${there} is there already. Choose another name, or delete it first.`)
  const files = await writeFiles(to)
  await writeLines(to.camel)
  format(files)
  console.log(`${files.map((file) => `  ${file}`).join('\n')}
and one line in each of ${LISTS.map(({ file }) => file).join(', ')}.

It works as it is: viewers tap, everyone sees the count, staff begin it again.
  npm run check                                          types, lint, format, arrows
  node_modules/.bin/vitest run --project unit server/src/features/${to.camel}
  npm run docs:api                                       the channel's description, with its commands
  npm start                                              the demo, with it in both pages
Then make it what it is to be, in the order of .github/CONTRIBUTING.md: words, rules, tables, commands, pages.`)
  return 0
}

process.exitCode =
  names === null
    ? refuse(
        'usage: npm run new:feature -- <name>: the field\'s word for it, one word or several as in "groupPrice", at most 30 letters.',
      )
    : await make(names)
