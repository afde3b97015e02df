// The text that goes with a link into a group, as each messenger shows it best, and the address that opens it there.
import type { Messenger } from '@lantern/shared/contract/groups.ts'
import type { SharerShow, SharerState } from '@lantern/shared/contract/sharerPage.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import type { SharerSaid } from './words.ts'

interface Pasted {
  readonly show: SharerShow
  readonly shop: string
  readonly url: string
  /** Null: wherever it goes. */
  readonly messenger: Messenger | null
}

const BY_PHASE = { scheduled: 'pasteSoon', live: 'pasteLive', ended: 'pasteOver' } as const

/** WhatsApp prints what stands between stars in bold; the others would show the stars. */
export function pasteOf({ t, text, time }: SharerSaid, { show, shop, url, messenger }: Pasted): string {
  const title = text(show.title)
  const shown = messenger === 'whatsapp' ? `*${title.replaceAll('*', '')}*` : title
  return t(BY_PHASE[show.phase], { title: shown, shop, url, when: time(show.startsAt) })
}

/** Null: it has no such address, and the text is pasted there. */
export function openerOf(messenger: Messenger | null, words: string, url: string): string | null {
  if (messenger === 'whatsapp') return `https://wa.me/?${new URLSearchParams({ text: words })}`
  if (messenger === 'line') return `https://line.me/R/share?${new URLSearchParams({ text: words })}`
  if (messenger !== 'telegram') return null
  // Telegram writes the address above the text by itself.
  return `https://t.me/share/url?${new URLSearchParams({ url, text: words.replace(url, '').replace(/[:：]\s*$/, '') })}`
}

export const urlOf = (code: string): string => new URL(`/l/${code}`, location.origin).href

/** A show may begin so late. */
const LATE_MS = 6 * 3_600_000

/** The show that is on, else the next one; of shows that never began, the latest. `shows`: the latest first. */
export function showNow({ shows, now }: Pick<SharerState, 'shows' | 'now'>): SharerShow | null {
  const open = shows.filter(({ isOpen }) => isOpen)
  const next = open.filter(({ startsAt }) => startsAt > now - LATE_MS).at(-1)
  return open.find(({ phase }) => phase === 'live') ?? next ?? open[0] ?? null
}

/** With the show's time as the phone's own clock has it. */
export function posterOf(code: string, locale: Locale): string {
  const tz = Intl.DateTimeFormat().resolvedOptions().timeZone
  return `/l/${code}/poster.jpg?${new URLSearchParams({ locale, tz })}`
}
