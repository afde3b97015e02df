// What the shopper's page shows of one's own orders in its first picture.
import './orders.css'
export { OwnOrders as Poster } from './OwnOrders.tsx'
