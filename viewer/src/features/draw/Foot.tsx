// The foot of a draw's card: that it was sealed, and where anyone can check it.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { shortHash } from '@lantern/shared/activities/shortHash.ts'
import { ShieldCheck } from 'lucide-react'
import { PlayFine } from '../../plays/parts.tsx'
import { useCheckHref } from '../../plays/useCheckHref.ts'
import type { WordsInUse } from '../../useWords.ts'

interface FootProps {
  readonly one: Draw
  readonly words: Pick<WordsInUse, 't'>
}

/** `before`: what is to be said first. */
export function SealFine({ one, words: { t }, before }: FootProps & { readonly before?: string }) {
  const href = useCheckHref(one)
  const { seal } = one
  if (seal === null) return before === undefined ? null : <PlayFine>{before}</PlayFine>
  const short = shortHash(seal.commitment)
  return (
    <PlayFine>
      {before && <span className="draw-before">{before}</span>}
      <ShieldCheck size={14} aria-hidden="true" />
      <span>{t(seal.round === null ? 'draw.noBeacon' : 'draw.sealed')}</span>
      <a
        href={href}
        target="_blank"
        rel="noopener"
        aria-label={t('draw.hashLeads', { hash: short })}
        data-testid="draw-hash"
      >
        {short}
      </a>
    </PlayFine>
  )
}

export function CheckLink({ one, words: { t } }: FootProps) {
  const href = useCheckHref(one)
  if (one.seal === null) return null
  return (
    <a href={href} target="_blank" rel="noopener" data-testid="draw-check">
      {t('draw.check')}
    </a>
  )
}
