// What a link is called outside: the address by which phones reach the shop, and its code.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useDesk } from '../../desk/DeskContext.ts'

/** Until the server has said by which address phones reach it, the one that the studio was opened by. */
export function useAddress(): (code: string) => string {
  const { room } = useDesk()
  const { id } = room.show
  const shared = useQuery({ queryKey: ['links', id], queryFn: () => api.links(id) })
  const [first = location.href] = shared.data?.viewerUrls ?? []
  return (code) => new URL(`/l/${code}`, first).href
}
