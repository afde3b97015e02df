// Where anyone checks the amounts: by its sealed hash while it can be opened, and calculated again once its secret number is published.
import { shortHash } from '@lantern/shared/activities/shortHash.ts'
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { useCheckHref } from '../../plays/useCheckHref.ts'
import type { PacketWords } from './say.ts'

interface CheckLinkProps {
  readonly one: RedPacket
  readonly words: PacketWords
}

export function CheckLink({ one, words: { t } }: CheckLinkProps) {
  const href = useCheckHref(one)
  if (one.seal === null || one.state !== 'settled') return null
  return (
    <a href={href} target="_blank" rel="noopener" data-testid="redPacket-check">
      {t('redPacket.check')}
    </a>
  )
}

/** That nobody can choose the amounts any more, and the hash that shows it later. */
export function SealLine({ one, words: { t } }: CheckLinkProps) {
  const href = useCheckHref(one)
  if (one.seal === null) return null
  const hash = shortHash(one.seal.commitment)
  return (
    <span>
      {t('redPacket.sealed')}{' '}
      <a
        href={href}
        target="_blank"
        rel="noopener"
        aria-label={t('redPacket.hashLeads', { hash })}
        data-testid="redPacket-hash"
      >
        {hash}
      </a>
    </span>
  )
}
