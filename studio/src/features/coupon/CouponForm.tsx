// The form of a coupon: how much, from what sum, for what, how many and until when.
import { MOST_TITLE } from '@lantern/shared/features/coupon/contract.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useId } from 'react'
import { ConditionFields } from '../../plays/ConditionFields.tsx'
import { LengthChips } from '../../plays/LengthChips.tsx'
import type { FormProps } from '../../plays/play.tsx'
import { PlayForm } from '../../plays/PlayForm.tsx'
import { useWords, type WordKey } from '../../words.ts'
import { Choice, type Option } from './Choice.tsx'
import { type CouponField, GOOD_FOR } from './couponForm.ts'
import { ProductFields } from '../../plays/ProductFields.tsx'
import { useCouponDraft } from './useCouponDraft.ts'

const LENGTHS_MS = [300_000, 600_000, 1_800_000, null] as const
const KINDS: readonly Option<'amount' | 'percent'>[] = [
  { value: 'amount', word: 'coupon.amount' },
  { value: 'percent', word: 'coupon.percent' },
]
const GOOD = GOOD_FOR.map((value) => ({ value, word: `coupon.${value}` as const }))
const GIVEN: readonly Option<'claim' | 'paid'>[] = [
  { value: 'claim', word: 'coupon.byClaim' },
  { value: 'paid', word: 'coupon.byPayment' },
]

type Draft = ReturnType<typeof useCouponDraft>

export function CouponForm({ onMade }: FormProps) {
  const { say } = useWords()
  const made = useCouponDraft(onMade)
  const { draft, asked, change, make } = made
  return (
    <PlayForm
      kind="coupon"
      notCarried="COUPON_NOT_CARRIED"
      label={say('coupon.new')}
      isComplete={asked !== null}
      onMake={(start) => void make(start)}
    >
      <Choice name="kind" label="coupon.off" options={KINDS} value={draft.kind} onChange={(kind) => change({ kind })} />
      <div className="coupon-fields">
        <Field made={made} name="off" label={draft.kind === 'amount' ? 'coupon.amount' : 'coupon.percent'} />
        <Field made={made} name="from" label="coupon.from" hint="coupon.noLeast" />
        <Field made={made} name="count" label="coupon.count" />
      </div>
      <Field made={made} name="title" label="coupon.words" />
      <ProductFields kind="coupon" productIds={draft.productIds} onChange={(productIds) => change({ productIds })} />
      <Choice
        name="good"
        label="coupon.until"
        options={GOOD}
        value={draft.good}
        onChange={(good) => change({ good })}
      />
      <Choice
        name="given"
        label="coupon.givenBy"
        options={GIVEN}
        value={draft.given}
        onChange={(given) => change({ given })}
      />
      <LengthChips lengths={LENGTHS_MS} value={draft.lengthMs} onChange={(lengthMs) => change({ lengthMs })} />
      {draft.given === 'paid' ? (
        <small className="quiet">{say('coupon.byPaymentNote')}</small>
      ) : (
        <ConditionFields draft={draft.who} lengthMs={draft.lengthMs} onChange={(who) => change({ who })} />
      )}
      <Costs made={made} />
    </PlayForm>
  )
}

interface FieldProps {
  readonly made: Draft
  readonly name: CouponField
  readonly label: WordKey
  readonly hint?: WordKey
}

function Field({ made: { draft, problems, change }, name, label, hint }: FieldProps) {
  const { say } = useWords()
  const id = useId()
  const problem = problems[name]
  const note = problem ?? hint
  return (
    <label className="field" data-wrong={problem !== null}>
      <span>{say(label)}</span>
      <input
        data-testid={`coupon-${name}`}
        inputMode={name === 'title' ? 'text' : 'decimal'}
        maxLength={name === 'title' ? MOST_TITLE : 13}
        value={draft[name]}
        aria-invalid={problem !== null}
        aria-describedby={id}
        onChange={(event) => change({ [name]: event.target.value })}
      />
      <small id={id}>{note && say(note)}</small>
    </label>
  )
}

/** What the shop gives away at most, before it does. */
function Costs({ made: { costsMinor, isWhole, currency } }: { readonly made: Draft }) {
  const { say, locale } = useWords()
  if (costsMinor === null) return null
  return (
    <small className="quiet" data-testid="coupon-costs">
      {say('coupon.costs', { money: formatMoney(costsMinor, currency, locale) })}{' '}
      {isWhole && say('coupon.moreThanOrder')}
    </small>
  )
}
