// What a link has beside its address: its code and its poster to save, the text for its messenger, and its end.
import { Copy, Download, ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '../copyText.ts'
import { Asked } from './Asked.tsx'
import type { LinkProps } from './partProps.ts'
import { MESSENGER_WORDS } from './NewLink.tsx'
import { openerOf, pasteOf, posterOf, urlOf } from './paste.ts'
import { useUndone } from './useUndone.ts'
import { useSaid } from './words.ts'

type MoreProps = LinkProps & { readonly name: string }

export function LinkMore(props: MoreProps) {
  const { t } = useSaid()
  const { sharer, link, name } = props
  const undone = useUndone()
  return (
    <div className="sharer-more sharer-wide">
      {sharer.hasLine && <Files {...props} />}
      <Text {...props} />
      {link.name !== null && sharer.hasLine && (
        <Asked
          testId="link-void"
          word={t('voidLink')}
          question={t('voidQuestion', { name })}
          yes={t('voidYes')}
          onYes={async () => undone.say(await sharer.makeVoid(link.code))}
        />
      )}
      {undone.words !== null && <p role="alert">{undone.words}</p>}
    </div>
  )
}

function Files({ link: { code }, name }: MoreProps) {
  const { t, locale } = useSaid()
  const files = [
    { word: t('poster'), path: posterOf(code, locale), as: `${name}.jpg` },
    { word: t('qrPng'), path: `/l/${code}/qr.png`, as: `${name}.png` },
    { word: t('qrSvg'), path: `/l/${code}/qr.svg`, as: `${name}.svg` },
  ]
  return (
    <div className="sharer-files">
      <div
        className="sharer-qr"
        role="img"
        aria-label={t('qrOf', { name })}
        style={{ backgroundImage: `url(/l/${code}/qr.svg)` }}
      />
      <div>
        <code data-testid="sharer-link-url">{urlOf(code)}</code>
        {files.map(({ word, path, as }) => (
          <a key={path} className="bound-side" href={path} download={as}>
            <Download size={18} aria-hidden="true" />
            {word}
          </a>
        ))}
      </div>
    </div>
  )
}

function Text({ state, show, link }: MoreProps) {
  const said = useSaid()
  const { t } = said
  const [isCopied, setCopied] = useState<boolean | null>(null)
  const url = urlOf(link.code)
  const messenger = t(MESSENGER_WORDS[link.messenger ?? 'other'])
  const words = pasteOf(said, { show, shop: state.shop, url, messenger: link.messenger })
  const opener = openerOf(link.messenger, words, url)
  const copied = isCopied === null ? t('copyText') : t(isCopied ? 'copied' : 'notCopied')
  return (
    <div className="sharer-text">
      <b>{t('pasteFor', { messenger })}</b>
      <p data-testid="sharer-text">{words}</p>
      <button className="bound-side" onClick={() => void copyText(words).then(setCopied)}>
        <Copy size={18} aria-hidden="true" />
        {copied}
      </button>
      {opener !== null && (
        <a className="bound-side" href={opener} target="_blank" rel="noreferrer">
          <ExternalLink size={18} aria-hidden="true" />
          {t('openIn', { messenger })}
        </a>
      )}
    </div>
  )
}
