// What an import changes, a line each: prices and what is gone before what was left out.
import type { ImportReport } from '@lantern/shared/contract/shop.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import type { Say } from '../../words.ts'

interface Speaking {
  readonly say: Say
  readonly locale: Locale
}

export function reportLines(report: ImportReport, { say, locale }: Speaking): readonly string[] {
  const { repriced, vanished, skipped, doubted, withoutPicture, currency } = report
  const money = (minor: number) => formatMoney(minor, currency, locale)
  return [
    ...repriced.map(
      ({ sku, product, fromMinor, toMinor }) => `${product} ${sku} ${money(fromMinor)} → ${money(toMinor)}`,
    ),
    ...vanished.map(({ sku, product }) => say('shop.vanished', { sku, product })),
    ...skipped.map(({ product, why }) => say('file.skipped', { product, why: say(`file.why.${why}`) })),
    ...doubted.map(({ product, why, got }) => say(`file.doubt.${why}`, { product, got })),
    ...withoutPicture.map((product) => say('shop.withoutPicture', { product })),
  ]
}
