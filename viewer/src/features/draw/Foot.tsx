// The foot of a draw's card: that it was sealed before it opened, by the short hash.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { shortHash } from '@lantern/shared/features/draw/look.ts'
import { ShieldCheck } from 'lucide-react'
import { PlayFine } from '../../plays/parts.tsx'
import type { WordsInUse } from '../../useWords.ts'

interface FootProps {
  readonly one: Draw
  readonly words: Pick<WordsInUse, 't'>
}

/** `before`: what is to be said first. */
export function SealFine({ one, words: { t }, before }: FootProps & { readonly before?: string }) {
  const { seal } = one
  if (seal === null) return before === undefined ? null : <PlayFine>{before}</PlayFine>
  return (
    <PlayFine>
      {before && <span className="draw-before">{before}</span>}
      <ShieldCheck size={14} aria-hidden="true" />
      <span>{t(seal.round === null ? 'draw.noBeacon' : 'draw.sealed')}</span>
      <ShortHash one={one} />
    </PlayFine>
  )
}

/** The same one all along, to be compared by eye. */
export function ShortHash({ one: { seal } }: Pick<FootProps, 'one'>) {
  if (seal === null) return null
  return (
    <code title={seal.commitment} data-testid="draw-hash">
      {shortHash(seal.commitment)}
    </code>
  )
}
