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
  // As it was tapped, until the server has said so.
  const shown = set.isPending ? set.variables : rules
  return (
    <fieldset className="counter-rules">
      <legend>{say('counter.rules')}</legend>
      {(['coupons', 'orders'] as const).map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            data-testid={`takes-${one}`}
            checked={shown[one]}
            onChange={({ target }) => set.mutate({ ...shown, [one]: target.checked })}
          />
          {say(`counter.${one}`)}
        </label>
      ))}
      <p className="quiet small">{say('counter.rulesLead')}</p>
      <Problem error={set.error} />
    </fieldset>
  )
}
