// What orders put into the desk, in one piece.
import './orders.css'
export { FirstMatter as Above } from './FirstMatter.tsx'
export { Orders as Tab } from './Orders.tsx'
