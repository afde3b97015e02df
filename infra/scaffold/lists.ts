// The four lists of features, and the one line that each gets.

export interface List {
  readonly file: string
  readonly line: (name: string) => string
}

export const LISTS: readonly List[] = [
  { file: 'shared/features/features.ts', line: (name) => `export * as ${name} from './${name}/model.ts'` },
  { file: 'server/src/features/features.ts', line: (name) => `export * as ${name} from './${name}/feature.ts'` },
  { file: 'studio/src/features.ts', line: (name) => `export { ${name} } from './features/${name}/index.ts'` },
  { file: 'viewer/src/features.ts', line: (name) => `export { ${name} } from './features/${name}/index.ts'` },
]

/** The list with one more line, among the others in the order of their names. */
export function withLine(list: string, line: string): string {
  const lines = list.split('\n')
  const listed = lines.map((text, at) => ({ text, at })).filter(({ text }) => text.startsWith('export '))
  const after = listed.findLast(({ text }) => text < line)?.at ?? (listed[0]?.at ?? lines.length) - 1
  return [...lines.slice(0, after + 1), line, ...lines.slice(after + 1)].join('\n')
}
