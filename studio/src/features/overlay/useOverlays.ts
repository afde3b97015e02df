// Asks every few seconds which overlays are there; undefined until the first answer, and when there was none for a while.
import type { OverlayStatus } from '@lantern/shared/contract/overlay.ts'
import { useQuery } from '@tanstack/react-query'
import { useDesk } from '../../desk/DeskContext.ts'

const ASK_EVERY_MS = 3_000

export interface Overlays {
  readonly status: OverlayStatus | undefined
  /** Asks at once. */
  readonly refresh: () => void
}

export function useOverlays(): Overlays {
  const { client, status: roomStatus } = useDesk()
  const asked = useQuery({
    queryKey: ['overlays', client.showId],
    queryFn: async () => {
      const reply = await client.send('overlay:status', {})
      // An old answer would say "live" of an overlay nobody has heard of since.
      return reply.ok ? reply.value : null
    },
    refetchInterval: ASK_EVERY_MS,
    enabled: roomStatus === 'joined',
  })
  const status = roomStatus === 'joined' ? asked.data : undefined
  return { status: status ?? undefined, refresh: () => void asked.refetch() }
}
