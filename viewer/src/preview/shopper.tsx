// Draws a scene as the shopper's page.
import { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { createRoot } from 'react-dom/client'
import { App } from '../App.tsx'
import { createSession } from '../createSession.ts'
import { loadFirst } from '../loadFirst.ts'
import type { Feature } from '../places.ts'
import '../styles/index.css'
import { loadWords } from '../words.ts'
import type { FakePicture } from './fakes.ts'
import { createFakeMedia, createFakeRoom } from './fakes.ts'
import { pickScene } from './picked.ts'

export async function start(query: URLSearchParams, features: readonly Feature[]): Promise<void> {
  const view = pickScene(query)
  const root = document.getElementById('root')
  if (root === null || view === undefined) return
  const locale = pickLocale(query.get('lang'), navigator.languages)
  const picture = (query.get('picture') ?? 'portrait') as FakePicture
  const words = await loadWords(locale)
  const session = createSession({
    client: createFakeRoom({
      start: view,
      refusal: RefusalCode.catch('SOLD_OUT').parse(query.get('refusal')),
      sceneOf: (name) => pickScene(query, name),
    }),
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
  createRoot(root).render(<App session={session} parts={await loadFirst(features)} />)
}
