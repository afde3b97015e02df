// A sharer: what came of their links, what is due, and the page of their own that staff send them.
import type { SharerPages } from '@lantern/shared/contract/sharerPage.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { copyText } from '../../copyText.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'

type Sharer = SharerPages['sharers'][number]

interface SharerCardProps {
  readonly sharer: Sharer
  /** Only the owner sends pages, makes them void and lets phones in. */
  readonly isOwner: boolean
}

export function SharerCard({ sharer, isOwner }: SharerCardProps) {
  const { say, locale } = useWords()
  const { name, people, opens, orders, upper, overAt } = sharer
  const erased = say('commission.erased')
  const sums = sharer.money.map(({ currency, ...money }) => {
    const inWords = (minor: number) => formatMoney(minor, currency, locale)
    return say('commission.sums', {
      pending: inWords(money.pendingMinor),
      confirmed: inWords(money.confirmedMinor),
      paid: inWords(money.paidMinor),
    })
  })
  return (
    <li className="sharer-card">
      <div>
        <b>{name || erased}</b>
        {sharer.staffId !== null && <span className="chip">{say('sharers.staff')}</span>}
        {overAt !== null && <span className="chip">{say('commission.over')}</span>}
      </div>
      {upper !== null && <p className="quiet small">{say('commission.upperOf', { name: upper || erased })}</p>}
      <p>{say('commission.counts', { people, opens, orders })}</p>
      {sums.map((sum) => (
        <p key={sum}>{sum}</p>
      ))}
      {isOwner && sharer.page !== 'none' && <OwnPage sharer={sharer} />}
    </li>
  )
}

/** A change of a page: who shares is read again whatever came of it. */
function useChange<Value>(ask: (id: string) => Promise<Value>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: ask, onSettled: () => queries.invalidateQueries({ queryKey: ['sharers'] }) })
}

function OwnPage({ sharer: { id, name, page } }: { readonly sharer: Sharer }) {
  const { say, locale } = useWords()
  const find = useMutation({ mutationFn: api.sharerPage })
  const pass = useChange(api.passSharerPage)
  const end = useChange(async (of: string) => {
    await api.voidSharerPage(of)
    // What was shown before opens nothing any more.
    find.reset()
    pass.reset()
  })
  return (
    <section className="sharer-own" aria-label={say('sharers.page')}>
      <b>{say('sharers.page')}</b>
      <span className="quiet small">{say(page === 'new' ? 'sharers.pageNew' : 'sharers.pageBound')}</span>
      {find.data && <Address url={find.data.url} name={name} />}
      {pass.data && (
        <p role="status" data-testid="sharer-pass">
          {say('sharers.pass', { name, pass: pass.data.pass, at: formatMoment(pass.data.until, locale) })}
        </p>
      )}
      <div className="sharer-acts">
        {!find.data && (
          <button className="btn" data-testid="sharer-page" onClick={() => find.mutate(id)}>
            {say('sharers.showPage')}
          </button>
        )}
        {page === 'bound' && (
          <button className="btn" data-testid="sharer-let-in" onClick={() => pass.mutate(id)}>
            {say('sharers.letIn')}
          </button>
        )}
        <Confirm
          testId="sharer-void"
          label={say('sharers.voidPage')}
          question={say('sharers.voidQuestion', { name })}
          yes={say('sharers.voidPage')}
          onYes={() => end.mutate(id)}
        />
      </div>
      <Problem error={find.error ?? pass.error ?? end.error} />
    </section>
  )
}

function Address({ url, name }: { readonly url: string; readonly name: string }) {
  const { say } = useWords()
  const [isCopied, setCopied] = useState<boolean | null>(null)
  const copied = isCopied === null ? say('sharers.copy') : say(isCopied ? 'sharers.copied' : 'sharers.notCopied')
  return (
    <div className="sharer-address">
      <p>{say('sharers.sendAlone', { name })}</p>
      <code data-testid="sharer-url">{url}</code>
      <button className="btn" onClick={() => void copyText(url).then(setCopied)}>
        {copied}
      </button>
    </div>
  )
}
