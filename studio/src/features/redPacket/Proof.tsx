// Where staff and anyone else calculate the amounts of a packet again, once it is over.
import { checkPath } from '@lantern/shared/activities/checkPath.ts'
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import type { Shown } from '../../plays/play.tsx'

export function Proof({ one: { id, seal, state }, say }: Shown<RedPacket>) {
  if (seal === null || state !== 'settled') return null
  return (
    <a className="btn" href={checkPath(id)} target="_blank" rel="noopener" data-testid="redPacket-check">
      {say('redPacket.check')}
    </a>
  )
}
