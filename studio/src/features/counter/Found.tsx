// What a code stands for, whether it can be redeemed, and the tap that does it.
import { createId } from '@lantern/shared/client/ids.ts'
import type { Looked, StaffRedemption } from '@lantern/shared/contract/counter.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { formatMoney } from '@lantern/shared/contract/money.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useRefusalWords } from '../../refusalWords.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'

interface FoundProps {
  readonly looked: Looked
  readonly asked: { readonly code: string; readonly showId: ShowId | null; readonly place: string }
  readonly onNext: () => void
}

export function Found({ looked, asked, onNext }: FoundProps) {
  const { say, locale } = useWords()
  const queries = useQueryClient()
  // The same however often it is sent: it is redeemed once.
  const [id] = useState(() => createId())
  const redeem = useMutation({
    mutationFn: api.redeem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['redemptions'] }),
  })
  const { why, before } = looked
  const isDone = redeem.data !== undefined
  const isOpen = why === null && !isDone

  return (
    <article className="counter-found" data-testid="counter-found">
      {looked.kind === 'coupon' ? <Coupon looked={looked} /> : <Order looked={looked} />}
      <p className="quiet small">{say('counter.ofShow', { title: pickText(looked.show, locale) })}</p>
      <div role="status">
        {isDone ? (
          <p className="counter-done" data-testid="counter-done">
            {say('counter.done')}
          </p>
        ) : (
          <Against why={why} before={before} />
        )}
      </div>
      <Problem error={redeem.error} />
      {isOpen && asked.place === '' && <p className="problem">{say('counter.placeMissing')}</p>}
      <div className="row-end">
        <button className="btn" data-testid="counter-next" onClick={onNext}>
          {say(isOpen ? 'counter.cancel' : 'counter.next')}
        </button>
        {isOpen && (
          <button
            className="btn main"
            data-testid="counter-redeem"
            disabled={redeem.isPending || asked.place === ''}
            onClick={() => redeem.mutate({ ...asked, id })}
          >
            {say(looked.kind === 'coupon' ? 'counter.redeem' : 'counter.handOut')}
          </button>
        )}
      </div>
    </article>
  )
}

function Against({ why, before }: Pick<Looked, 'why' | 'before'>) {
  const refusal = useRefusalWords()
  if (why === null) return null
  return (
    <>
      <p className="problem">{refusal(why)}</p>
      {before !== null && <Before before={before} />}
    </>
  )
}

export function Before({ before }: { readonly before: StaffRedemption }) {
  const { say, locale } = useWords()
  const { at, place, by } = before
  const when = formatMoment(at, locale)
  return (
    <p data-testid="counter-before">
      {by === null ? say('counter.beforeNobody', { when, place }) : say('counter.before', { when, place, who: by })}
    </p>
  )
}

function Coupon({ looked: { title, terms, until } }: { readonly looked: Extract<Looked, { kind: 'coupon' }> }) {
  const { say, locale } = useWords()
  const { off, currency, fromMinor, productIds } = terms
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const said = 'minor' in off ? formatMoney(off.minor, currency, locale) : percent.format(off.percent / 100)
  const more = [
    ...(fromMinor > 0 ? [say('counter.from', { money: formatMoney(fromMinor, currency, locale) })] : []),
    ...(productIds !== null ? [say('counter.someGoods')] : []),
    ...(until !== null ? [say('counter.until', { when: formatMoment(until, locale) })] : []),
  ]
  return (
    <>
      <h2>{title === '' ? say('counter.coupon') : title}</h2>
      <p className="counter-worth">{say('counter.couponOff', { off: said })}</p>
      {more.length > 0 && <p>{more.join(' · ')}</p>}
    </>
  )
}

function Order({ looked }: { readonly looked: Extract<Looked, { kind: 'order' }> }) {
  const { say, locale } = useWords()
  const { name, orderId, lines, currency, totalMinor, backMinor } = looked
  const [money, back] = [totalMinor, backMinor].map((minor) => formatMoney(minor, currency, locale))
  return (
    <>
      <h2>{orderId === null ? say('counter.order') : say('counter.orderId', { id: orderId })}</h2>
      {name !== '' && <p>{name}</p>}
      <ul className="counter-lines">
        {lines.map(({ title, variant, quantity }, nth) => (
          <li key={nth}>
            <b>{quantity}×</b>{' '}
            {[title, variant]
              .map((text) => (text === null ? '' : pickText(text, locale)))
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
      <p>
        {backMinor > 0
          ? say('counter.partBack', { money: money ?? '', back: back ?? '' })
          : say('counter.paid', { money: money ?? '' })}
      </p>
    </>
  )
}
