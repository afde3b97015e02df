// What is new at the shop, seen before it is taken over: the owner takes or leaves it product by product.
import type { CatalogueChanges, RefreshProblem } from '@lantern/shared/contract/catalogue.ts'
import type { ShopStatus } from '@lantern/shared/contract/shop.ts'
import { formatCount } from '@lantern/shared/ui/money.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { RefusalNote } from '../../../problems/RefusalNote.tsx'
import { useRefusalWords } from '../../../refusalWords.ts'
import { useWords } from '../../../words.ts'
import { goToFile } from '../fileField.ts'
import { AgreeCurrency } from './AgreeCurrency.tsx'
import { ChangeRow } from './ChangeRow.tsx'
import { type Chosen, stillThere, toggled } from './chosen.ts'
import { ofThisShop } from './ofThisShop.ts'
import { useChanges } from './useChanges.ts'
import './changes.css'

interface SectionProps {
  readonly status: ShopStatus | null
}

export function ChangesSection({ status }: SectionProps) {
  if (status === null) return null
  return status.answers.readsCatalogue ? <Changes /> : <ByFile />
}

/** What was found at another shop before is nothing of this one. */
function ByFile() {
  const { say } = useWords()
  const isNewer = useChanges().pages.data?.pages[0]?.isNewer ?? false
  return (
    <section className="changes" data-testid="changes">
      <header>
        <h2>{say('changes.title')}</h2>
      </header>
      <p>{say('changes.byFile')}</p>
      {isNewer && <p className="needs-you">{say('changes.isNewer')}</p>}
      <p className="shop-act">
        <button className="btn" data-testid="changes-file" onClick={goToFile}>
          <FileUp size={16} aria-hidden="true" />
          {say('changes.toFile')}
        </button>
      </p>
    </section>
  )
}

function Changes() {
  const changes = useChanges()
  const [chosen, setChosen] = useState<Chosen>(new Set())
  const read = changes.pages.data?.pages ?? []
  const [raw] = read
  if (raw === undefined) return null
  const first = ofThisShop(raw)

  const listed = read.flatMap((page) => page.changes)
  const keys = stillThere(
    chosen,
    listed.map(({ key }) => key),
  )
  return (
    <section className="changes" data-testid="changes" aria-busy={changes.pages.isFetching}>
      <Head first={first} />
      {listed.length > 0 && (
        <ul>
          {listed.map((change) => (
            <ChangeRow
              key={change.key}
              change={change}
              currency={first.currency ?? first.shopCurrency ?? 'XXX'}
              isChosen={chosen.has(change.key)}
              onToggle={() => setChosen(toggled(chosen, change.key))}
            />
          ))}
        </ul>
      )}
      <Acts changes={changes} total={first.total} keys={keys} onDone={() => setChosen(new Set())} />
    </section>
  )
}

interface ActsProps {
  readonly changes: ReturnType<typeof useChanges>
  readonly total: number
  readonly keys: readonly string[]
  readonly onDone: () => void
}

function Acts({ changes: { pages, take, leave }, total, keys, onDone }: ActsProps) {
  const { say } = useWords()
  const isBusy = take.isPending || leave.isPending || (pages.data?.pages[0]?.taking ?? null) !== null
  const count = keys.length
  const onSuccess = { onSuccess: onDone }
  return (
    <p className="shop-act">
      {pages.hasNextPage && (
        <button className="btn" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {say('changes.next')}
        </button>
      )}
      {total > 0 && count === 0 && (
        <button
          className="btn"
          data-testid="changes-take-all"
          disabled={isBusy}
          onClick={() => take.mutate('all', onSuccess)}
        >
          {say('changes.takeAll', { count: total })}
        </button>
      )}
      {count > 0 && (
        <>
          <button
            className="btn main"
            data-testid="changes-take"
            disabled={isBusy}
            onClick={() => take.mutate([...keys], onSuccess)}
          >
            {say('changes.take', { count })}
          </button>
          <button
            className="btn"
            data-testid="changes-leave"
            disabled={isBusy}
            onClick={() => leave.mutate([...keys], onSuccess)}
          >
            {say('changes.leave', { count })}
          </button>
        </>
      )}
      <RefusalNote error={take.error ?? leave.error} />
    </p>
  )
}

function Head({ first }: { readonly first: CatalogueChanges }) {
  const { say, locale } = useWords()
  const { readAt, isNewer, problem, total, taking } = first
  return (
    <>
      <header>
        <h2>{say('changes.title')}</h2>
        {readAt !== null && (
          <small className="quiet">{say('changes.readAt', { time: formatMoment(readAt, locale) })}</small>
        )}
        {total > 0 && <b>{say('changes.total', { count: total })}</b>}
      </header>
      {problem && <Problem of={first} problem={problem} />}
      {taking && (
        <p role="status" data-testid="changes-taking">
          {say('changes.taking', { done: formatCount(taking.done, locale), total: formatCount(taking.total, locale) })}
        </p>
      )}
      {isNewer && <p className="quiet">{say('changes.isNewer')}</p>}
      {total === 0 && !problem && <p className="quiet">{say(readAt === null ? 'changes.never' : 'changes.none')}</p>}
    </>
  )
}

interface ProblemProps {
  readonly of: CatalogueChanges
  readonly problem: RefreshProblem
}

function Problem({ of: { currency, shopCurrency }, problem: { code, why } }: ProblemProps) {
  const { say } = useWords()
  const refusalText = useRefusalWords()
  if (code !== 'CURRENCY_CHANGED')
    return <p className="needs-you">{say('changes.problem', { why: why === '' ? refusalText(code) : why })}</p>
  const [shop, here] = [shopCurrency ?? '?', currency ?? '?']
  return (
    <>
      <p className="needs-you">{say('changes.currency', { shop, here })}</p>
      {shopCurrency !== null && <AgreeCurrency shop={shop} here={here} />}
    </>
  )
}
