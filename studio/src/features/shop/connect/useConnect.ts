// Connecting a shop as the page does it: what the server knows, which kind is looked at, what is typed, and the acts.
import type { ShopConnections, ShopKindName } from '@lantern/shared/contract/connections.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { keptAt } from './fieldViews.ts'
import { standingsOf } from './standings.ts'
import { asks } from './trip.ts'
import { firstKind, isOpen, kindIn } from './kinds.ts'
import type { KeyChanges, KeysDraft, KeysDrafts } from './keysDraft.ts'

const KEY = ['shop', 'connections']
/** A message of the shop may come at any moment, and another tab may be testing. */
const OPEN_MS = 2000
const CALM_MS = 15_000

export function useConnect(isOwner: boolean) {
  const asked = useQuery({
    queryKey: KEY,
    queryFn: api.connections,
    enabled: isOwner,
    retry: false,
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? OPEN_MS : CALM_MS),
  })
  const [picked, setPicked] = useState(() => kindIn(location.hash))
  const [drafts, setDrafts] = useState<KeysDrafts>({})
  const acts = useActs()
  const connections = asked.data ?? null
  const kind = connections && (picked ?? firstKind(connections))
  const connection = connections?.kinds.find((one) => one.kind === kind) ?? null
  const recipe = useRecipe(connection)

  const setDraft = (of: ShopKindName, draft: KeysDraft) => setDrafts((before) => ({ ...before, [of]: draft }))
  return {
    connections,
    connection,
    recipe,
    draft: (kind && drafts[kind]) ?? {},
    setDraft: (draft: KeysDraft) => kind && setDraft(kind, draft),
    pick: (next: ShopKindName) => {
      acts.forget()
      setPicked(next)
      // A reload, or the link sent to a colleague, opens the same kind.
      history.replaceState(history.state, '', `#${next}`)
    },
    isBusy: acts.isBusy || connection?.trip.isRunning === true,
    problem: acts.problem ?? asked.error,
    save: (fields: KeyChanges) => kind && acts.save.mutate({ kind, fields, onKept: () => setDraft(kind, {}) }),
    test: () => kind && acts.test.mutate(kind),
    use: () => kind && acts.use.mutate(kind),
    isPending: isOwner && asked.isPending,
  }
}

export type Connect = ReturnType<typeof useConnect>

interface Saving {
  readonly kind: ShopKindName
  readonly fields: KeyChanges
  readonly onKept: () => void
}

/** Each answers with how things stand now. */
function useActs() {
  const queries = useQueryClient()
  const put = (now: ShopConnections) => queries.setQueryData(KEY, now)
  // An answer that was asked for before the act would show what was before it.
  const how = { onMutate: () => queries.cancelQueries({ queryKey: KEY }), onSuccess: put }
  const save = useMutation({
    mutationFn: async ({ kind, fields, onKept }: Saving) => {
      put(await api.setKeys({ kind, fields }))
      onKept()
      return api.runTrip(kind)
    },
    ...how,
  })
  const test = useMutation({ mutationFn: api.runTrip, ...how })
  const use = useMutation({
    mutationFn: api.useShop,
    ...how,
    // What is ready for a show says whether there is a shop, too.
    onSettled: () => ['shop', 'doctor'].forEach((key) => void queries.invalidateQueries({ queryKey: [key] })),
  })
  const all = [save, test, use]
  return {
    save,
    test,
    use,
    isBusy: all.some(({ isPending }) => isPending),
    problem: all.find(({ error }) => error !== null)?.error ?? null,
    forget: () => all.forEach((act) => act.isPending || act.reset()),
  }
}

/** Whole secrets are in it: asked for only while something has to be taken to the shop. */
function useRecipe(connection: ShopConnections['kinds'][number] | null) {
  const isAsked = connection !== null && connection.state !== 'empty' && standingsOf(connection.trip.steps).some(asks)
  const recipe = useQuery({
    queryKey: ['shop', 'recipe', connection?.kind, connection && keptAt(connection.fields)],
    queryFn: () => (connection ? api.recipe(connection.kind) : null),
    enabled: isAsked,
  })
  return recipe.data ?? null
}
