// The tree of an order: who brought its buyer, by which link and click, who brought that sharer, and what it brought whom.
import type { OrderTree } from '@lantern/shared/contract/sharerPage.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'

export function Tree() {
  const { say } = useWords()
  const [id, setId] = useState('')
  const find = useMutation({ mutationFn: api.orderTree })
  return (
    <section className="sharers-part" aria-label={say('sharers.tree')}>
      <h2>{say('sharers.tree')}</h2>
      <form
        className="sharers-fields"
        onSubmit={(event) => {
          event.preventDefault()
          find.mutate(id.trim())
        }}
      >
        <label className="field">
          <span>{say('sharers.treeId')}</span>
          <input maxLength={200} data-testid="tree-id" value={id} onChange={({ target }) => setId(target.value)} />
        </label>
        <button className="btn" data-testid="tree-look" disabled={id.trim() === '' || find.isPending}>
          {say('sharers.look')}
        </button>
      </form>
      <Problem error={find.error} />
      {find.data && <Found tree={find.data} />}
    </section>
  )
}

function Found({ tree }: { readonly tree: OrderTree }) {
  const { say, locale } = useWords()
  const { credit, lines } = tree
  const erased = say('commission.erased')
  const total = formatMoney(tree.totalMinor, tree.currency, locale)
  return (
    <div className="order-tree" data-testid="order-tree">
      <ol>
        <li>
          <b>{say('sharers.treeBuyer', { buyer: tree.buyer || erased, amount: total })}</b>
          <span className="quiet small">
            {`${pickText(tree.showTitle, locale)} · ${tree.orderId ?? say('sharers.noOrder')}`}
          </span>
        </li>
        {credit === null && <li>{say('sharers.nobody')}</li>}
        {credit !== null && (
          <li>
            <b>{say('sharers.broughtBy', { name: credit.sharer.name || erased })}</b>
            <Way credit={credit} />
          </li>
        )}
        {credit?.upper && (
          <li>
            <b>{say('sharers.upperBy', { name: credit.upper.name || erased })}</b>
          </li>
        )}
      </ol>
      {credit !== null && lines.length === 0 && <p className="empty">{say('sharers.noRows')}</p>}
      <ul className="order-rows">
        {lines.map((line, nth) => (
          <Row key={`${line.at} ${nth}`} line={line} />
        ))}
      </ul>
    </div>
  )
}

function Way({ credit: { by, link, linkName, rules, clicks } }: { readonly credit: NonNullable<OrderTree['credit']> }) {
  const { say, locale } = useWords()
  const parts = [
    say(by === 'click' ? 'sharers.byClick' : 'sharers.byOrder'),
    say('sharers.byLink', { name: linkName || link }),
    say('sharers.rules', { version: rules }),
  ]
  return (
    <>
      <span className="quiet small">{parts.join(' · ')}</span>
      {clicks.map(({ firstAt, lastAt, clicks: count }) => (
        <span key={firstAt} className="quiet small">
          {say('sharers.opened', { count, from: formatMoment(firstAt, locale), to: formatMoment(lastAt, locale) })}
        </span>
      ))}
      {clicks.length === 0 && <span className="quiet small">{say('sharers.notOpened')}</span>}
    </>
  )
}

function Row({ line }: { readonly line: OrderTree['lines'][number] }) {
  const { say, locale } = useWords()
  const money = (minor: number) => formatMoney(minor, line.currency, locale)
  const rate =
    line.rate.kind === 'percent'
      ? `${line.rate.hundredths / 100} %`
      : say('sharers.each', { money: money(line.rate.minor) })
  const why = { earned: 'sharers.earned', reversed: 'sharers.reversed', changed: 'sharers.changed' } as const
  return (
    <li>
      <span>
        {say('sharers.level', { level: line.level, name: line.sharer || say('commission.erased') })}
        <span className="quiet small">
          {`${formatMoment(line.at, locale)} · ${line.title === null ? '' : `${pickText(line.title, locale)} · `}${say(why[line.why], { rate, base: money(line.baseMinor) })}`}
        </span>
      </span>
      <strong>{money(line.amountMinor)}</strong>
    </li>
  )
}
