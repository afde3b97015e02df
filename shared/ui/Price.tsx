// A price that rolls when it changes, with the price before struck through.
import { formatMoney } from './money.ts'

interface PriceProps {
  readonly minor: number
  readonly wasMinor: number | null
  readonly currency: string
  readonly locale: string
  /** Read out before the struck price: "before". */
  readonly wasLabel: string
  readonly testId?: string
}

export function Price({ minor, wasMinor, currency, locale, wasLabel, testId }: PriceProps) {
  const now = formatMoney(minor, currency, locale)
  return (
    <span className="price" data-long={now.length > 7}>
      <b className="price-now" key={minor} data-testid={testId}>
        {now}
      </b>
      {wasMinor !== null && (
        <s>
          <span className="sr-only">{wasLabel} </span>
          {formatMoney(wasMinor, currency, locale)}
        </s>
      )}
    </span>
  )
}
