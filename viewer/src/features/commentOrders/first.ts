// What the shopper's page shows of orders by comment in its first picture.
import './commentOrders.css'
export { Answer as Below } from './Answer.tsx'
export { KeywordHint as Hint, KeywordLine as Fact } from './Keywords.tsx'
