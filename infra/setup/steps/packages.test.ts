import { expect, test } from 'vitest'
import { packagesAmiss } from './packages.mjs'

const zod = { version: '4.6.7' }

test('finds nothing amiss when the same versions are there', () => {
  expect(packagesAmiss({ 'node_modules/zod': zod }, { 'node_modules/zod': zod })).toEqual([])
})

test('finds a missing package, an old one, and one nested in a workspace', () => {
  const wanted = { 'node_modules/zod': zod, 'node_modules/jose': { version: '6.0.0' }, 'infra/node_modules/zod': zod }

  const amiss = packagesAmiss(wanted, { 'node_modules/zod': { version: '4.0.0' } })

  expect(amiss).toEqual(['node_modules/zod', 'node_modules/jose', 'infra/node_modules/zod'])
})

test('asks neither for the workspaces themselves nor for packages of other platforms', () => {
  const wanted = { '': {}, server: { version: '0.1.0' }, 'node_modules/fsevents': { version: '2.0.0', optional: true } }

  expect(packagesAmiss(wanted, {})).toEqual([])
})

test('asks for the link to a workspace', () => {
  const wanted = { 'node_modules/@lantern/server': { link: true } }

  expect(packagesAmiss(wanted, {})).toEqual(['node_modules/@lantern/server'])
  expect(packagesAmiss(wanted, wanted)).toEqual([])
})
