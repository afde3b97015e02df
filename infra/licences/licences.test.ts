// The page of licences is as the lock file is, and no package of a running studio asks for more than we can give.
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { listPackages } from './list.ts'
import { describeLicences, PAGE } from './write.ts'

it('the page is as the lock file is', async () => {
  const isFresh = (await describeLicences()) === (await readFile(PAGE, 'utf8'))

  expect(isFresh, 'infra/docs/licences.md is not as package-lock.json is: run npm run docs:licences').toBe(true)
})

/** LGPL: of a library of sharp's that is used as it comes and may be exchanged. OFL: of fonts, which are never sold by themselves. */
const FINE =
  /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0|LGPL-3\.0-or-later|OFL-1\.1|MIT OR Apache-2\.0|BSD-3-Clause OR GPL-2\.0)$/

it('every package of a running studio has a licence that lets a shop run it and pass it on', async () => {
  const isFine = (licence: string) =>
    licence
      .replace(/^\((.*)\)$/, '$1')
      .split(' AND ')
      .every((one) => FINE.test(one))

  expect((await listPackages('product')).filter(({ licence }) => !isFine(licence))).toEqual([])
})
