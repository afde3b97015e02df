// The very first page: whoever holds the one-time link becomes the owner, with a name and a password of their own.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { goTo } from '../route.ts'
import { useWords } from '../words.ts'
import { Door, Field, Problem } from './Door.tsx'
import { ME } from './me.ts'

const SHORTEST = 10

export function WelcomePage() {
  const { say } = useWords()
  const [token] = useState(() => location.hash.slice(1))
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const welcome = useWelcome()

  if (token === '') return <Door title={say('welcome.title')} lead={say('welcome.noToken')} children={null} />
  return (
    <Door title={say('welcome.title')} lead={say('welcome.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          welcome.mutate({ token, name: name.trim(), password })
        }}
      >
        <Field label={say('login.name')} testId="welcome-name" value={name} onChange={setName} complete="username" />
        <Field
          label={say('login.password')}
          testId="welcome-password"
          type="password"
          value={password}
          onChange={setPassword}
          complete="new-password"
        />
        <p className="quiet small">{say('welcome.passwordHint', { count: SHORTEST })}</p>
        <Problem error={welcome.error} />
        <button
          className="btn main"
          data-testid="welcome-submit"
          disabled={welcome.isPending || name.trim() === '' || password.length < SHORTEST}
        >
          {say('welcome.submit')}
        </button>
      </form>
    </Door>
  )
}

function useWelcome() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: api.welcome,
    onSuccess: (me) => {
      queries.setQueryData(ME, me)
      goTo('/studio/')
    },
  })
}
