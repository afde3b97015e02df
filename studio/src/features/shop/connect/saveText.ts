// Gives a text to the browser as a file, where there is no clipboard to copy it to.

export function saveText(path: string, text: string): void {
  const link = document.createElement('a')
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.href = address
  link.download = path.split('/').at(-1) ?? path
  link.click()
  URL.revokeObjectURL(address)
}
