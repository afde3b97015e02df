// Who is logged in, the language, light or dark, and the way out.
import type { Role } from '@lantern/shared/contract/commands.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronDown, LogOut } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { goTo } from '../../route.ts'
import { LanguageChoice } from '../../session/LanguageChoice.tsx'
import { chooseTheme, storedTheme, type Theme } from '../../theme.ts'
import { useWords } from '../../words.ts'
import { Popover } from '../parts/Popover.tsx'

export function AccountMenu({ name, role }: { readonly name: string; readonly role: Role }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const logout = useMutation({
    mutationFn: api.logout,
    onSuccess: () => {
      goTo('/studio/')
      void queries.resetQueries()
    },
  })

  return (
    <Popover
      testId="account"
      name={`${name}, ${say('account.title')}`}
      label={
        <>
          <span className="account-name">{name}</span>
          <ChevronDown size={16} aria-hidden="true" />
        </>
      }
    >
      <div className="account">
        <p>
          <b>{name}</b>
          <small className="quiet">{say(`role.${role}`)}</small>
        </p>
        <LanguageChoice />
        <ThemeChoice />
        <button className="btn" data-testid="logout" onClick={() => logout.mutate()}>
          <LogOut size={16} aria-hidden="true" />
          {say('account.logout')}
        </button>
      </div>
    </Popover>
  )
}

function ThemeChoice() {
  const { say } = useWords()
  const [theme, setTheme] = useState<Theme>(storedTheme)
  const choose = (next: Theme) => {
    setTheme(next)
    chooseTheme(next)
  }

  return (
    <div className="segments" role="group" aria-label={say('account.theme')}>
      {(['dark', 'light'] as const).map((each) => (
        <button key={each} aria-pressed={each === theme} data-testid={`theme-${each}`} onClick={() => choose(each)}>
          {say(`account.${each}`)}
        </button>
      ))}
    </div>
  )
}
