// A change of groups: asked for once, the groups read again whatever came of it.
import { useMutation, useQueryClient } from '@tanstack/react-query'

export function useChange<Input, Value>(ask: (input: Input) => Promise<Value>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ask,
    onSettled: () => queries.invalidateQueries({ queryKey: ['groups'] }),
  })
}
