// What the shop said last, asked for once for all parts of a page that look at it.
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

const ASKS_EVERY_MS = 5000

export function useShopMessages() {
  return useQuery({
    queryKey: ['shop', 'messages'],
    queryFn: api.shopMessages,
    refetchInterval: ASKS_EVERY_MS,
    retry: false,
  })
}
