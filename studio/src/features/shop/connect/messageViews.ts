// Messages of the shop in words: what each is about, what became of it and why.
import type { ShopMessage } from '@lantern/shared/contract/connections.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import type { Speaking } from './stepViews.ts'
import type { DecideView, MessageView } from './view.ts'

export function messageView(message: ShopMessage, by: Speaking): MessageView {
  const { id, at, type, state, reason, times, arrivalId } = message
  const said = saidOf(message, by)
  return {
    id,
    at,
    type: type ?? '?',
    about: aboutOf(message, by),
    state,
    said: times > 1 ? `${said} · ${by.say('refused.times', { count: times })}` : said,
    advice: reason === null ? '' : by.say(`refused.${reason}.do`),
    arrivalId,
    decide: decideOf(message, said, by),
  }
}

function decideOf({ decide, order, byMinor, currency }: ShopMessage, said: string, by: Speaking): DecideView | null {
  if (decide === undefined) return null
  const more = byMinor !== null && byMinor > 0 && currency !== null ? { byMinor, currency } : null
  return {
    target: decide,
    question: by.say('msg.decide.ask', { order: order ?? decide.orderId, said }),
    part: more && {
      label: by.say('msg.decide.part', { money: formatMoney(more.byMinor, more.currency, by.locale) }),
      backMinor: more.byMinor,
    },
  }
}

function aboutOf({ order, amountMinor, currency, sku }: ShopMessage, { locale }: Speaking): string {
  const money = amountMinor === null || currency === null ? null : formatMoney(amountMinor, currency, locale)
  return [order, money, sku].filter((part) => part !== null).join(' · ')
}

function saidOf(message: ShopMessage, by: Speaking): string {
  const { why, reason, byMinor, currency, note, state } = message
  if (state === 'waiting') return by.say('msg.why.waiting')
  if (why === 'refused') return reason === null ? by.say('msg.refused') : by.say(`refused.${reason}`)
  if (why === 'payment_differs' && byMinor !== null && currency !== null) {
    const money = formatMoney(Math.abs(byMinor), currency, by.locale)
    return by.say(byMinor < 0 ? 'msg.why.less' : 'msg.why.more', { money })
  }
  if (why === 'done') return doneOf(message, by)
  return by.say(`msg.why.${why}`, { note: note ?? '' })
}

function doneOf({ type, buyer }: ShopMessage, { say }: Speaking): string {
  if (buyer === null) return say('msg.why.done')
  if (type?.endsWith('refunded') === true) return say('msg.done.refunded', { buyer })
  if (type?.endsWith('cancelled') === true) return say('msg.done.cancelled', { buyer })
  return type?.endsWith('paid') === true ? say('msg.done.paid', { buyer }) : say('msg.done.of', { buyer })
}
