// The lint rule for React effects: a body in braces, and what it returns is its undo or nothing.
import ts from 'typescript'

const EFFECT = /^use(Layout|Insertion)?Effect$/
const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression'])

const messages = {
  braces: 'Put the body of an effect in braces: what an expression answers would be taken for the undo.',
  async: 'An effect must not be async: its promise would be taken for the undo.',
  answer: 'An effect returns its undo (a function) or nothing; this may be something else.',
}

/** @type {import('eslint').Rule.RuleModule} */
export const effectsAnswerUndo = {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const effects = new WeakSet()
    /** @type {import('estree').Node[]} The functions that are open, the innermost last. */
    const open = []
    const enter = (/** @type {import('estree').Node} */ node) => open.push(node)
    const leave = () => open.pop()
    return {
      CallExpression(node) {
        const [effect] = node.arguments
        if (!EFFECT.test(calledName(node.callee)) || !effect || !FUNCTIONS.has(effect.type)) return
        effects.add(effect)
        if ('async' in effect && effect.async) context.report({ node: effect, messageId: 'async' })
        if ('body' in effect && effect.body && 'type' in effect.body && effect.body.type !== 'BlockStatement')
          context.report({ node: effect, messageId: 'braces' })
      },
      ArrowFunctionExpression: enter,
      FunctionExpression: enter,
      FunctionDeclaration: enter,
      'ArrowFunctionExpression:exit': leave,
      'FunctionExpression:exit': leave,
      'FunctionDeclaration:exit': leave,
      ReturnStatement(node) {
        const owner = open.at(-1)
        if (!node.argument || !owner || !effects.has(owner)) return
        if (!isUndo(context.sourceCode.parserServices, node.argument))
          context.report({ node: node.argument, messageId: 'answer' })
      },
    }
  },
}

/** @param {import('estree').CallExpression['callee']} callee */
function calledName(callee) {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : ''
}

/**
 * What may be void is no undo: a browser's newer version may answer there.
 * @param {{ getTypeAtLocation(node: unknown): import('typescript').Type }} services @param {import('estree').Node} node
 */
function isUndo(services, node) {
  const type = services.getTypeAtLocation(node)
  const parts = type.isUnion() ? type.types : [type]
  return parts.every((part) => part.getCallSignatures().length > 0 || (part.flags & ts.TypeFlags.Undefined) !== 0)
}
