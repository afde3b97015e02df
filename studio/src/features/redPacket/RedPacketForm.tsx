// The form of a red packet: ready to be opened as it is, so that a sum and a tap are enough while talking.
import { formatMoney } from '@lantern/shared/ui/money.ts'
import type { SumProblem } from '@lantern/shared/features/redPacket/sums.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { ConditionFields } from '../../plays/ConditionFields.tsx'
import { LengthChips } from '../../plays/LengthChips.tsx'
import type { FormProps } from '../../plays/play.tsx'
import { ProductFields } from '../../plays/ProductFields.tsx'
import { WhenFields } from '../../plays/WhenFields.tsx'
import { PlayForm } from '../../plays/PlayForm.tsx'
import { useWords, type WordKey } from '../../words.ts'
import { Chips, TypedField } from './fields.tsx'
import { DAYS, type RedPacketDraft, type RedPacketProblems, type RedPacketTerms, toTyped } from './redPacketForm.ts'
import { type Cheapest, useRedPacketDraft } from './useRedPacketDraft.ts'

export function RedPacketForm({ onMade }: FormProps) {
  const { say } = useWords()
  const { room } = useDesk()
  const cheapest = room.offers.toSorted((a, b) => a.priceMinor - b.priceMinor)[0]
  if (cheapest === undefined) return <p className="empty">{say('redPacket.noCurrency')}</p>
  return <Fields cheapest={cheapest} onMade={onMade} />
}

interface FieldsProps extends FormProps {
  readonly cheapest: Cheapest
}

function Fields({ cheapest, onMade }: FieldsProps) {
  const { say } = useWords()
  const { draft, problems, terms, when, change, make } = useRedPacketDraft(cheapest, onMade)
  const { currency } = cheapest
  return (
    <PlayForm
      kind="redPacket"
      notCarried="COUPON_NOT_CARRIED"
      label={say('redPacket.tab')}
      isComplete={terms !== null && when.problem === null}
      waits={when.waitsFor !== null}
      onMake={(start) => void make(start)}
    >
      <SumFields currency={currency} draft={draft} problems={problems} onChange={change} />
      <SumLine
        currency={currency}
        problem={problems.sum}
        terms={terms}
        onTake={(minor) => change({ total: toTyped(minor, currency) })}
      />
      <Chips
        label={say('redPacket.days')}
        options={DAYS.map((count) => ({ value: count, name: say('redPacket.nDays', { count }) }))}
        value={draft.days}
        onChange={(days) => change({ days })}
      />
      <ProductFields kind="redPacket" productIds={draft.productIds} onChange={(productIds) => change({ productIds })} />
      <WhenFields
        kind="redPacket"
        value={draft.when}
        problem={when.problem}
        onChange={(chosen) => change({ when: chosen })}
      />
      <LengthChips value={draft.lengthMs} onChange={(lengthMs) => change({ lengthMs })} />
      <TypedField
        name="greeting"
        label={say('redPacket.greeting')}
        value={draft.greeting}
        problem={problems.greeting}
        onChange={(greeting) => change({ greeting })}
      />
      <WhoFields draft={draft} problems={problems} onChange={change} />
    </PlayForm>
  )
}

interface PartProps {
  readonly draft: RedPacketDraft
  readonly problems: RedPacketProblems
  readonly onChange: (part: Partial<RedPacketDraft>) => void
}

/** Who may open it, how often, and what none of that prevents. */
function WhoFields({ draft, problems, onChange }: PartProps) {
  const { say } = useWords()
  return (
    <>
      <TypedField
        name="perMonth"
        label={say('redPacket.perMonth')}
        value={draft.perMonth}
        problem={problems.perMonth}
        onChange={(perMonth) => onChange({ perMonth })}
      />
      <ConditionFields draft={draft.who} lengthMs={draft.lengthMs} onChange={(who) => onChange({ who })} />
      <small className="quiet">{say('redPacket.noProof')}</small>
    </>
  )
}

interface SumFieldsProps extends PartProps {
  readonly currency: string
}

/** How many, how much in all, and from which purchase on. */
function SumFields({ currency, draft, problems, onChange }: SumFieldsProps) {
  const { say } = useWords()
  const field = (name: 'places' | 'total' | 'least' | 'from', word: WordKey) => ({
    name,
    label: say(word),
    value: draft[name],
    problem: name === 'places' || name === 'total' ? problems[name] : null,
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <>
      <Chips
        label={say('redPacket.how')}
        options={[
          { value: 'lucky', name: say('redPacket.byLuck') },
          { value: 'fixed', name: say('redPacket.fixed') },
        ]}
        value={draft.how}
        onChange={(how) => onChange({ how })}
      />
      <div className="packet-fields">
        <TypedField {...field('places', 'redPacket.count')} />
        <TypedField {...field('total', 'redPacket.total')} hint={currency} />
        {draft.how === 'lucky' && <TypedField {...field('least', 'redPacket.least')} hint={currency} />}
        <TypedField {...field('from', 'redPacket.from')} hint={currency} />
      </div>
    </>
  )
}

interface SumLineProps {
  readonly currency: string
  readonly problem: SumProblem | null
  readonly terms: RedPacketTerms | null
  readonly onTake: (minor: number) => void
}

/** What each gets, or why it cannot be dealt out and what could be. */
function SumLine({ currency, problem, terms, onTake }: SumLineProps) {
  const { say, locale } = useWords()
  const money = (minor: number) => formatMoney(minor, currency, locale)
  if (problem === null) {
    if (terms === null) return null
    const mean = money(Math.round(terms.totalMinor / terms.places))
    const each = say('redPacket.eachGets', { amount: mean })
    const lucky = say('redPacket.onAverage', { least: money(terms.leastMinor), mean })
    return <small className="quiet">{terms.how === 'fixed' ? each : lucky}</small>
  }
  const offers =
    problem.is === 'small'
      ? [problem.neededMinor]
      : [problem.belowMinor, problem.aboveMinor].filter((one) => one !== null)
  return (
    <p className="packet-problem" role="alert" data-testid="redPacket-problem">
      {problem.is === 'small'
        ? say('redPacket.small', { amount: money(problem.neededMinor) })
        : say('redPacket.uneven')}{' '}
      {offers.map((minor) => (
        <button key={minor} type="button" className="chip" onClick={() => onTake(minor)}>
          {say('redPacket.take', { amount: money(minor) })}
        </button>
      ))}
    </p>
  )
}
