// The shop's changes page by page, and taking or leaving some of them; afterwards the page asks anew how the shop stands.
import type { CatalogueChanges, ChosenChanges } from '@lantern/shared/contract/catalogue.ts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api.ts'

const KEY = ['shop', 'changes']
const ASKS_EVERY_MS = 15_000
/** While all is taken over. */
const TAKING_EVERY_MS = 2_000

export function useChanges() {
  const queries = useQueryClient()
  const pages = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam }) => api.changes(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.taking ? TAKING_EVERY_MS : ASKS_EVERY_MS),
    retry: false,
  })
  const onSuccess = async (first: CatalogueChanges) => {
    queries.setQueryData(KEY, { pages: [first], pageParams: [null] })
    await queries.invalidateQueries({ queryKey: ['shop'], exact: true })
  }
  const take = useMutation({ mutationFn: (keys: ChosenChanges['keys']) => api.takeChanges({ keys }), onSuccess })
  const leave = useMutation({ mutationFn: (keys: ChosenChanges['keys']) => api.leaveChanges({ keys }), onSuccess })
  return { pages, take, leave }
}
