// The templates of the shop, as this desk has read them last.
import type { Template } from '@lantern/shared/features/templates/contract.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDesk } from '../../desk/DeskContext.ts'

const KEY = ['template:list']
/** Others may change them, in this show or another. */
const ASK_EVERY_MS = 10_000

export interface Templates {
  /** Null: not read yet. */
  readonly templates: readonly Template[] | null
  /** What was read before is shown on, also where reading it again fails. */
  readonly isFailed: boolean
}

export function useTemplates(): Templates {
  const { client, status } = useDesk()
  const asked = useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const reply = await client.send('template:list', {})
      if (!reply.ok) throw new Error(reply.code)
      return reply.value.templates
    },
    refetchInterval: ASK_EVERY_MS,
    retry: false,
    enabled: status === 'joined',
  })
  const { data: templates = null, isError } = asked
  return { templates, isFailed: isError && templates === null }
}

/** Reads them anew: one was changed here, or by somebody else as a refusal says. */
export function useReadAgain(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: KEY })
}
