// The page of a group's leader: made, its link shown once, another phone let in, and void.
import type { Group } from '@lantern/shared/contract/groups.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useState } from 'react'
import { api } from '../../api.ts'
import { copyText } from '../../copyText.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { useChange } from './useChange.ts'

export function LeaderPage({ group: { id, leaderPage } }: { readonly group: Group }) {
  const { say, locale } = useWords()
  const make = useChange(api.makeLeaderPage)
  const end = useChange(api.voidLeaderPage)
  const pass = useChange(api.passLeaderPage)
  const has = leaderPage !== 'none'

  return (
    <section className="group-leader" aria-label={say('groups.page')}>
      <b>{say('groups.page')}</b>
      {has && <span className="quiet small">{say(leaderPage === 'new' ? 'groups.pageNew' : 'groups.pageBound')}</span>}
      {make.data && has && <OnceLink url={make.data.url} />}
      {pass.data && has && (
        <p data-testid="leader-pass" role="status">
          {say('groups.pass', { pass: pass.data.pass, at: formatMoment(pass.data.until, locale) })}
        </p>
      )}
      <div className="group-acts">
        {has ? (
          <Confirm
            testId="leader-again"
            label={say('groups.makeAnother')}
            question={say('groups.makeQuestion')}
            yes={say('groups.makeAnother')}
            onYes={() => make.mutate(id)}
          />
        ) : (
          <button className="btn" data-testid="leader-make" disabled={make.isPending} onClick={() => make.mutate(id)}>
            {say('groups.makePage')}
          </button>
        )}
        {leaderPage === 'bound' && (
          <button className="btn" data-testid="leader-let-in" onClick={() => pass.mutate(id)}>
            {say('groups.letIn')}
          </button>
        )}
        {has && (
          <Confirm
            testId="leader-void"
            label={say('groups.voidPage')}
            question={say('groups.voidQuestion')}
            yes={say('groups.voidPage')}
            onYes={() => end.mutate(id)}
          />
        )}
      </div>
      <Problem error={make.error ?? end.error ?? pass.error} />
    </section>
  )
}

function OnceLink({ url }: { readonly url: string }) {
  const { say } = useWords()
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="group-once">
      <p>{say('groups.pageOnce')}</p>
      <code data-testid="leader-url">{url}</code>
      <button className="btn" onClick={() => void copyText(url).then(setCopied)}>
        {say(isCopied ? 'groups.copied' : 'groups.copy')}
      </button>
    </div>
  )
}
