// Who shares: what came of it, what is due to them, what looks odd, and the ways to mark a payout and to end it.
import { createId } from '@lantern/shared/client/ids.ts'
import type { CommissionMoney, StaffSharer } from '@lantern/shared/contract/commission.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'
import { Asked } from './Asked.tsx'

const ASK_EVERY_MS = 5_000

export function SharerList() {
  const { say } = useWords()
  const { client, status } = useDesk()
  const list = useQuery({
    queryKey: ['sharers:list', client.showId],
    queryFn: async () => {
      const reply = await client.send('sharers:list', {})
      if (!reply.ok) throw new Error(reply.code)
      return reply.value.sharers
    },
    refetchInterval: ASK_EVERY_MS,
    retry: false,
    enabled: status === 'joined',
  })
  const reread = () => void list.refetch()
  return (
    <section aria-label={say('commission.list')}>
      <h2>{say('commission.list')}</h2>
      {list.isError && <p className="problem">{say('commission.failed')}</p>}
      {list.data?.length === 0 && <p className="empty">{say('commission.none')}</p>}
      <ul className="rows" data-testid="sharer-list">
        {list.data?.map((sharer) => (
          <Row key={sharer.id} sharer={sharer} onDone={reread} />
        ))}
      </ul>
      {(list.data?.length ?? 0) > 0 && <p className="sharers-fine">{say('commission.counted')}</p>}
    </section>
  )
}

interface RowProps {
  readonly sharer: StaffSharer
  readonly onDone: () => void
}

function Row({ sharer, onDone }: RowProps) {
  const { say } = useWords()
  const { people, opens, orders, upper, overAt } = sharer
  const name = sharer.name === '' ? say('commission.erased') : sharer.name
  return (
    <li className="sharer-row" data-testid={`sharer-${sharer.name}`}>
      <b>{name}</b>
      {overAt !== null && <span className="chip">{say('commission.over')}</span>}
      {upper !== null && (
        <small>{say('commission.upperOf', { name: upper === '' ? say('commission.erased') : upper })}</small>
      )}
      <p>{say('commission.counts', { people, opens, orders })}</p>
      <Signs sharer={sharer} />
      {sharer.money.map((money) => (
        // Another sum is another payout: what was asked of the old one is not answered with the new.
        <Sum key={keyOf(money)} sharer={sharer} name={name} money={money} onDone={onDone} />
      ))}
      {overAt === null && <End sharer={sharer} name={name} onDone={onDone} />}
    </li>
  )
}

const keyOf = ({ currency, confirmedMinor, paidMinor }: CommissionMoney) => `${currency} ${confirmedMinor} ${paidMinor}`

/** Once in a while a device opens a link again: from here on it is said. */
const MANY_OPENS = 20

function Signs({ sharer: { ownOpens, mostOfOne, lateBack } }: Pick<RowProps, 'sharer'>) {
  const { say } = useWords()
  const signs = [
    ownOpens > 0 ? say('commission.signOwn', { n: ownOpens }) : null,
    mostOfOne >= MANY_OPENS ? say('commission.signOne', { n: mostOfOne }) : null,
    lateBack > 0 ? say('commission.signBack', { n: lateBack }) : null,
  ].flatMap((sign) => sign ?? [])
  return signs.length === 0 ? null : (
    <p className="sharer-signs" data-testid="sharer-signs">
      {signs.join(' · ')}
    </p>
  )
}

interface SumProps extends RowProps {
  readonly name: string
  readonly money: CommissionMoney
}

function Sum({ sharer, name, money, onDone }: SumProps) {
  const { say, locale } = useWords()
  const { send, may } = useDesk()
  // The same as long as the sum is: asked again it is no second payout.
  const [payoutId] = useState(createId)
  const { currency, confirmedMinor } = money
  const inWords = (minor: number) => formatMoney(minor, currency, locale)
  const sums = {
    pending: inWords(money.pendingMinor),
    confirmed: inWords(confirmedMinor),
    paid: inWords(money.paidMinor),
  }
  const amount = sums.confirmed
  const pay = async () => {
    await send('sharer:pay', { id: sharer.id, payoutId, currency, amountMinor: confirmedMinor })
    onDone()
  }
  return (
    <div className="sharer-sum">
      <p data-testid="sharer-sums">{say('commission.sums', sums)}</p>
      {confirmedMinor > 0 && may('sharer:pay') && (
        <Asked
          testId="sharer-pay"
          word={say('commission.pay', { amount })}
          question={say('commission.payQuestion', { amount, name })}
          yes={say('commission.payYes')}
          onYes={pay}
        />
      )}
    </div>
  )
}

function End({ sharer, name, onDone }: RowProps & { readonly name: string }) {
  const { say } = useWords()
  const { send, may } = useDesk()
  if (!may('sharer:end')) return null
  const end = async () => {
    await send('sharer:end', { id: sharer.id })
    onDone()
  }
  const asked = { word: say('commission.end'), question: say('commission.endQuestion', { name }) }
  return <Asked testId="sharer-end" {...asked} yes={say('commission.endYes')} onYes={end} />
}
