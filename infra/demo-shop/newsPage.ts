/** The shopkeeper's page: orders that can be refunded, stock that can be told, and what the studio has said. */
import { z } from 'zod'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { money, moment, renderPage } from './layout.ts'
import type { News, Order } from './records.ts'
import { WORDS } from './words.ts'
import type { Locale } from './words.ts'

export interface NewsView {
  orders: readonly Order[]
  news: readonly News[]
  locale: Locale
}

const SHOWN = 50

function orderRow(order: Order, locale: Locale): Html {
  const words = WORDS[locale]
  return html`<li>
    <b>${order.orderId}</b> <span>${money(order.amountMinor, order.currency, locale)}</span> ${moment(order.at, locale)}
    ${
      order.refundedAt === null
        ? html`<form method="post" action="/desk/orders/${order.orderId}/refund">
            <button type="submit">${words.desk.refund}</button>
          </form>`
        : html`<em>${words.desk.refunded}</em>`
    }
  </li>`
}

/** Of a hold or an order: of whatever kind, for the studio may know more of them than this shop. */
const Adjusted = z.object({
  currency: z.string(),
  items: z.array(
    z.object({ sku: z.string(), adjustments: z.array(z.object({ kind: z.string(), amountMinor: z.number() })) }),
  ),
})

type Item = z.infer<typeof Adjusted>['items'][number]

function adjustmentRows({ sku, adjustments }: Item, currency: string, locale: Locale): Html[] {
  return adjustments.map(
    ({ kind, amountMinor }) => html`<small>${sku} · ${kind} −${money(amountMinor, currency, locale)}</small> `,
  )
}

function newsRow({ id, type, at, data }: News, locale: Locale): Html {
  const about = [data['holdId'], data['orderId'], data['showId']].find((text) => typeof text === 'string') ?? ''
  const takenOff = Adjusted.safeParse(data).data
  return html`<li data-webhook-id="${id}">
    <b>${type}</b> <span>${typeof about === 'string' ? about : ''}</span> ${moment(at, locale)}
    ${takenOff ? takenOff.items.flatMap((item) => adjustmentRows(item, takenOff.currency, locale)) : null}
  </li>`
}

export function renderNews({ orders, news, locale }: NewsView): string {
  const { desk } = WORDS[locale]
  const latest = <Row>(rows: readonly Row[]) => rows.slice(-SHOWN).reverse()
  const body = html`<main>
    <section class="goods">
      <h1>${desk.title}</h1>
      <h2>${desk.orders}</h2>
      <ul class="desk-rows">
        ${latest(orders).map((order) => orderRow(order, locale))}
      </ul>
      <h2>${desk.stock}</h2>
      <form class="desk-stock" method="post" action="/desk/stock">
        <label>${desk.sku} <input name="sku" required maxlength="200" /></label>
        <label>${desk.available} <input name="available" type="number" min="0" value="0" required /></label>
        <button type="submit">${desk.tell}</button>
      </form>
    </section>
    <aside class="till">
      <h2>${desk.news}</h2>
      ${news.length === 0 && html`<p>${desk.noNews}</p>`}
      <ul class="desk-rows">
        ${latest(news).map((one) => newsRow(one, locale))}
      </ul>
    </aside>
  </main>`
  return renderPage({ locale, title: desk.title, kind: 'desk', body })
}
