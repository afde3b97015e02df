// Prints the link by which the first owner sets a password, where there is no demo.
import type { Config } from '../settings/config.ts'
import type { Identity } from '../identity/identity.ts'

interface Needs {
  readonly identity: Pick<Identity, 'inviteOwner'>
  readonly config: Pick<Config, 'publicUrl'>
  readonly tell: (line: string) => void
}

/** By a link that works once; `port` is the one that is listened on. */
export async function inviteOwner(
  { identity, config, tell }: Needs,
  { port }: { readonly port: number },
): Promise<void> {
  const path = await identity.inviteOwner()
  if (path === null) return
  const link = `${config.publicUrl ?? `http://localhost:${port}`}${path}`
  tell(`Nobody may log in yet. Open this link within a day to become the owner; it works once:\n\n  ${link}\n`)
}
