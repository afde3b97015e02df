// What an effect may answer, as the linter sees it with types.
import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, it } from 'vitest'
import { effectsAnswerUndo } from './effects.js'

RuleTester.describe = describe
RuleTester.it = it

const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: {
      projectService: { allowDefaultProject: ['*.ts'] },
      tsconfigRootDir: import.meta.dirname,
    },
  },
})

const given =
  'declare function useEffect(effect: unknown): void; declare const list: Element; declare const undo: () => void;'
const code = (effect: string) => `${given} useEffect(${effect})`
const wrong = (effect: string, messageId: string) => ({ code: code(effect), errors: [{ messageId }] })

tester.run('effects-answer-undo', effectsAnswerUndo, {
  valid: [
    code('() => { list.scrollIntoView() }'),
    code('() => { return () => list.remove() }'),
    code('() => { if (list.id) return; return undo }'),
    code('() => { return list.id ? undo : undefined }'),
    code('() => { const read = () => { return list.remove() }; read() }'),
  ],
  invalid: [
    wrong('() => list.scrollIntoView()', 'braces'),
    wrong('() => () => undo()', 'braces'),
    wrong('() => { return list.scrollIntoView() }', 'answer'),
    wrong('() => { return list.id && undo }', 'answer'),
    wrong('() => { return Promise.resolve() }', 'answer'),
    wrong('async () => { await fetch("/") }', 'async'),
  ],
})
