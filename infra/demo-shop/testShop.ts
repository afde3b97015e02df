/** Starts a studio stand-in and a shop that know each other, and walks through the shop as a browser would. */
import { createDemoShop } from './shop.ts'
import type { DemoShopOptions } from './shop.ts'
import { startStudio, WEBHOOK_SECRET } from './studioStandIn.ts'

export async function startTestShop(options: Partial<DemoShopOptions> = {}) {
  const studio = await startStudio()
  const shop = createDemoShop({
    studioUrl: studio.url,
    webhookSecret: WEBHOOK_SECRET,
    backoffMs: [0, 10, 20],
    ...options,
  })
  const url = await shop.listen(0)

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { redirect: 'manual', headers: { 'accept-language': 'en', ...headers } })
  const post = (path: string, form: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) })
  const handOff = (token: string) => get(`/handoff?token=${encodeURIComponent(token)}`)

  return {
    studio,
    shop,
    url,
    get,
    post,
    handOff,
    /** Opens the link and gives the path of the checkout it leads to. */
    async arrive(token: string): Promise<string> {
      return (await handOff(token)).headers.get('location') ?? ''
    },
    async payByApi(token: unknown) {
      const headers = { 'content-type': 'application/json' }
      return fetch(`${url}/api/pay`, { method: 'POST', headers, body: JSON.stringify({ token }) })
    },
    async close() {
      await shop.close()
      await studio.close()
    },
  }
}

export type TestShop = Awaited<ReturnType<typeof startTestShop>>
