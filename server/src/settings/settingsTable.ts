// The table of settings in the docs, made from the schema that reads them; run it to write the table anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { noteOf, SETTING_NAMES, type SettingName } from './settings.ts'

const BLOCK = /<!-- settings -->[\s\S]*?<!-- \/settings -->/

function row(name: SettingName): string {
  const { about, fallback, bounds, secret } = noteOf(name)
  const shownDefault =
    fallback === null ? 'none' : /^(none|one per core)$/.test(fallback) ? fallback : `\`${fallback}\``
  const file = secret === true ? ` Or \`${name}_FILE\`: a file that holds it.` : ''
  return `| \`${name}\` | ${about}${file} | ${bounds} | ${shownDefault} |`
}

export function settingsTable(): string {
  return ['| setting | means | must be | default |', '| --- | --- | --- | --- |', ...SETTING_NAMES.map(row)].join('\n')
}

/** The same text with the block between the markers replaced; without markers it is left alone. */
export function putSettingsTable(page: string): string {
  return page.replace(BLOCK, () => `<!-- settings -->\n\n${settingsTable()}\n\n<!-- /settings -->`)
}

export const SETTINGS_FILE = fileURLToPath(new URL('../../../infra/docs/settings.md', import.meta.url))

if (import.meta.main) writeFileSync(SETTINGS_FILE, putSettingsTable(readFileSync(SETTINGS_FILE, 'utf8')))
