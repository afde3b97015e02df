// Shows one state of the page: preview.html?scene=sale&picture=landscape&lang=zh-Hans&product=linen-shirt&pictures=none&refusal=SOLD_OUT.
import type { RoomView } from '@lantern/shared/client/types.ts'
import { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { listFeatures } from '@lantern/shared/ui/features.ts'
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { createRoot } from 'react-dom/client'
import { App } from '../App.tsx'
import { createSession } from '../createSession.ts'
import * as features from '../features.ts'
import { loadFirst } from '../loadFirst.ts'
import '../styles/index.css'
import { loadWords } from '../words.ts'
import type { FakePicture } from './fakes.ts'
import { createFakeMedia, createFakeRoom } from './fakes.ts'
import { SCENES, withPictures } from './scenes.ts'

const query = new URLSearchParams(location.search)
/** Features bring scenes of their own. */
const BROUGHT = import.meta.glob<Readonly<Record<string, RoomView>>>('../features/*/scenes.ts', {
  eager: true,
  import: 'SCENES',
})
const scenes = Object.assign({}, SCENES, ...Object.values(BROUGHT)) as typeof SCENES
const view = withPictures(scenes[query.get('scene') ?? 'sale'], query.get('pictures'))
const locale = pickLocale(query.get('lang'), navigator.languages)
const picture = (query.get('picture') ?? 'portrait') as FakePicture
const refusal = RefusalCode.catch('SOLD_OUT').parse(query.get('refusal'))
const root = document.getElementById('root')

if (root !== null && view !== undefined) {
  const words = await loadWords(locale)
  const session = createSession({
    client: createFakeRoom(view, refusal),
    openMedia: () => Promise.resolve(createFakeMedia(picture)),
    address: {
      show: 'preview',
      product: query.get('product'),
      via: null,
      lang: locale,
      notice: query.get('notice'),
      sums: null,
      back: null,
    },
    locale,
    words,
    origin: location.origin,
  })
  createRoot(root).render(<App session={session} parts={await loadFirst(listFeatures(features))} />)
}
