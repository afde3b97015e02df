// The settings file: one NAME='value' on each line, read back by Node's --env-file.
import { parseEnv } from 'node:util'

/** Node takes a quoted text as it stands, without any escape: the quote must not be in it. Null: no quote fits. */
function quote(value: string): string | null {
  const mark = ["'", '"', '`'].find((one) => !value.includes(one))
  // Within double quotes Node reads \n as a line.
  const fits = mark !== undefined && !/[\r\n]/.test(value) && !(mark === '"' && value.includes('\\n'))
  return fits ? `${mark}${value}${mark}` : null
}

export function readSettings(text: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parseEnv(text)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** What cannot be written so that it is read back the same is left out, and answered. */
export function writeSettings(settings: Readonly<Record<string, string>>): { text: string; unwritten: string[] } {
  const lines = ['# Settings of this shop’s Lantern: made by npm run setup, read by npm run serve. Keep it secret.']
  const unwritten: string[] = []
  for (const [name, value] of Object.entries(settings)) {
    const quoted = quote(value)
    if (quoted === null) unwritten.push(name)
    else lines.push(`${name}=${quoted}`)
  }
  return { text: `${lines.join('\n')}\n`, unwritten }
}
