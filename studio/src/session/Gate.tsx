// Shows its pages to staff who are logged in; everyone else meets the login at the same address and comes back to it.
import type { Me } from '@lantern/shared/contract/http.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, needsLogin, RefusalError } from '../api.ts'
import { useRefusalWords } from '../refusalWords.ts'
import { useWords } from '../words.ts'
import { LoginPage } from './LoginPage.tsx'
import { Lantern } from './Lantern.tsx'
import { ME } from './me.ts'

export function Gate({ children }: { readonly children: (me: Me) => ReactNode }) {
  const me = useQuery({ queryKey: ME, queryFn: api.me, staleTime: 60_000 })
  if (needsLogin(me.error)) return <LoginPage wasHere={me.data !== undefined || isSessionOver(me.error)} />
  if (me.data) return children(me.data)

  return <Waiting problem={me.error} retry={() => void me.refetch()} />
}

function Waiting({ problem, retry }: { readonly problem: unknown; readonly retry: () => void }) {
  const { say } = useWords()
  const refusalText = useRefusalWords()

  return (
    <main className="doorway" aria-busy={!problem}>
      <Lantern />
      {problem ? (
        <>
          <p role="alert">{refusalText(problem instanceof RefusalError ? problem.code : 'INTERNAL')}</p>
          <button className="btn" onClick={retry}>
            {say('common.tryAgain')}
          </button>
        </>
      ) : (
        <p className="quiet">{say('common.opening')}</p>
      )}
    </main>
  )
}

function isSessionOver(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'SESSION_OVER'
}
