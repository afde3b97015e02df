// The login: name and password, and a warm word when it does not fit.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { Door, Field, Problem } from './Door.tsx'
import { ME } from './me.ts'

export function LoginPage({ wasHere }: { readonly wasHere: boolean }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const login = useMutation({
    mutationFn: () => api.login({ name: name.trim(), password }),
    onSuccess: (me) => queries.setQueryData(ME, me),
  })

  return (
    <Door title={say('login.title')} lead={wasHere ? say('login.sessionOver') : say('login.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          login.mutate()
        }}
      >
        <Field label={say('login.name')} testId="login-name" value={name} onChange={setName} complete="username" />
        <Field
          label={say('login.password')}
          testId="login-password"
          type="password"
          value={password}
          onChange={setPassword}
          complete="current-password"
        />
        <Problem error={login.error} />
        <button
          className="btn main"
          data-testid="login-submit"
          disabled={login.isPending || name.trim() === '' || password === ''}
        >
          {login.isPending ? say('login.checking') : say('login.submit')}
        </button>
      </form>
    </Door>
  )
}
