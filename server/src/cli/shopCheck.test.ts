// npm run shop:check with a generic shop in the settings: it tries the shop and says what came of it.
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const CHECK = fileURLToPath(new URL('./shopCheck.ts', import.meta.url))

test.each([{ HANDOFF_SECRET: '' }, { HANDOFF_SECRET: 'a secret that the shop knows, too' }])(
  'a generic shop that answers is well, by key or by secret (%j)',
  async ({ HANDOFF_SECRET }) => {
    const shop = createServer((_req, res) => void res.end('hello'))
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
    const own = { SHOP_KIND: 'generic', SHOP_URL: url, SHOP_WEBHOOK_SECRET: secret }
    const key = HANDOFF_SECRET === '' ? {} : { HANDOFF_SECRET }

    const { stdout } = await promisify(execFile)(process.execPath, [CHECK], { env: { ...process.env, ...own, ...key } })
    shop.close()

    expect(stdout).toContain('the shop answers, and takes what the settings say')
  },
)
