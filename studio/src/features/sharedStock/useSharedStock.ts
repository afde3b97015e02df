// Which variants of this show are sold from a shared stock, as this desk has read them last.
import type { SharedVariant } from '@lantern/shared/features/sharedStock/contract.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDesk } from '../../desk/DeskContext.ts'

const KEY = ['stock:list']
/** The other shows sell meanwhile. */
const ASK_EVERY_MS = 3_000

export interface SharedStocks {
  /** Null: not read yet. */
  readonly variants: readonly SharedVariant[] | null
  readonly readAgain: () => Promise<void>
}

export function useSharedStock(): SharedStocks {
  const { client, status } = useDesk()
  const queries = useQueryClient()
  const asked = useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const reply = await client.send('stock:list', {})
      if (!reply.ok) throw new Error(reply.code)
      return reply.value.variants
    },
    refetchInterval: ASK_EVERY_MS,
    retry: false,
    enabled: status === 'joined',
  })
  return { variants: asked.data ?? null, readAgain: () => queries.invalidateQueries({ queryKey: KEY }) }
}
