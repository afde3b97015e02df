// Addresses for viewers, each with a copy button, and below them the links for groups.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { useQuery } from '@tanstack/react-query'
import { Check, Copy, Share2 } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { copyText } from '../../copyText.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Popover } from '../../desk/parts/Popover.tsx'
import { Links } from './Links.tsx'

export function ShareMenu() {
  const { say } = useWords()
  const { room } = useDesk()

  return (
    <Popover
      testId="share"
      name={say('share.button')}
      label={
        <>
          <Share2 size={16} aria-hidden="true" />
          <span className="wide">{say('share.button')}</span>
        </>
      }
    >
      <ShareLinks showId={room.show.id} />
    </Popover>
  )
}

function ShareLinks({ showId }: { readonly showId: ShowId }) {
  const { say } = useWords()
  const links = useQuery({ queryKey: ['links', showId], queryFn: () => api.links(showId) })

  return (
    <div className="share">
      <h2>{say('share.title')}</h2>
      <p className="quiet small">{say('share.lead')}</p>
      {links.data?.viewerUrls.map((url) => (
        <ShareLink key={url} url={url} />
      ))}
      {links.isError && <p className="problem">{say('share.failed')}</p>}
      <Links />
    </div>
  )
}

function ShareLink({ url }: { readonly url: string }) {
  const { say } = useWords()
  const [copied, setCopied] = useState(false)

  return (
    <div className="share-link">
      <a href={url} target="_blank" rel="noreferrer" data-testid="viewer-link">
        {url}
      </a>
      <button className="btn" onClick={() => void copyText(url).then(setCopied)}>
        {copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
        {copied ? say('share.copied') : say('share.copy')}
      </button>
    </div>
  )
}
