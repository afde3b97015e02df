// Shows one state of the page: preview.html?scene=sale&picture=landscape&lang=zh-Hans&product=linen-shirt&pictures=none&refusal=SOLD_OUT.
// `scene=poll,packet`: two plays at once; `money=JPY`: in another currency; `overlay=landscape&look=paper`: in the overlay.
import { listFeatures } from '@lantern/shared/ui/features.ts'
import * as features from '../features.ts'

const query = new URLSearchParams(location.search)
const { start } = query.has('overlay') ? await import('./overlay.tsx') : await import('./shopper.tsx')
await start(query, listFeatures(features))
