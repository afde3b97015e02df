/** The frame around every page of Willow & Clay, and how it writes money and time. */
import { html } from './html.ts'
import type { Html } from './html.ts'
import { placesOf } from './minorUnits.ts'
import { WORDS } from './words.ts'
import type { Locale } from './words.ts'

export interface Page {
  locale: Locale
  title: string
  kind: 'checkout' | 'thanks' | 'notice' | 'shelf' | 'desk'
  body: Html
}

export function money(amountMinor: number, currency: string, locale: Locale): string {
  const places = placesOf(currency)
  const amount = amountMinor / 10 ** places
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : places,
    maximumFractionDigits: places,
  }).format(amount)
}

/** Written in UTC; the page's script puts it into the reader's own time. */
export function moment(at: number, locale: Locale): Html {
  const text = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
    hourCycle: 'h23',
  }).format(at)
  return html`<time datetime="${new Date(at).toISOString()}" data-clock>${text}</time>`
}

export function renderPage({ locale, title, kind, body }: Page): string {
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#fbf7ef" />
        <title>${title} · Willow &amp; Clay</title>
        <link rel="icon" href="/brand.svg" />
        <link rel="stylesheet" href="/shop.css" />
        <link rel="stylesheet" href="/parts.css" />
        <link rel="stylesheet" href="/desk.css" />
        <script src="/page.js" defer></script>
      </head>
      <body class="${kind}">
        <header class="brand">
          <a href="/"><img src="/brand.svg" alt="" width="44" height="44" />Willow &amp; Clay</a>
          <p>${WORDS[locale].tagline}</p>
        </header>
        ${body}
        <footer class="foot">${WORDS[locale].noMoney}</footer>
      </body>
    </html>`
  return page.html
}
