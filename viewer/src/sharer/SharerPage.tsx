// The page of whoever shares: the show to pass on, what was earned, a link for each group, and what came of it.
import { NEEDS_PASS } from '../bound/ask.ts'
import { PassDoor, Plain } from '../bound/Doors.tsx'
import { Board } from './Board.tsx'
import { Came } from './Came.tsx'
import { Head } from './Head.tsx'
import { Leave } from './Leave.tsx'
import { Links } from './Links.tsx'
import { Money } from './Money.tsx'
import type { PartProps } from './partProps.ts'
import { ShowBox } from './ShowBox.tsx'
import { Statement } from './Statement.tsx'
import { useSharer } from './useSharer.ts'
import { useSaid } from './words.ts'

export function SharerPage({ code }: { readonly code: string }) {
  const { t } = useSaid()
  const sharer = useSharer(code)
  const { shut, state } = sharer
  if (shut === 'SHARER_PAGE_GONE') return <Plain head={t('gone')} words={t('goneWords')} />
  if (shut !== null && NEEDS_PASS.has(shut)) return <PassDoor onOpen={sharer.open} />
  if (state !== null) return <Loaded sharer={sharer} state={state} />
  if (sharer.hasLine && shut === null) return <Plain head={t('loading')} />
  return <Plain head={t('failed')} onAgain={() => void sharer.refresh()} />
}

function Loaded(props: PartProps) {
  const { t } = useSaid()
  const { state } = props
  return (
    <main className="sharer" data-testid="sharer" data-line={props.sharer.hasLine}>
      <Head {...props} />
      {state.isOver ? (
        <p className="bound-note">{t('over', { shop: state.shop })}</p>
      ) : state.terms.isOn ? (
        <ShowBox {...props} />
      ) : (
        <p className="bound-note">{t('off')}</p>
      )}
      <Money state={state} />
      <Links {...props} />
      <Came state={state} />
      <Statement {...props} />
      {state.hasBoard && <Board {...props} />}
      <Leave {...props} />
    </main>
  )
}
