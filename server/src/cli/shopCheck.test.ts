// npm run shop:check with a generic shop in the settings: it tries the shop and says what came of it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runHere, runProgram } from '../testing/commands.ts'
import { runShopCheck } from './runShopCheck.ts'

const CHECK = fileURLToPath(new URL('./shopCheck.ts', import.meta.url))

test.each([
  { HANDOFF_SECRET: '', run: (env: Record<string, string>) => runProgram(CHECK, { env }) },
  {
    HANDOFF_SECRET: 'a secret that the shop knows, too',
    run: (env: Record<string, string>) => runHere(runShopCheck, { env }),
  },
])('a generic shop that answers is well, by key or by secret ($HANDOFF_SECRET)', async ({ HANDOFF_SECRET, run }) => {
  const shop = createServer((_req, res) => void res.end('hello'))
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  const own = { SHOP_KIND: 'generic', SHOP_URL: url, SHOP_WEBHOOK_SECRET: secret }
  const key = HANDOFF_SECRET === '' ? {} : { HANDOFF_SECRET }

  const { code, lines } = await run({ ...own, ...key })
  shop.close()

  expect(code).toBe(0)
  expect(lines).toContain('the shop answers, and takes what the settings say')
})
