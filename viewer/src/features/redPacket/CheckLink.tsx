// Where anyone checks the amounts: by its sealed hash while it runs, and calculated again once its secret number is published.
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
  if (one.seal === null) return null
  if (one.state !== 'settled') return <HashLink href={href} hash={shortHash(one.seal.commitment)} t={t} />
  return (
    <a href={href} target="_blank" rel="noopener" data-testid="redPacket-check">
      {t('redPacket.check')}
    </a>
  )
}

interface HashLinkProps extends Pick<PacketWords, 't'> {
  readonly href: string
  readonly hash: string
}

function HashLink({ href, hash, t }: HashLinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      aria-label={t('redPacket.hashLeads', { hash })}
      data-testid="redPacket-hash"
    >
      {hash}
    </a>
  )
}
