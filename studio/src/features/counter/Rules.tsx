// What the counter takes: a switch each.
import type { CounterRules } from '@lantern/shared/contract/counter.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'

export function Rules({ rules }: { readonly rules: CounterRules }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const set = useMutation({
    mutationFn: api.setCounter,
    onSuccess: (saved) => queries.setQueryData(['counter'], saved),
  })
  return (
    <fieldset className="counter-rules" disabled={set.isPending}>
      <legend>{say('counter.rules')}</legend>
      {(['coupons', 'orders'] as const).map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            data-testid={`takes-${one}`}
            checked={rules[one]}
            onChange={({ target }) => set.mutate({ ...rules, [one]: target.checked })}
          />
          {say(`counter.${one}`)}
        </label>
      ))}
      <p className="quiet small">{say('counter.rulesLead')}</p>
      <Problem error={set.error} />
    </fieldset>
  )
}
