// The show to pass on now: its poster, what it brings, and the phone's own share menu.
import type { CommissionRate } from '@lantern/shared/contract/sharing.ts'
import { Share } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '../copyText.ts'
import { pasteOf, posterOf, showNow, urlOf } from './paste.ts'
import type { PartProps } from './partProps.ts'
import { useUndone } from './useUndone.ts'
import { rateIn, useSaid } from './words.ts'

export function ShowBox({ sharer, state }: PartProps) {
  const said = useSaid()
  const { t, text, time } = said
  const [told, setTold] = useState('')
  const undone = useUndone()
  const show = showNow(state)
  if (show === null) return <p className="bound-box bound-empty">{t('noShow')}</p>
  const known = state.links.find(({ showId, name, overAt }) => showId === show.id && name === null && overAt === null)
  /** Made when it is first wanted. */
  const code = async () => {
    if (known !== undefined) return known.code
    const made = await sharer.make({ showId: show.id, name: null, messenger: null })
    undone.say(made.undone)
    return made.code
  }
  const share = async () => {
    const own = await code()
    if (own === null) return
    const words = pasteOf(said, { show, shop: state.shop, url: urlOf(own), messenger: null })
    // Closing the phone's menu rejects, too: nothing has gone wrong then.
    if ('share' in navigator) return navigator.share({ text: words }).catch(() => undefined)
    setTold((await copyText(words)) ? t('copied') : t('notCopied'))
  }
  return (
    <section className="bound-box sharer-show" aria-labelledby="sharer-show">
      {known && sharer.hasLine && <Poster code={known.code} />}
      <div>
        <span className="sharer-tag" data-live={show.phase === 'live'}>
          {show.phase === 'live' ? t('live') : time(show.startsAt)}
        </span>
        <h2 id="sharer-show">{text(show.title)}</h2>
        <Terms state={state} />
        <button
          className="bound-main"
          data-testid="share-show"
          disabled={known === undefined && !sharer.hasLine}
          onClick={() => void share()}
        >
          <Share size={20} aria-hidden="true" />
          {t('share')}
        </button>
        <p className="bound-sub" role="status">
          {undone.words ?? told}
        </p>
      </div>
    </section>
  )
}

function Poster({ code }: { readonly code: string }) {
  const { t, locale } = useSaid()
  const style = { backgroundImage: `url(${posterOf(code, locale)})` }
  return <div className="sharer-poster" role="img" aria-label={t('poster')} style={style} />
}

const isSomething = (rate: CommissionRate) => (rate.kind === 'percent' ? rate.hundredths : rate.minor) > 0

/** What is promised, as the shop has set it; rates of single shows and products may differ, and stand with each row earned. */
function Terms({ state }: Pick<PartProps, 'state'>) {
  const said = useSaid()
  const { rates, clickDays } = state.terms
  const currency = state.money[0]?.currency ?? ''
  // An amount a piece is one in some currency: while nothing was earned, none is known.
  const isSaid = (rate: CommissionRate) => rate.kind === 'percent' || currency !== ''
  if (!isSaid(rates.own)) return null
  return (
    <p className="bound-sub">
      {said.t('terms', { rate: rateIn(said, rates.own, currency), days: clickDays })}
      {isSomething(rates.upper) &&
        isSaid(rates.upper) &&
        ` ${said.t('second', { rate: rateIn(said, rates.upper, currency) })}`}
    </p>
  )
}
