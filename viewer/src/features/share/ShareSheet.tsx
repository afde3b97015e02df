// Passing the show on: the phone's own share menu where there is one, and the link to copy.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Copy, Share } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { shareUrl } from '../../address.ts'
import { copyText } from '../../copyText.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { useSharing } from './useSharing.ts'

/** Most who share do it without. */
const Earn = lazy(async () => ({ default: (await import('./Earn.tsx')).Earn }))

export function ShareSheet({ room }: { readonly room: RoomState }) {
  const { t, text } = useWords()
  const { address, origin } = useScene().session
  const [told, setTold] = useState('')
  const sharing = useSharing()
  const code = sharing.mine?.me?.code ?? null
  // A sharer's own link, so that what it brings is theirs.
  const url = code === null ? shareUrl(origin, address) : new URL(`/l/${code}`, origin).href
  const share = () => {
    // Closing the phone's menu rejects, too: nothing has gone wrong then.
    navigator.share({ title: text(room.show.title), url }).catch(() => undefined)
  }
  const copy = async () => setTold((await copyText(url)) ? t('copied') : t('copyFailed'))
  return (
    <div className="share">
      <p className="share-link">{url}</p>
      <div className="share-acts">
        {'share' in navigator && (
          <button className="act act-main" onClick={share}>
            <Share size={18} aria-hidden="true" />
            {t('shareVia')}
          </button>
        )}
        <button className="act" onClick={() => void copy()} data-testid="copy-link">
          <Copy size={18} aria-hidden="true" />
          {t('copyLink')}
        </button>
      </div>
      <p className="told" role="status">
        {told}
      </p>
      <Suspense fallback={null}>{sharing.mine !== null && <Earn room={room} sharing={sharing} />}</Suspense>
    </div>
  )
}
