// Everything the shopper's page and the overlay can do, one line each; parts of a place stand in this order.
import { listFeatures } from '@lantern/shared/ui/features.ts'
import { about } from './features/about/index.ts'
import { afterShow } from './features/afterShow/index.ts'
import { beforeShow } from './features/beforeShow/index.ts'
import { commentOrders } from './features/commentOrders/index.ts'
import { comments } from './features/comments/index.ts'
import { holds } from './features/holds/index.ts'
import { likes } from './features/likes/index.ts'
import { orders } from './features/orders/index.ts'
import { products } from './features/products/index.ts'
import { share } from './features/share/index.ts'

export const FEATURES = listFeatures([
  comments,
  likes,
  commentOrders,
  holds,
  orders,
  products,
  share,
  about,
  beforeShow,
  afterShow,
])
