// What orders put into the desk, in one piece.
export { FirstMatter as Above } from './FirstMatter.tsx'
export { Orders as Tab } from './Orders.tsx'
