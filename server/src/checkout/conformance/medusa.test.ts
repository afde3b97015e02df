// The Medusa adapter keeps the promises of every adapter, with a secret key and without.
import { testAdapter } from './adapter.contract.ts'
import { testRefunds } from './refunds.contract.ts'
import { startMedusa } from './medusaStand.ts'

testAdapter('Medusa', (now) => startMedusa(now, { admin: true }))
testRefunds('Medusa', (now) => startMedusa(now, { admin: true }))
testAdapter('Medusa without a secret key', (now) => startMedusa(now, { admin: false }))
testRefunds('Medusa without a secret key', (now) => startMedusa(now, { admin: false }))
testAdapter('Medusa with the tax in its prices', (now) => startMedusa(now, { admin: true, isTaxInside: true }))
