/** The checkout page: what is bought, at which held price, for how long, and the buttons. */
import { totalMinor } from './book.ts'
import type { Catalogue } from './catalogue.ts'
import { describeSku } from './catalogue.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { money, moment, renderPage } from './layout.ts'
import type { Checkout, LineItem, Order } from './records.ts'
import { WORDS } from './words.ts'
import type { Locale } from './words.ts'

export interface CheckoutView {
  catalogue: Catalogue
  checkout: Checkout
  order: Order | null
  locale: Locale
  now: number
}

type Sale = Pick<CheckoutView, 'catalogue' | 'locale'> & Pick<Checkout, 'currency' | 'items' | 'discountMinor'>

/** A struck shop price is shown only where it is higher and in the same currency. */
function shopPriceOf({ catalogue, locale, currency }: Sale, item: LineItem): number {
  const { priceMinor } = describeSku(catalogue, item.sku, locale)
  if (priceMinor === null || catalogue.currency !== currency) return item.unitPriceMinor
  return Math.max(priceMinor, item.unitPriceMinor)
}

function itemRow(sale: Sale, item: LineItem): Html {
  const { locale, currency } = sale
  const words = WORDS[locale]
  const article = describeSku(sale.catalogue, item.sku, locale)
  const shopPrice = shopPriceOf(sale, item)
  const isCheaper = shopPrice > item.unitPriceMinor
  const price = money(item.unitPriceMinor * item.quantity, currency, locale)
  return html`<li class="item">
    <img src="${article.picture}" alt="" width="96" height="96" />
    <div class="what">
      <h2>${article.title}</h2>
      <p>${article.variant && html`<b>${article.variant}</b> · `}${words.quantity(item.quantity)}</p>
      ${isCheaper && html`<p class="live">${words.livePrice}</p>`}
    </div>
    <p class="price">
      <strong>${price}</strong>
      ${isCheaper && html`<s aria-label="${words.shopPrice}">${money(shopPrice * item.quantity, currency, locale)}</s>`}
    </p>
  </li>`
}

export function itemList(sale: Sale): Html {
  return html`<ul class="items">
    ${sale.items.map((item) => itemRow(sale, item))}
  </ul>`
}

export function totals(sale: Sale): Html {
  const { items, discountMinor, currency, locale } = sale
  const words = WORDS[locale]
  const paid = totalMinor(sale)
  const before = items.reduce((sum, item) => sum + shopPriceOf(sale, item) * item.quantity, 0)
  const saved = before - paid - discountMinor
  return html`<dl class="sums">
    <div>
      <dt>${words.subtotal}</dt>
      <dd>${money(before, currency, locale)}</dd>
    </div>
    ${
      saved > 0 &&
      html`<div class="saved">
        <dt>${words.saved}</dt>
        <dd>−${money(saved, currency, locale)}</dd>
      </div>`
    }
    ${
      discountMinor > 0 &&
      html`<div class="saved">
        <dt>${words.discount}</dt>
        <dd>−${money(discountMinor, currency, locale)}</dd>
      </div>`
    }
    <div>
      <dt>${words.delivery}</dt>
      <dd>${words.deliveryFree}</dd>
    </div>
    <div class="total">
      <dt>${words.total}</dt>
      <dd>${money(paid, currency, locale)}</dd>
    </div>
  </dl>`
}

export function backLink(returnUrl: string | null, locale: Locale, look: 'button' | 'quiet'): Html {
  return html`${returnUrl && html`<a class="${look}" href="${returnUrl}">${WORDS[locale].back}</a>`}`
}

function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function banner({ checkout, order, locale, now }: CheckoutView): Html {
  const words = WORDS[locale]
  if (order) return html`<p class="banner paid">${words.alreadyPaid}</p>`
  if (checkout.cancelledAt !== null) {
    return html`<p class="banner over"><strong>${words.cancelled}</strong> ${words.cancelledNext}</p>`
  }
  const leftMs = checkout.expiresAt - now
  if (leftMs <= 0) return html`<p class="banner over"><strong>${words.ranOut}</strong> ${words.ranOutNext}</p>`
  const lengthMs = Math.max(checkout.expiresAt - checkout.openedAt, 1)
  return html`<div class="banner held">
    <p>${words.priceHeld} ${moment(checkout.expiresAt, locale)}</p>
    <p class="left"><span>${words.priceHeldFor}</span> <b data-left-ms="${leftMs}">${clockText(leftMs)}</b></p>
    <progress max="${lengthMs}" value="${leftMs}" aria-hidden="true"></progress>
  </div>`
}

function actions(view: CheckoutView): Html {
  const { checkout, order, locale, now } = view
  const words = WORDS[locale]
  const path = `/checkout/${checkout.id}`
  if (order) {
    return html`<div class="acts">
      <a class="button" href="/orders/${order.orderId}">${words.seeOrder}</a>
      ${backLink(checkout.returnUrl, locale, 'quiet')}
    </div>`
  }
  if (checkout.cancelledAt !== null || now >= checkout.expiresAt) {
    return html`<div class="acts">${backLink(checkout.returnUrl, locale, 'button')}</div>`
  }
  return html`<div class="acts">
    <form method="post" action="${path}/pay">
      <button class="button" type="submit">${words.pay(money(totalMinor(checkout), checkout.currency, locale))}</button>
    </form>
    <form method="post" action="${path}/cancel">
      <button class="quiet" type="submit">${checkout.returnUrl ? words.back : words.cancel}</button>
    </form>
  </div>`
}

function tools({ checkout, order, locale, now }: CheckoutView): Html {
  const words = WORDS[locale]
  const isOver = !order && (checkout.cancelledAt !== null || now >= checkout.expiresAt)
  return html`<details class="tools">
    <summary>${words.tools}</summary>
    <p>${words.toolsWhy}</p>
    <form method="post" action="/checkout/${checkout.id}/pay">
      ${isOver && html`<button type="submit" name="tool" value="late">${words.payLate}</button>`}
      <button type="submit" name="tool" value="twice">${words.payTwice}</button>
    </form>
  </details>`
}

export function renderCheckout(view: CheckoutView): string {
  const { catalogue, checkout, locale } = view
  const words = WORDS[locale]
  const sale = {
    catalogue,
    locale,
    currency: checkout.currency,
    items: checkout.items,
    discountMinor: checkout.discountMinor,
  }
  const body = html`<main>
    <section class="goods">
      <h1>${words.checkout}</h1>
      ${banner(view)} ${itemList(sale)}
    </section>
    <aside class="till">${totals(sale)} ${actions(view)} ${tools(view)}</aside>
  </main>`
  return renderPage({ locale, title: words.checkout, kind: 'checkout', body })
}
