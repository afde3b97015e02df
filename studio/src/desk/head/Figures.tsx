// The figures of the show: people, units and money, as the ledger knows them.
import { formatCount, formatMoney } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'

export function Figures() {
  const { say, locale } = useWords()
  const { room, desk } = useDesk()
  const { held, paid, soldMinor, needsYou } = desk.totals
  const count = (value: number) => formatCount(value, locale)

  return (
    <dl className="figures">
      <Figure id="watching" word={say('figure.watching')} value={count(room.viewers)} />
      <Figure id="held" word={say('figure.held')} value={count(held)} />
      <Figure id="paid" word={say('figure.paid')} value={count(paid)} />
      <Figure id="sold" word={say('figure.sold')} value={formatMoney(soldMinor, room.show.currency, locale)} />
      {needsYou > 0 && <Figure id="needs-you" word={say('figure.needsYou')} value={count(needsYou)} />}
    </dl>
  )
}

function Figure({ id, word, value }: { readonly id: string; readonly word: string; readonly value: string }) {
  return (
    <div className={`figure ${id}`}>
      <dd data-testid={`figure-${id}`}>{value}</dd>
      <dt>{word}</dt>
    </div>
  )
}
