// Where the import of a file begins, for what leads there.

export const FILE_FIELD = 'file-currency'

/** Focused and in sight; nothing where the card is not there yet. */
export function goToFile(): void {
  const field = document.getElementById(FILE_FIELD)
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
