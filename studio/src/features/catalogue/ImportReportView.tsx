// What an import changes.
import type { ImportReport } from '@lantern/shared/contract/shop.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'

export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { say, locale } = useWords()
  const { added, repriced, vanished, skipped, doubted, withoutPicture, unchanged, currency } = report
  const counts = { added: added.length, repriced: repriced.length, vanished: vanished.length, unchanged }
  return (
    <section className="shop-report" data-testid="import-report">
      <p>{say('shop.counts', counts)}</p>
      <ul>
        {repriced.map(({ sku, product, fromMinor, toMinor }) => (
          <li key={sku}>
            {product} <span className="quiet">{sku}</span> {formatMoney(fromMinor, currency, locale)} →{' '}
            {formatMoney(toMinor, currency, locale)}
          </li>
        ))}
        {vanished.map(({ sku, product }) => (
          <li key={sku}>{say('shop.vanished', { sku, product })}</li>
        ))}
        {skipped.map(({ product, why }, i) => (
          <li key={`${i} ${product}`}>{say('file.skipped', { product, why: say(`file.why.${why}`) })}</li>
        ))}
        {doubted.map(({ product, why, got }, i) => (
          <li key={`${i} ${product}`}>{say(`file.doubt.${why}`, { product, got })}</li>
        ))}
        {withoutPicture.map((product, i) => (
          <li key={`${i} ${product}`}>{say('shop.withoutPicture', { product })}</li>
        ))}
      </ul>
    </section>
  )
}
