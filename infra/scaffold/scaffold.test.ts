// What a new feature is called, and where its lines stand.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LISTS, withLine } from './lists.ts'
import { namesOf, rename } from './names.ts'

test('a name has a spelling for each place', () => {
  const names = namesOf('groupPrice')

  expect(names).toMatchObject({ pascal: 'GroupPrice', snake: 'group_price', kebab: 'group-price' })
  const text = 'SampleThingCard sampleThing:add sample_thing .sample-thing: Sample thing, the sample thing'
  expect(names && rename(text, names)).toBe(
    'GroupPriceCard groupPrice:add group_price .group-price: Group price, the group price',
  )
})

test.each(['', 'Poll', 'group-price', 'group price', '9lives', 'ünter', '../up', 'class', 'select', 'a'.repeat(31)])(
  '"%s" is no name',
  (name) => {
    expect(namesOf(name)).toBeNull()
  },
)

describe('a line', () => {
  const list = "// All.\nexport { b } from './b.ts'\nexport { d } from './d.ts'\n"
  const line = (name: string) => `export { ${name} } from './${name}.ts'`

  test.each([
    ['a', ['a', 'b', 'd']],
    ['c', ['b', 'c', 'd']],
    ['e', ['b', 'd', 'e']],
  ])('%s stands among the others', (name, names) => {
    expect(withLine(list, line(name))).toBe(`// All.\n${names.map(line).join('\n')}\n`)
  })

  test.each(LISTS)('is found in $file as it is', async ({ file, line: toLine }) => {
    const text = await readFile(join(import.meta.dirname, '..', '..', file), 'utf8')
    expect(text).toContain(toLine('comments'))
  })
})
