// Asks every few seconds what has come of each link, while its tab is open.
import type { LinkId, LinkNumbers } from '@lantern/shared/features/links/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useDesk } from '../../desk/DeskContext.ts'

const ASK_EVERY_MS = 3_000

export interface Numbers {
  readonly numbers: ReadonlyMap<LinkId, LinkNumbers>
  readonly isFailed: boolean
}

export function useNumbers(): Numbers {
  const { client, desk, status } = useDesk()
  const asked = useQuery({
    // A link that is new is asked for at once.
    queryKey: ['links:count', client.showId, desk.links.length],
    queryFn: async () => {
      const reply = await client.send('links:count', {})
      if (!reply.ok) throw new Error(reply.code)
      return new Map(reply.value.numbers.map((one) => [one.id, one]))
    },
    placeholderData: (before) => before,
    refetchInterval: ASK_EVERY_MS,
    retry: false,
    enabled: status === 'joined',
  })
  return { numbers: asked.data ?? new Map(), isFailed: asked.isError }
}
