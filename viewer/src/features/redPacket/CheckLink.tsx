// Where anyone calculates the amounts again, once the packet is over and its secret number is published.
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
