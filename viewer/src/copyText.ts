// Copies a text, also over plain http, where there is no clipboard object.

/** False: it was not copied. */
export async function copyText(text: string): Promise<boolean> {
  if ('clipboard' in navigator) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const field = document.createElement('textarea')
  field.value = text
  // Within an open sheet, which lets nothing outside of it be marked.
  const place = document.querySelector('.sheet') ?? document.body
  place.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
