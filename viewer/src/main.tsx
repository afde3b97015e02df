// Starts the shopper's page: address, words, room; the media code comes later, when there is a show to see.
import { asId } from '@lantern/shared/client/ids.ts'
import { createRoomClient } from '@lantern/shared/client/roomClient.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { listFeatures } from '@lantern/shared/ui/features.ts'
import { pickLocale } from '@lantern/shared/ui/i18n.ts'
import { adoptNonce } from '@lantern/shared/ui/nonce.ts'
import { createRoot } from 'react-dom/client'
import { readAddress } from './address.ts'
import { App } from './App.tsx'
import { createSession } from './createSession.ts'
import * as features from './features.ts'
import { loadFirst } from './loadFirst.ts'
import { renewWhenOver } from './renew.ts'
import './styles/index.css'
import { loadWords } from './words.ts'

const address = readAddress(location)
const locale = pickLocale(address.lang, navigator.languages)

async function openMedia(room: RoomClient) {
  const { createViewerMedia } = await import('@lantern/shared/client/viewerMedia.ts')
  return createViewerMedia({ room, url: location.origin })
}

async function start(root: HTMLElement) {
  adoptNonce(document)
  // The room starts to connect while the words are still on their way.
  const client = createRoomClient({
    url: location.origin,
    as: 'viewer',
    showId: asId<ShowId>(address.show ?? 'none'),
    via: address.via,
  })
  renewWhenOver(client, { history, location, now: Date.now })
  const [words, parts] = await Promise.all([loadWords(locale), loadFirst(listFeatures(features))])
  const session = createSession({ client, openMedia, address, locale, words, origin: location.origin })
  createRoot(root).render(<App session={session} parts={parts} />)
}

const root = document.getElementById('root')
if (root !== null) void start(root)
