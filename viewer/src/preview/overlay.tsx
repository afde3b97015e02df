// Draws a scene as the overlay that lies over the picture in OBS, on a plain ground in its place.
import type { SoldOrder } from '@lantern/shared/contract/overlay.ts'
import { createParts } from '@lantern/shared/ui/features.ts'
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { createRoot } from 'react-dom/client'
import { LAYOUTS, LOOKS } from '../overlay/address.ts'
import { OverlayApp } from '../overlay/OverlayApp.tsx'
import { createSource } from '../overlay/source.ts'
import { loadWords } from '../overlay/words.ts'
import type { Feature, Places } from '../places.ts'
import '../styles/overlay.css'
import { createFakeRoom } from './fakes.ts'
import { pickScene } from './picked.ts'

const GROUND = 'linear-gradient(165deg, #dfe3ea, #a4acbb 55%, #8b91a3)'

const NOBODY: readonly SoldOrder[] = []

export async function start(query: URLSearchParams, features: readonly Feature[]): Promise<void> {
  const view = pickScene(query)
  const root = document.getElementById('root')
  if (root === null || view === undefined) return
  const locale = pickLocale(query.get('lang'), navigator.languages)
  document.documentElement.style.background = GROUND
  document.documentElement.dataset['look'] = LOOKS.find((one) => one === query.get('look')) ?? 'lantern'
  const parts = createParts<Places>(features)
  const [words] = await Promise.all([loadWords(locale), parts.load('layer')])
  const scene = {
    client: createFakeRoom({ start: view, refusal: 'NOT_ALLOWED', sceneOf: (name) => pickScene(query, name) }),
    sold: { get: () => NOBODY, subscribe: () => () => undefined },
    source: createSource(),
    layout: LAYOUTS.find((one) => one === query.get('overlay')) ?? null,
    locale,
    words,
  }
  createRoot(root).render(<OverlayApp parts={parts} scene={scene} />)
}
