// What a link has beside its address: its code and its poster to save, what machines fetched of it, and its end.
import type { Link, LinkNumbers } from '@lantern/shared/features/links/contract.ts'
import { Download } from 'lucide-react'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'

interface LinkMoreProps {
  readonly link: Link
  readonly numbers: LinkNumbers | undefined
}

export function LinkMore({ link, numbers }: LinkMoreProps) {
  const { say, locale } = useWords()
  const { may, send } = useDesk()
  const { id, code, name, voidedAt } = link
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const previews = numbers?.previews ?? 0
  const files = [
    {
      word: say('links.poster'),
      path: `poster.jpg?locale=${locale}&tz=${encodeURIComponent(zone)}`,
      as: `${name}.jpg`,
    },
    { word: say('links.png'), path: 'qr.png', as: `${name}.png` },
    { word: say('links.qr'), path: 'qr.svg', as: `${name}.svg` },
  ]

  return (
    <div className="link-more">
      {voidedAt === null && (
        <div className="link-files">
          <div
            className="link-code"
            role="img"
            aria-label={say('links.codeOf', { name })}
            style={{ backgroundImage: `url(/l/${code}/qr.svg)` }}
          />
          <div className="link-saves">
            {files.map(({ word, path, as }) => (
              <a key={path} className="btn" href={`/l/${code}/${path}`} download={as}>
                <Download size={16} aria-hidden="true" />
                {word}
              </a>
            ))}
          </div>
        </div>
      )}
      {previews > 0 && <p className="quiet small">{say('links.previews', { count: previews })}</p>}
      {voidedAt === null && may('link:void') && (
        <Confirm
          testId="link-void"
          label={say('links.void')}
          question={say('links.voidQuestion', { name })}
          yes={say('links.voidYes')}
          onYes={() => void send('link:void', { id })}
        />
      )}
    </div>
  )
}
