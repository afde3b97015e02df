// What the shopper's page shows of products in its first picture.
export { Bag } from './Bag.tsx'
export { BesideFront, FrontCard } from './Deals.tsx'
export { Rundown, ToLookAt, WasOnTable } from './Lists.tsx'
export { ProductList } from './ProductList.tsx'
export { ProductSheet } from './ProductSheet.tsx'
