/** The thank-you page, the pages that say what went wrong, and the shelf at the front door. */
import type { Catalogue } from './catalogue.ts'
import { backLink, itemList, totals } from './checkoutPage.ts'
import { html, type Html } from './html.ts'
import { money, moment, renderPage } from './layout.ts'
import type { Order } from './records.ts'
import { WORDS } from './words.ts'
import type { Locale, Notice } from './words.ts'

export interface ThanksView {
  catalogue: Catalogue
  order: Order
  returnUrl: string | null
  locale: Locale
}

export function renderThanks({ catalogue, order, returnUrl, locale }: ThanksView): string {
  const words = WORDS[locale]
  const { currency, items, discountMinor } = order
  const sale = { catalogue, locale, currency, items, discountMinor }
  const body = html`<main>
    <section class="goods">
      <img class="seal" src="/paid.svg" alt="" width="88" height="88" />
      <h1>${words.thanks}</h1>
      <p class="lead">${words.thanksNext}</p>
      <dl class="facts">
        <div>
          <dt>${words.order}</dt>
          <dd data-order-id>${order.orderId}</dd>
        </div>
        <div>
          <dt>${words.paidAt}</dt>
          <dd>${moment(order.at, locale)}</dd>
        </div>
        ${order.pickup === null ? '' : pickupFact(order.pickup, words.pickup)}
      </dl>
      <div class="acts">${backLink(returnUrl, locale, 'button')}</div>
    </section>
    <aside class="till">${itemList(sale)} ${totals(sale)}</aside>
  </main>`
  return renderPage({ locale, title: `${words.order} ${order.orderId}`, kind: 'thanks', body })
}

function pickupFact({ name, address, hours, note }: NonNullable<Order['pickup']>, label: string): Html {
  const place = [name, address, hours, note].filter((part) => part !== null && part !== '').join(', ')
  return html`<div>
    <dt>${label}</dt>
    <dd data-pickup>${place}</dd>
  </div>`
}

export interface NoticeView {
  notice: Notice
  returnUrl: string | null
  locale: Locale
}

export function renderNotice({ notice, returnUrl, locale }: NoticeView): string {
  const { title, next } = WORDS[locale].notices[notice]
  const body = html`<main>
    <section class="goods">
      <img class="seal" src="/brand.svg" alt="" width="88" height="88" />
      <h1>${title}</h1>
      <p class="lead">${next}</p>
      <div class="acts">${backLink(returnUrl, locale, 'button')}</div>
    </section>
  </main>`
  return renderPage({ locale, title, kind: 'notice', body })
}

export function renderShelf(catalogue: Catalogue, locale: Locale): string {
  const words = WORDS[locale]
  const cards = catalogue.products.map(({ title, picture, variants }) => {
    const price = money(Math.min(...variants.map((variant) => variant.priceMinor)), catalogue.currency, locale)
    return html`<li>
      <img src="/pictures/${picture}" alt="" width="480" height="480" loading="lazy" />
      <h2>${title[locale]}</h2>
      <p>${price}</p>
    </li>`
  })
  const body = html`<main>
    <ul class="wares">
      ${cards}
    </ul>
  </main>`
  return renderPage({ locale, title: words.tagline, kind: 'shelf', body })
}
