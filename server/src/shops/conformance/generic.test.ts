// The generic adapter and the UCP permalink keep the promises of every adapter.
import { describe, expect, test } from 'vitest'
import { itemToken, permalink } from '../kinds/ucp/permalink.ts'
import { testAdapter } from './adapter.contract.ts'
import { testAdjustments } from './adjustments.contract.ts'
import { testBaskets } from './baskets.contract.ts'
import { testCarried } from './carried.contract.ts'
import { testPlaces } from './places.contract.ts'
import { testQuotes } from './quotes.contract.ts'
import { testRefunds } from './refunds.contract.ts'
import { testTroubles } from './troubles.contract.ts'
import { startGeneric, startUcp, startUcpWithCodes } from './genericStand.ts'

testAdapter('generic', startGeneric)
testRefunds('generic', startGeneric)
testQuotes('generic', startGeneric)
testAdapter('UCP', startUcp)
testRefunds('UCP', startUcp)
testQuotes('UCP', startUcp)
testAdapter('UCP with codes', startUcpWithCodes)
testRefunds('UCP with codes', startUcpWithCodes)
testQuotes('UCP with codes', startUcpWithCodes)

testCarried('generic', startGeneric, 'all')
testCarried('UCP', startUcp, 'group')

testTroubles('generic', startGeneric)
testTroubles('UCP', startUcp)
testTroubles('UCP with codes', startUcpWithCodes)
testPlaces('generic', startGeneric)
testPlaces('UCP', startUcp)

describe.each(['USD', 'JPY', 'KWD'])('in %s', (currency) => {
  testBaskets('generic', (now) => startGeneric(now, currency))
  testAdjustments('generic', (now) => startGeneric(now, currency))
  testAdjustments('UCP', (now) => startUcp(now, currency))
  testAdjustments('UCP with codes', (now) => startUcpWithCodes(now, currency))
  testQuotes('generic', (now) => startGeneric(now, currency))
  testQuotes('UCP', (now) => startUcp(now, currency))
  testQuotes('UCP with codes', (now) => startUcpWithCodes(now, currency))
})

test('a permalink is written as the standard shows it', () => {
  const lines = [
    { id: 'sku_123', quantity: 2 },
    { id: 'gid://shopify/ProductVariant/70881412', quantity: 1 },
  ]

  const link = permalink('https://merchant.example/buy', { lines, query: { 'buyer/email': 'alice@example.com' } })

  const encoded = '~Z2lkOi8vc2hvcGlmeS9Qcm9kdWN0VmFyaWFudC83MDg4MTQxMg'
  expect(link).toBe(`https://merchant.example/buy/sku_123:2,${encoded}:1?buyer/email=alice%40example.com`)
  expect(itemToken('~a')).toBe('~fmE')
})
