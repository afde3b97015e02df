// A link for each group, show by show, with what came of it.
import type { SharerLink } from '@lantern/shared/contract/sharerPage.ts'
import { Check, ChevronDown, ChevronUp, Copy, Plus } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '../copyText.ts'
import { LinkMore } from './LinkMore.tsx'
import { MESSENGER_WORDS, NewLink } from './NewLink.tsx'
import { urlOf } from './paste.ts'
import type { LinkProps, PartProps } from './partProps.ts'
import { useSaid } from './words.ts'

export function Links(props: PartProps) {
  const { t } = useSaid()
  const { sharer, state } = props
  const [isMaking, setMaking] = useState(false)
  const mayMake = !state.isOver && state.terms.isOn && state.shows.some(({ isOpen }) => isOpen)
  const shows = state.shows.filter(({ id }) => state.links.some(({ showId }) => showId === id))
  return (
    <section className="bound-box sharer-box" aria-labelledby="sharer-links">
      <h2 id="sharer-links">
        {t('links')} <small>{t('oneEach')}</small>
      </h2>
      {state.links.length === 0 && <p className="bound-sub sharer-end">{t('noLinks')}</p>}
      {shows.map((show) => (
        <ShowLinks key={show.id} {...props} show={show} isTitled={shows.length > 1} />
      ))}
      {isMaking && <NewLink {...props} onDone={() => setMaking(false)} />}
      {mayMake && !isMaking && (
        <button
          className="bound-side sharer-new"
          data-testid="new-link"
          disabled={!sharer.hasLine}
          onClick={() => setMaking(true)}
        >
          <Plus size={18} aria-hidden="true" />
          {t('newLink')}
        </button>
      )}
    </section>
  )
}

interface ShowLinksProps extends PartProps {
  readonly show: PartProps['state']['shows'][number]
  readonly isTitled: boolean
}

function ShowLinks({ show, isTitled, ...props }: ShowLinksProps) {
  const { text, day } = useSaid()
  const links = props.state.links.filter(({ showId }) => showId === show.id)
  return (
    <>
      {isTitled && <h3 className="bound-sub">{`${text(show.title)}, ${day(show.startsAt)}`}</h3>}
      <ul data-testid="sharer-links">
        {links.map((link) => (
          <LinkRow key={link.code} {...props} show={show} link={link} />
        ))}
      </ul>
    </>
  )
}

export const useLinkName = () => {
  const { t } = useSaid()
  return ({ name }: SharerLink) => (name === null || name === '' ? t('ownLink') : name)
}

function LinkRow(props: LinkProps) {
  const { t, count } = useSaid()
  const { link } = props
  const name = useLinkName()(link)
  const [isOpen, setOpen] = useState(false)
  const [isCopied, setCopied] = useState<boolean | null>(null)
  const isOver = link.overAt !== null
  const about = [
    link.messenger === null ? null : t(MESSENGER_WORDS[link.messenger]),
    isOver ? t('voided') : null,
    count('opens', link.opens),
    link.orders === 0 ? t('noOrders') : count('orders', link.orders),
  ]
  const Chevron = isOpen ? ChevronUp : ChevronDown
  const Done = isCopied === true ? Check : Copy
  return (
    <li className="sharer-link" data-over={isOver} data-testid="sharer-link">
      <div>
        <b>{name}</b>
        <span className="bound-sub">{about.filter((part) => part !== null).join(' · ')}</span>
      </div>
      {!isOver && (
        <button
          className="sharer-icon"
          aria-label={isCopied === true ? t('copied') : t('copyLink', { name })}
          onClick={() => void copyText(urlOf(link.code)).then(setCopied)}
        >
          <Done size={20} aria-hidden="true" />
        </button>
      )}
      {!isOver && (
        <button
          className="sharer-icon"
          aria-expanded={isOpen}
          aria-label={t('more', { name })}
          data-testid="link-more"
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={20} aria-hidden="true" />
        </button>
      )}
      {isCopied === false && <p className="bound-sub sharer-wide">{t('notCopied')}</p>}
      {isOpen && !isOver && <LinkMore {...props} name={name} />}
    </li>
  )
}
