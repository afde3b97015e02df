// A link: its name, what came of it, its address to copy; opened, its code and poster, and the way to void it.
import type { Link, LinkNumbers } from '@lantern/shared/features/links/contract.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { Check, ChevronDown, ChevronUp, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyText } from '../../copyText.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { LinkMore } from './LinkMore.tsx'

interface LinkRowProps {
  readonly link: Link
  /** Undefined: not read yet. */
  readonly numbers: LinkNumbers | undefined
  readonly address: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

export function LinkRow({ link, numbers, address, isOpen, onToggle }: LinkRowProps) {
  const { say } = useWords()
  const isVoided = link.voidedAt !== null
  const hasMore = !isVoided || (numbers?.previews ?? 0) > 0
  const Chevron = isOpen ? ChevronUp : ChevronDown

  return (
    <li data-testid={`link-${link.code}`} data-state={isVoided ? 'voided' : 'counts'} className="link-row">
      <div className="link-name">
        <b>{link.name}</b>
        {isVoided && <span className="chip">{say('links.voided')}</span>}
        {numbers && <Sum numbers={numbers} />}
      </div>
      {hasMore && (
        <button
          className="icon-btn"
          aria-expanded={isOpen}
          aria-label={say('links.more', { name: link.name })}
          data-testid="link-more"
          onClick={onToggle}
        >
          <Chevron size={18} aria-hidden="true" />
        </button>
      )}
      {!isVoided && <CopyButtons name={link.name} address={address} />}
      {isOpen && hasMore && <LinkMore link={link} numbers={numbers} />}
    </li>
  )
}

function Sum({ numbers }: { readonly numbers: LinkNumbers }) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const { people, opens, holds, orders, paidMinor } = numbers
  const amount = formatMoney(paidMinor, room.show.currency, locale)
  const sold = orders === 0 ? say('links.noOrders') : say('links.orders', { count: orders, amount })
  const parts = [
    say('links.people', { count: people }),
    say('links.opens', { count: opens }),
    say('links.held', { count: holds }),
    sold,
  ]
  return <p data-testid="link-sum">{parts.join(' · ')}</p>
}

/** What a group reads: when it is, that it is now, or where it was. */
function usePasted(url: string): string {
  const { say, locale } = useWords()
  const { show } = useDesk().room
  const fill = { title: pickText(show.title, locale), shop: show.shopName, url }
  if (show.phase === 'scheduled') return say('links.pasteSoon', { ...fill, when: formatMoment(show.startsAt, locale) })
  return say(show.phase === 'live' ? 'links.pasteLive' : 'links.pasteOver', fill)
}

function CopyButtons({ name, address }: { readonly name: string; readonly address: string }) {
  const { say } = useWords()
  const text = usePasted(address)

  return (
    <div className="link-copies">
      <code data-testid="link-address">{address.replace(/^https?:\/\//, '')}</code>
      <CopyButton name={name} text={address} word={say('links.copy')} testId="link-copy" />
      <CopyButton name={name} text={text} word={say('links.text')} testId="link-copy-text" />
    </div>
  )
}

interface CopyButtonProps {
  /** Of the link. */
  readonly name: string
  readonly text: string
  readonly word: string
  readonly testId: string
}

/** For so long it says what came of a tap. */
const SAID_MS = 2000

function CopyButton({ name, text, word, testId }: CopyButtonProps) {
  const { say } = useWords()
  const [isCopied, setCopied] = useState<boolean | null>(null)
  useEffect(() => {
    if (isCopied === null) return
    const timer = setTimeout(() => setCopied(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const Icon = isCopied ? Check : Copy
  const said = isCopied === null ? word : say(isCopied ? 'links.copied' : 'links.notCopied')
  return (
    <button
      className="btn"
      data-testid={testId}
      aria-label={`${said}: ${name}`}
      onClick={() => void copyText(text).then(setCopied)}
    >
      <Icon size={16} aria-hidden="true" />
      {said}
    </button>
  )
}
