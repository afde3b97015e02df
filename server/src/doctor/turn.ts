// Looks whether each TURN server that browsers are told of relays for them.
import type { Finding } from '@lantern/shared/contract/doctor.ts'
import { createIceServers, type TurnSettings } from '../turn/iceServers.ts'
import { tryTurn } from '../turn/tryTurn.ts'
import { finding } from './finding.ts'

/** One that does not work is told before those that do. */
export async function lookAtTurn(settings: TurnSettings, clock: () => number): Promise<Finding> {
  const [server] = createIceServers(settings, clock)()
  if (server === undefined) return finding('turn', 'unsure', 'no_turn')
  const tried = await Promise.all(
    server.urls.map(async (address) => ({ address, verdict: await tryTurn(address, server) })),
  )
  for (const { address, verdict } of tried) {
    if (verdict.ok) continue
    return verdict.silent
      ? finding('turn', 'bad', 'turn_silent', { address })
      : finding('turn', 'bad', 'turn_refused', { address, why: verdict.why })
  }
  return finding('turn', 'good', 'turn_works', { address: server.urls.join(', ') })
}
