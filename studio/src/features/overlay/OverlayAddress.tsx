// The overlay's address: made, copied while it is known, made anew, turned off.
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useQuery } from '@tanstack/react-query'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { copyText } from '../../copyText.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { overlayAddress, overlayBase } from './address.ts'

interface OverlayAddressProps {
  readonly madeAt: number | null
  /** Known only to the page that made it. */
  readonly token: string | null
  readonly onToken: (token: string | null) => void
}

export function OverlayAddress({ madeAt, token, onToken }: OverlayAddressProps) {
  const { say, locale } = useWords()
  const { send } = useDesk()
  const renew = async () => {
    const reply = await send('overlay:renew', {})
    if (reply.ok) onToken(reply.value.token)
  }
  const revoke = async () => {
    const reply = await send('overlay:revoke', {})
    if (reply.ok) onToken(null)
  }

  if (madeAt === null && token === null)
    return (
      <button className="btn main" data-testid="overlay-make" onClick={() => void renew()}>
        {say('overlay.make')}
      </button>
    )
  return (
    <div className="overlay-address">
      {token === null ? (
        <p className="quiet small">{say('overlay.madeAt', { at: formatMoment(madeAt ?? 0, locale) })}</p>
      ) : (
        <KnownAddress token={token} />
      )}
      <div className="overlay-acts">
        <Confirm
          label={say('overlay.renew')}
          question={say('overlay.renewAsk')}
          yes={say('overlay.renewYes')}
          testId="overlay-renew"
          onYes={() => void renew()}
        />
        <Confirm
          label={say('overlay.revoke')}
          question={say('overlay.revokeAsk')}
          yes={say('overlay.revokeYes')}
          testId="overlay-revoke"
          onYes={() => void revoke()}
        />
      </div>
    </div>
  )
}

function KnownAddress({ token }: { readonly token: string }) {
  const { say } = useWords()
  const { showId } = useDesk().client
  const [copied, setCopied] = useState(false)
  const links = useQuery({ queryKey: ['links', showId], queryFn: () => api.links(showId) })
  if (links.isPending) return null

  const viewerUrls = links.data?.viewerUrls ?? []
  const url = overlayAddress(overlayBase({ origin: location.origin, viewerUrls }), showId, token)
  return (
    <>
      <p className="small">{say('overlay.steps')}</p>
      <div className="share-link">
        <a href={url} target="_blank" rel="noreferrer" data-testid="overlay-link">
          {url}
        </a>
        <button
          className="btn"
          data-testid="overlay-copy"
          aria-label={say('overlay.copy')}
          onClick={() => void copyText(url).then(setCopied)}
        >
          {copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
          {copied ? say('overlay.copied') : say('share.copy')}
        </button>
      </div>
      <p className="quiet small">{say('overlay.once')}</p>
    </>
  )
}
