// What the connected shop can do, as the forms of plays need it; asked again while a form is open, since another one may be connected.
import type { ShopAnswers } from '@lantern/shared/contract/shop.ts'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

const ASKS_EVERY_MS = 15_000

/** Null: not known yet, or nobody asks. */
export function useShopAnswers({ enabled = true } = {}): ShopAnswers | null {
  const shop = useQuery({ queryKey: ['shop'], queryFn: api.shop, refetchInterval: ASKS_EVERY_MS, enabled })
  return shop.data?.answers ?? null
}
