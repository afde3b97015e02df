// What a red packet shows beside its envelope: something to open, what was in it, or that all of it is gone.
import { createId } from '@lantern/shared/client/ids.ts'
import type { RedPacket } from '@lantern/shared/features/redPacket/contract.ts'
import { amountIn, isSpent } from '@lantern/shared/features/redPacket/look.ts'
import { useState } from 'react'
import { useScene } from '../../session.ts'
import { Conditions } from '../../plays/Conditions.tsx'
import { missingIn } from '../../plays/missing.ts'
import { ActButton, PlayFine } from '../../plays/parts.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { useAct } from '../../plays/useAct.ts'
import { CheckLink, SealLine } from './CheckLink.tsx'
import { Envelope } from './Envelope.tsx'
import { Pips } from './Pips.tsx'
import { contentOf, goneOf, leftOf, luckiestOf, placesOf, termsOf } from './say.ts'

type Body = BodyProps<RedPacket>

export function RedPacketBody(props: Body) {
  const [isLate, setIsLate] = useState(false)
  const [isTapped, setIsTapped] = useState(false)
  const amount = amountIn(props.entry)
  if (amount !== null) return <Got {...props} amount={amount} isTapped={isTapped} />
  if (isLate || isSpent(props.one)) return <Gone {...props} />
  return <ToOpen {...props} onTapped={() => setIsTapped(true)} onLate={() => setIsLate(true)} />
}

interface ToOpenProps extends Body {
  readonly onTapped: () => void
  /** Somebody was faster with the last one; the room says so a moment later. */
  readonly onLate: () => void
}

function ToOpen({ one, room, words, steps, mayEnter, onTapped, onLate }: ToOpenProps) {
  const { notices } = useScene().session
  const { busy, refusal, send } = useAct()

  async function open() {
    onTapped()
    const reply = await send('redPacket:open', { activityId: one.id, requestId: createId() })
    if (reply === null) return
    if (!reply.ok) return reply.code === 'ACTIVITY_FULL' ? onLate() : undefined
    const minor = amountIn(reply.value)
    if (minor === null) return
    const amount = words.money(minor, one.currency)
    notices.say(words.t('redPacket.sayGot', { amount, no: words.count(reply.value.no) }))
  }
  return (
    <>
      <div className="packet-row">
        <Envelope state="closed" />
        <div className="packet-what">
          <b>{one.greeting ?? placesOf(one, words)}</b>
          {steps === null ? <p>{whatIn(one, words)}</p> : <Conditions steps={steps} products={room.products} />}
          <Pips packet={one} label={leftOf(one, words)} />
        </div>
        <ActButton
          label={words.t('redPacket.open')}
          small={mayEnter ? words.t('redPacket.oneTap') : missingIn({ one, steps, words })}
          state={mayEnter ? 'go' : 'wait'}
          busy={busy}
          onTap={() => void open()}
          testId="redPacket-open"
        />
      </div>
      {refusal !== null && <PlayFine refused>{refusal}</PlayFine>}
      {refusal === null && <ToOpenFine one={one} words={words} />}
    </>
  )
}

/** How often one person may, and that nobody can choose the amounts any more. */
function ToOpenFine({ one, words }: Pick<Body, 'one' | 'words'>) {
  const { perMonth, seal } = one
  if (perMonth === null && seal === null) return null
  return (
    <PlayFine>
      <span className="packet-fine">
        {perMonth !== null && <span>{words.t('redPacket.mostOne', { n: words.count(perMonth) })}</span>}
        <SealLine one={one} words={words} />
      </span>
    </PlayFine>
  )
}

/** With how many there are, where the shop's own words stand above it. */
function whatIn(one: RedPacket, words: Body['words']): string {
  return one.greeting === null ? contentOf(one, words) : `${placesOf(one, words)} · ${contentOf(one, words)}`
}

/** More characters would not stand beside what the coupon is good for. */
const MOST_LARGE = 5

interface GotProps extends Body {
  readonly amount: number
  /** By this viewer on this page, just now: what was in it takes the focus of the button. */
  readonly isTapped: boolean
}

function Got({ one, words, amount, isTapped }: GotProps) {
  const spent = isSpent(one)
  const got = words.money(amount, one.currency)
  const given = words.money(one.givenMinor, one.currency)
  return (
    <>
      <div className="packet-row" data-open="true">
        <Envelope state="slip" />
        <div className="packet-what">
          <div className="packet-got" tabIndex={-1} ref={(node) => (isTapped ? node?.focus() : undefined)}>
            <b data-testid="redPacket-amount" data-long={got.length > MOST_LARGE}>
              {got}
            </b>
            <p>{termsOf(one, words)}</p>
          </div>
          <div className="packet-left">
            <Pips packet={one} label={leftOf(one, words)} />
            <small>{leftOf(one, words)}</small>
          </div>
        </div>
      </div>
      <PlayFine>
        <span className="packet-fine">
          <span>{luckiestOf(one, words, spent)}</span>
          <span>{words.t('redPacket.given', { given, total: words.money(one.totalMinor, one.currency) })}</span>
          <CheckLink one={one} words={words} />
        </span>
      </PlayFine>
    </>
  )
}

function Gone({ one, words }: Body) {
  const total = words.t('redPacket.inAll', { total: words.money(one.totalMinor, one.currency) })
  const isAllGone = one.state === 'open' || one.goneAt !== null
  return (
    <div className="packet-row" data-open="true">
      <Envelope state="empty" />
      <div className="packet-what">
        <b data-testid="redPacket-gone">{isAllGone ? goneOf(one, words) : leftOf(one, words)}</b>
        <p>
          {total} {luckiestOf(one, words, true)} <CheckLink one={one} words={words} />
        </p>
        <Pips packet={one} label={leftOf(one, words)} />
      </div>
    </div>
  )
}
