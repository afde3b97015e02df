// First what an import would change, then the change; afterwards the page asks anew how the shop stands.
import type { ImportReport } from '@lantern/shared/contract/shop.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'

interface Import<From> {
  readonly preview: (from: From) => Promise<ImportReport>
  readonly take: (from: From) => Promise<ImportReport>
}

export function useImport<From = void>({ preview, take }: Import<From>) {
  const queries = useQueryClient()
  const looking = useMutation({ mutationFn: preview })
  const taking = useMutation({
    mutationFn: take,
    onSuccess: async () => {
      looking.reset()
      await queries.invalidateQueries({ queryKey: ['shop'] })
    },
  })
  return { preview: looking, take: taking }
}
