// One variant: what is shared of it and what each show has, and the form that says so anew.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { SharedVariant } from '@lantern/shared/features/sharedStock/contract.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatCount } from '@lantern/shared/ui/money.ts'
import { type FormEvent, useState } from 'react'
import { readWhole } from '../../desk/parts/readWhole.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useRefusalWords } from '../../refusalWords.ts'
import { useWords } from '../../words.ts'
import { ShowPick } from './ShowPick.tsx'

interface VariantShareProps {
  readonly variant: SharedVariant
  /** There are several of the product. */
  readonly isNamed: boolean
  readonly readAgain: () => Promise<void>
}

const UNITS = { least: 1, most: 1_000_000 }
const BLOCK = 20

export function VariantShare({ variant, isNamed, readAgain }: VariantShareProps) {
  const { say, locale } = useWords()
  const { may } = useDesk()
  const [news, setNews] = useState('')
  const name = pickText(variant.variantTitle, locale) || variant.sku

  return (
    <div className="shared-variant" data-testid={`shared-${variant.variantId}`}>
      <p className="shared-sum" data-testid={`shared-sum-${variant.variantId}`}>
        {isNamed && <b>{name}</b>} <Sum variant={variant} />
      </p>
      {may('stock:share') ? (
        // What was typed is about the stock that was seen.
        <ShareForm
          key={variant.stock?.revision ?? 0}
          variant={variant}
          readAgain={readAgain}
          news={news}
          onNews={setNews}
        />
      ) : (
        <ShowPick variant={variant} picked={new Set()} label={say('sharedStock.shows')} onPick={null} />
      )}
    </div>
  )
}

function Sum({ variant: { stock, shows } }: Pick<VariantShareProps, 'variant'>) {
  const { say, locale } = useWords()
  if (stock === null) return <span>{say('sharedStock.own')}</span>
  const sum = (read: (show: SharedVariant['shows'][number]) => number) =>
    shows.filter(({ isIn }) => isIn).reduce((total, show) => total + read(show), 0)
  const paid = sum((show) => show.paid)
  const numbers = { units: stock.units, paid, held: sum((show) => show.taken) - paid, common: stock.free }
  const shown = Object.fromEntries(Object.entries(numbers).map(([key, units]) => [key, formatCount(units, locale)]))
  return <span>{say('sharedStock.sum', shown)}</span>
}

function startOf({ stock, shows }: SharedVariant) {
  const own = shows.reduce((sum, show) => sum + show.allotted, 0)
  const isPicked = stock === null ? () => true : (show: SharedVariant['shows'][number]) => show.isIn
  return {
    units: String(stock?.units ?? own),
    block: String(stock?.block ?? BLOCK),
    picked: new Set<ShowId>(shows.filter(isPicked).map(({ showId }) => showId)),
  }
}

interface ShareFormProps extends Omit<VariantShareProps, 'isNamed'> {
  /** What came of it last. */
  readonly news: string
  readonly onNews: (news: string) => void
}

function useShareForm({ variant, readAgain, onNews: setNews }: ShareFormProps) {
  const { say } = useWords()
  const { client } = useDesk()
  const refusalText = useRefusalWords()
  const seen = { variantId: variant.variantId, revision: variant.stock?.revision ?? 0 }

  async function share(typed: ReturnType<typeof startOf>): Promise<void> {
    const units = readWhole(typed.units, UNITS)
    const block = readWhole(typed.block, UNITS)
    if (units === null || block === null) return setNews(say('sharedStock.wrongUnits'))
    if (typed.picked.size === 0) return setNews(say('sharedStock.pickShow'))
    const reply = await client.send('stock:share', { ...seen, units, block, showIds: [...typed.picked] })
    setNews(reply.ok ? say('sharedStock.saved') : refusalText(reply.code, reply))
    await readAgain()
  }
  async function stop(): Promise<void> {
    const reply = await client.send('stock:unshare', seen)
    setNews(reply.ok ? say('sharedStock.stopped') : refusalText(reply.code, reply))
    await readAgain()
  }
  return { share, stop }
}

function ShareForm(props: ShareFormProps) {
  const { variant, news } = props
  const { say } = useWords()
  const [typed, setTyped] = useState(() => startOf(variant))
  const { share, stop } = useShareForm(props)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void share(typed)
  }
  const field = (name: 'units' | 'block') => (
    <label className="shared-field">
      {say(`sharedStock.${name}`)}
      <input
        inputMode="numeric"
        value={typed[name]}
        data-testid={`shared-${name}`}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
      />
    </label>
  )
  const pick = (showId: ShowId, isIn: boolean) => {
    const picked = new Set(typed.picked)
    if (isIn) picked.add(showId)
    else picked.delete(showId)
    setTyped({ ...typed, picked })
  }

  return (
    <form className="shared-form" onSubmit={submit}>
      <div className="shared-fields">
        {field('units')}
        {field('block')}
      </div>
      <ShowPick variant={variant} picked={typed.picked} label={say('sharedStock.shows')} onPick={pick} />
      <p className="shared-acts">
        <button type="submit" className="btn main" data-testid="shared-save">
          {say('sharedStock.save')}
        </button>
        {variant.stock !== null && (
          <button type="button" className="btn" data-testid="shared-stop" onClick={() => void stop()}>
            {say('sharedStock.stop')}
          </button>
        )}
        <span role="status">{news}</span>
      </p>
    </form>
  )
}
