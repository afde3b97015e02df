// The first owner's way in, where there is no demo.
import type { Config } from './config.ts'
import type { Identity } from './identity/identity.ts'
import type { Log } from './log.ts'

interface Needs {
  readonly identity: Pick<Identity, 'inviteOwner'>
  readonly config: Pick<Config, 'publicUrl'>
  readonly log: Log
}

/** By a link that works once; `port` is the one that is listened on. */
export async function inviteOwner(
  { identity, config, log }: Needs,
  { port }: { readonly port: number },
): Promise<void> {
  const path = await identity.inviteOwner()
  if (path === null) return
  const link = `${config.publicUrl ?? `http://localhost:${port}`}${path}`
  log.warn({ link }, 'nobody may log in yet: open this link once to become the owner')
}
