// What was promised and what became known, each as it can be looked up.
import { roundTime } from '@lantern/shared/activities/rounds.ts'
import type { ReactNode } from 'react'
import type { Published, PublishedPacket } from './proof.ts'
import { useSaid } from './words.ts'

type AnyProof = Published['proof'] | PublishedPacket['proof']

export function Facts({ published: { proof } }: { readonly published: Published }) {
  const { t, count } = useSaid()
  return (
    <section>
      <dl className="check-facts">
        <Fact name={t('prize')}>{proof.title}</Fact>
        <Fact name={t('winnersSet')}>{count(proof.winners)}</Fact>
        <Fact name={t('entries')}>{count(proof.count)}</Fact>
        <SealFacts proof={proof} commitmentNote={t('commitmentNote')} seedSecret={t('seedSecret')}>
          <Round seal={proof.seal} />
        </SealFacts>
      </dl>
      <Download proof={proof} name="draw" />
    </section>
  )
}

interface SealFactsProps {
  readonly proof: AnyProof
  /** Where the promise stood, and when its number is published. */
  readonly commitmentNote: string
  readonly seedSecret: string
  /** What else decides. */
  readonly children?: ReactNode
}

/** When it was open, what was sealed, and where its receipts end. */
export function SealFacts({ proof, commitmentNote, seedSecret, children }: SealFactsProps) {
  const { seal, openedAt, closedAt } = proof
  const { t, moment } = useSaid()
  return (
    <>
      {openedAt !== null && <Fact name={t('opened')}>{moment(openedAt)}</Fact>}
      {closedAt !== null && <Fact name={t('closed')}>{moment(closedAt)}</Fact>}
      <Fact name={t('commitment')} note={commitmentNote}>
        <code data-testid="check-commitment">{seal.commitment}</code>
      </Fact>
      <Fact name={t('seed')}>{seal.seed === null ? seedSecret : <code>{seal.seed}</code>}</Fact>
      {children}
      <Fact name={t('head')} note={t('headNote')}>
        <code>{seal.head}</code>
      </Fact>
    </>
  )
}

interface DownloadProps {
  readonly proof: AnyProof
  readonly name: 'draw' | 'packet'
}

export function Download({ proof, name }: DownloadProps) {
  const { t } = useSaid()
  return (
    <button className="check-act check-download" onClick={() => download(proof, name)} data-testid="check-download">
      {t('download')}
    </button>
  )
}

/** The proof alone: names, and who asked, are no part of it. */
function download(proof: AnyProof, name: DownloadProps['name']) {
  const href = URL.createObjectURL(new Blob([`${JSON.stringify(proof, null, 2)}\n`], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href, download: `${name}-${proof.activityId}.json` })
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), 1000)
}

interface FactProps {
  readonly name: string
  readonly note?: string
  readonly children: ReactNode
}

export function Fact({ name, note, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note && <small>{note}</small>}
      </dd>
    </div>
  )
}

function Round({ seal: { chain, round, randomness } }: { readonly seal: Published['proof']['seal'] }) {
  const { t, moment } = useSaid()
  if (round === null) return <Fact name={t('round')}>{t('noRound')}</Fact>
  return (
    <Fact name={t('round')}>
      <span>{t('roundOf', { n: round, time: moment(roundTime(round)) })}</span>
      {randomness === null ? <span>{t('roundNotYet')}</span> : <code>{randomness}</code>}
      <a href={`https://api.drand.sh/${chain ?? ''}/public/${round}`} target="_blank" rel="noopener noreferrer">
        {t('roundLook')}
      </a>
    </Fact>
  )
}
