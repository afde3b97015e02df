// Passing the show on: the phone's own share menu where there is one, and the link to copy.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Copy, Share } from 'lucide-react'
import { useState } from 'react'
import { shareUrl } from '../../address.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

export function ShareSheet({ room }: { readonly room: RoomState }) {
  const { t, text } = useWords()
  const { address, origin } = useScene().session
  const [told, setTold] = useState('')
  const url = shareUrl(origin, address)
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
    </div>
  )
}

/** Over plain http there is no clipboard object: the old way is tried then. */
async function copyText(text: string): Promise<boolean> {
  if ('clipboard' in navigator) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const field = document.createElement('textarea')
  field.value = text
  document.querySelector('.sheet')?.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
