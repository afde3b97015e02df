// Copies a text; over plain http on a LAN address there is no clipboard: the text then waits to be marked by hand.

/** False: it was not copied. */
export async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return false
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
