// Keeps RESULTS.md true: the newest run of a scenario replaces the one before, with machine, date and command.
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('RESULTS.md', import.meta.url))

/** Puts the lines between the markers of this name; throws when there are none. */
export async function writeSection(name: string, lines: readonly string[]): Promise<void> {
  await writeFile(file, replaceSection(await readFile(file, 'utf8'), name, lines))
}

export function replaceSection(text: string, name: string, lines: readonly string[]): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [start, end] = [text.indexOf(open), text.indexOf(close)]
  if (start < 0 || end < start) throw new Error(`RESULTS.md has no place for ${name}: ${open} and ${close}`)
  return [text.slice(0, start + open.length), '', ...lines, '', text.slice(end)].join('\n')
}

/** The day and the machine, as every section names them. */
export function dateAndMachine(): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`
  return `on ${new Date().toISOString().slice(0, 10)}, ${machine}`
}
