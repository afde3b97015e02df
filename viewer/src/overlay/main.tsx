// Starts the overlay: address, room, beats, words; no picture, no sound, nothing to tap.
import { asId } from '@lantern/shared/client/ids.ts'
import { createRoomClient } from '@lantern/shared/client/roomClient.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { createParts, listFeatures } from '@lantern/shared/ui/features.ts'
import { createRoot } from 'react-dom/client'
import * as features from '../features.ts'
import type { Places } from '../places.ts'
import '../styles/overlay.css'
import { type OverlayAddress, readOverlayAddress } from './address.ts'
import { startBeats } from './beats.ts'
import { NoAddress, OverlayApp } from './OverlayApp.tsx'
import { followSold } from './sold.ts'
import { createSource } from './source.ts'
import { loadWords } from './words.ts'

function enterRoom({ show, token, name }: OverlayAddress) {
  if (show === null || token === null) return null
  const showId = asId<ShowId>(show)
  return createRoomClient({ url: location.origin, as: { as: 'overlay', showId, token, name }, showId, via: null })
}

async function start(element: HTMLElement) {
  const address = readOverlayAddress(location)
  const locale = pickLocale(address.lang, navigator.languages)
  document.documentElement.dataset['look'] = address.look
  // The room starts to connect while the words are still on their way.
  const client = enterRoom(address)
  const sold = client && followSold(client)
  const parts = createParts<Places>(listFeatures(features))
  const [words] = await Promise.all([loadWords(locale), parts.load('layer')])
  const root = createRoot(element)
  if (client === null || sold === null) return root.render(<NoAddress words={words} />)

  const source = createSource()
  startBeats({ client, source })
  root.render(<OverlayApp parts={parts} scene={{ client, sold, source, layout: address.layout, locale, words }} />)
}

/** OBS keeps what a changed address shows: another token is another overlay. */
addEventListener('hashchange', () => location.reload())

const element = document.getElementById('root')
if (element !== null) void start(element)
