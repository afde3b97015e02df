// Above the comments: the first order that needs staff, and the way to it.
import { useDesk } from '../../desk/DeskContext.ts'
import { useSide } from '../../desk/side/SideContext.ts'
import { Matter } from './Matter.tsx'

export function FirstMatter() {
  const { desk } = useDesk()
  const { open } = useSide()
  const matter = desk.orders.find((order) => order.matter !== null)
  return matter && <Matter order={matter} onOrders={() => open('orders')} />
}
