// Prints what the owner of a shop's own server needs first: a link to set a password, and where a shop is connected.
import type { Config } from '../settings/config.ts'
import type { Identity } from '../identity/identity.ts'
import type { OpenShop } from './openShop.ts'

interface Needs {
  readonly identity: Pick<Identity, 'inviteOwner'>
  readonly config: Pick<Config, 'publicUrl'>
  readonly shop: Pick<OpenShop, 'current' | 'keyProblem'>
  readonly tell: (line: string) => void
}

const WITHOUT_SHOP = {
  none: 'No shop is connected, so nothing can be bought. Connect one in the studio',
  missing:
    'The key of the connected shop’s secrets is not there, so nothing can be bought. The studio says which it is',
  wrong:
    'The key of the connected shop’s secrets is another one, so nothing can be bought. The studio says which it is',
} as const

/** The link works once; `port` is the one that is listened on. */
export async function welcomeOwner(
  { identity, config, shop, tell }: Needs,
  { port }: { readonly port: number },
): Promise<void> {
  const base = config.publicUrl ?? `http://localhost:${port}`
  const path = await identity.inviteOwner()
  if (path !== null)
    tell(`Nobody may log in yet. Open this link within a day to become the owner; it works once:\n\n  ${base}${path}\n`)
  if (shop.current() === null) tell(`${WITHOUT_SHOP[shop.keyProblem() ?? 'none']}: ${base}/studio/shop`)
}
