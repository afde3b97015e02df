// The index of decisions names every file, and every number that has none is explained.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const here = new URL('./', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, here), 'utf8')
const files = readdirSync(here)
  .filter((name) => /^\d{3}-.*\.md$/.test(name))
  .sort()
const index = read('README.md')
const rows = [...index.matchAll(/^\| \[(\d{3})\]\((.*?)\) \| (.*?) \| (.*?) \|$/gm)].map(
  ([, number, file, title, status]) => ({ number, file, title, status }),
)

/** Without its number. */
function titleOf(file: string): string {
  const title = (read(file).split('\n')[0] ?? '').replace(/^# \d{3}:? /, '')
  return title.charAt(0).toUpperCase() + title.slice(1)
}

it('has a line for each decision: number, title, status', () => {
  const wanted = files.map((file) => ({ number: file.slice(0, 3), file, title: titleOf(file) }))

  expect(
    rows.map(({ number, file, title }) => ({ number, file, title })),
    'infra/decisions/README.md lists other decisions than there are: add or mend the line',
  ).toEqual(wanted)
})

it('says of what is superseded by which, as the decision itself does', () => {
  const known = /^(accepted|superseded( in part)? by \[(\d{3})\]\(\3-.*\))$/
  for (const { status, number } of rows) expect(status, number).toMatch(known)

  const supersededHere = rows.filter(({ status }) => status !== 'accepted').map(({ file }) => file)
  expect(files.filter((file) => /^Superseded by \[/m.test(read(file)))).toEqual(supersededHere)
})

it('explains every number up to the last that has no decision, and no other', () => {
  const used = files.map((file) => Number(file.slice(0, 3)))
  const last = Math.max(...used)
  const all = Array.from({ length: last }, (_, at) => at + 1)
  const explained = [...index.matchAll(/^- ((?:\d{3}(?:, )?)+): /gm)].flatMap(([, list = '']) =>
    list.split(', ').map(Number),
  )

  expect(all.filter((number) => !used.includes(number) && !explained.includes(number))).toEqual([])
  expect(explained.filter((number) => used.includes(number))).toEqual([])
})
