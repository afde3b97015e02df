// A red packet on the page where anyone checks it: what was promised, what each place held, and the calculation in the reader's browser.
import type { PacketProof, PublishedPacket } from '@lantern/shared/contract/published.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useEffect, useState } from 'react'
import { CheckSteps, Verdict } from './CheckSteps.tsx'
import type { Step } from './checkProof.ts'
import { checkPacket } from './checkPacket.ts'
import { Download, Fact, SealFacts } from './Facts.tsx'
import { useSaid } from './words.ts'

export function PacketPage({ published }: { readonly published: PublishedPacket }) {
  const { t, count, locale } = useSaid()
  const { proof, show, shopName, own } = published
  const title = t('packetTitle')
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className="check" data-testid="check" data-state={proof.state}>
      <header>
        <p className="check-kind">{title}</p>
        <h1>{proof.title ?? t('packet')}</h1>
        <p>
          {shopName} ·{' '}
          <a href={`/s/${encodeURIComponent(show.id)}`}>
            {show.title[locale] ?? show.title.en ?? Object.values(show.title)[0] ?? ''}
          </a>
        </p>
        <p className="check-state" role="status" data-testid="check-state">
          {t(stateWord(proof))}
        </p>
      </header>
      {own && (
        <p className="check-own" data-testid="check-own">
          {t('yourEntry', { id: own.entryId, n: count(own.no) })}
        </p>
      )}
      <Places published={published} />
      <CheckPacketHere proof={proof} />
      <PacketFacts proof={proof} />
      <section className="check-how">
        <h2>{t('how')}</h2>
        <p>{t(proof.how === 'fixed' ? 'packetHowFixed' : 'packetHow')}</p>
        <p className="check-quiet">{t('packetLimits')}</p>
      </section>
    </main>
  )
}

function stateWord({ state, seal }: PacketProof) {
  if (state === 'cancelled') return 'packetCancelled'
  return seal.seed === null ? 'packetOpen' : 'packetOver'
}

function Places({ published: { proof, own } }: { readonly published: PublishedPacket }) {
  const { t, locale } = useSaid()
  const { amounts, entries, currency } = proof
  if (amounts.length === 0) return null
  return (
    <section className="check-winners">
      <h2>{t('packetPlaces')}</h2>
      <ol data-testid="check-places">
        {amounts.map((minor, nth) => (
          <li key={entries[nth]} data-own={own?.no === nth + 1}>
            <span title={t('place', { n: nth + 1 })}>{nth + 1}</span>
            <b>{formatMoney(minor, currency, locale)}</b>
            <code>{entries[nth]}</code>
            {own?.no === nth + 1 && <small>{t('yours')}</small>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function CheckPacketHere({ proof }: { readonly proof: PacketProof }) {
  const { t } = useSaid()
  const [steps, setSteps] = useState<readonly Step[] | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [isUnable, setIsUnable] = useState(false)
  if (proof.seal.seed === null) return null

  async function check() {
    setIsBusy(true)
    const found = await checkPacket(proof).catch(() => null)
    setSteps(found)
    setIsUnable(found === null)
    setIsBusy(false)
  }
  return (
    <section className="check-here">
      <h2>{t('checkHere')}</h2>
      <p className="check-quiet">{t('checkHereNote')}</p>
      <button className="check-act main" disabled={isBusy} onClick={() => void check()} data-testid="check-now">
        {t(isBusy ? 'checking' : 'checkNow')}
      </button>
      <CheckSteps steps={steps ?? []} />
      {isUnable && <p role="alert">{t('checkUnable')}</p>}
      {steps !== null && <Verdict steps={steps} good="packetGood" wrong="packetNotGood" />}
    </section>
  )
}

function PacketFacts({ proof }: { readonly proof: PacketProof }) {
  const { t, count, locale } = useSaid()
  const { places, totalMinor, leastMinor, currency, how } = proof
  return (
    <section>
      <dl className="check-facts">
        <Fact name={t('packetTotal')}>{formatMoney(totalMinor, currency, locale)}</Fact>
        <Fact name={t('packetPlacesSet')}>{count(places)}</Fact>
        {how === 'lucky' && <Fact name={t('packetLeast')}>{formatMoney(leastMinor, currency, locale)}</Fact>}
        <Fact name={t('packetOpened')}>{count(proof.count)}</Fact>
        <SealFacts proof={proof} commitmentNote={t('packetCommitmentNote')} seedSecret={t('packetSeedSecret')} />
      </dl>
      <Download proof={proof} name="packet" />
    </section>
  )
}
