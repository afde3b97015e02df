// Whom the host's picture reaches: worked out from what this page sends and what the show says.
import type { Show } from '@lantern/shared/contract/things.ts'

/**
 * `preview`: only the host; `ready`: sent, not yet live; `on`: everyone; `away`: viewers see the last picture; `elsewhere`:
 * viewers have another device's; `nobody`: live, and no device sends.
 */
export type Reach = 'preview' | 'ready' | 'on' | 'away' | 'elsewhere' | 'nobody'

interface Facts {
  /** This page means to send. */
  readonly meant: boolean
  /** And what it sends arrives. */
  readonly flowing: boolean
  readonly show: Pick<Show, 'phase' | 'host'>
}

export function reachOf({ meant, flowing, show }: Facts): Reach {
  const live = show.phase === 'live'
  if (!meant) return show.host === 'on' ? 'elsewhere' : live ? 'nobody' : 'preview'
  if (!flowing) return 'away'
  return live ? 'on' : 'ready'
}
