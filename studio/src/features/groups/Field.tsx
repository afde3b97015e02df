// A line of text in the forms of groups and pick-up points.
interface FieldProps {
  readonly testId: string
  readonly label: string
  readonly value: string
  readonly most: number
  readonly hint?: string
  readonly isNumber?: boolean
  readonly isDecimal?: boolean
  readonly onChange: (value: string) => void
}

export function Field({ testId, label, value, most, hint = '', isNumber, isDecimal, onChange }: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        data-testid={testId}
        value={value}
        maxLength={most}
        placeholder={hint}
        inputMode={isDecimal ? 'decimal' : isNumber ? 'numeric' : 'text'}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}
