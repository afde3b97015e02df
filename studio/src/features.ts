// Everything the studio can do, one line each; parts of a place stand in this order.
import { listFeatures } from '@lantern/shared/ui/features.ts'
import { afterShow } from './features/afterShow/index.ts'
import { catalogue } from './features/catalogue/index.ts'
import { commentOrders } from './features/commentOrders/index.ts'
import { comments } from './features/comments/index.ts'
import { crowd } from './features/crowd/index.ts'
import { doctor } from './features/doctor/index.ts'
import { handoff } from './features/handoff/index.ts'
import { holds } from './features/holds/index.ts'
import { media } from './features/media/index.ts'
import { offers } from './features/offers/index.ts'
import { orders } from './features/orders/index.ts'
import { overlay } from './features/overlay/index.ts'
import { pins } from './features/pins/index.ts'
import { refusedEvents } from './features/refusedEvents/index.ts'
import { sales } from './features/sales/index.ts'
import { share } from './features/share/index.ts'
import { shop } from './features/shop/index.ts'
import { shortfall } from './features/shortfall/index.ts'
import { webhooks } from './features/webhooks/index.ts'

export const FEATURES = listFeatures([
  comments,
  commentOrders,
  holds,
  orders,
  shortfall,
  handoff,
  crowd,
  offers,
  pins,
  sales,
  media,
  overlay,
  share,
  afterShow,
  shop,
  doctor,
  refusedEvents,
  catalogue,
  webhooks,
])
