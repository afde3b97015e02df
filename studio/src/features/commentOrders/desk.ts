// What orders by comment put into the desk, in one piece.
import './commentOrders.css'
export { CommentOrdersBar as Above } from './CommentOrdersBar.tsx'
export { TakeAround as Around } from './TakeAround.tsx'
