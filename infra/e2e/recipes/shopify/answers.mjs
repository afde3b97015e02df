// Whether an answer is what its GraphQL operation may be answered with: every field asked for, of its type, and no other.

const OF_SCALAR = { Int: 'number', Float: 'number', Boolean: 'boolean' }

const nameOf = ({ alias, name }) => (alias ?? name).value

/** Null: it fits. */
function leafProblem(type, value) {
  const values = type.getValues?.().map(({ name }) => name)
  const wanted = OF_SCALAR[type.name] ?? 'string'
  if (typeof value !== wanted) return `${JSON.stringify(value)} is no ${type.name}`
  if (values && !values.includes(value)) return `${value} is no ${type.name}`
  return type.name === 'ID' && !value.startsWith('gid://') ? `${value} is no gid` : null
}

/** `graphql`: the package. `note`: takes a line for each thing that does not fit. */
export function createAnswerCheck(graphql, schema, note) {
  const { isAbstractType, isLeafType, isListType, isNonNullType } = graphql

  function leaf(type, value, path) {
    const problem = leafProblem(type, value)
    if (problem !== null) note(`${path}: ${problem}`)
  }

  function check(type, { selection, value }, path) {
    if (isNonNullType(type) && value === null) return note(`${path}: null, but ${type}`)
    if (isNonNullType(type)) return check(type.ofType, { selection, value }, path)
    if (value === null) return
    if (value === undefined) return note(`${path}: missing`)
    if (isLeafType(type)) return leaf(type, value, path)
    if (!isListType(type)) return object(type, { selection, value }, path)
    if (!Array.isArray(value)) return note(`${path}: no list`)
    for (const one of value) check(type.ofType, { selection, value: one }, `${path}[]`)
  }

  /** The fields of a fragment count where the answer has any of them. */
  function fieldsOf(type, { selections }, value) {
    return selections.flatMap((one) => {
      if (one.kind === 'Field') return [{ type, one }]
      const inner = one.typeCondition ? schema.getType(one.typeCondition.name.value) : type
      const fields = fieldsOf(inner, one.selectionSet, value)
      const isThere = !isAbstractType(type) || fields.some((field) => nameOf(field.one) in value)
      return isThere ? fields : []
    })
  }

  function object(type, { selection, value }, path) {
    const fields = fieldsOf(type, selection, value)
    for (const { type: owner, one } of fields) {
      const field = owner.getFields()[one.name.value]
      check(field.type, { selection: one.selectionSet, value: value[nameOf(one)] }, `${path}.${nameOf(one)}`)
    }
    const asked = new Set(fields.map(({ one }) => nameOf(one)))
    for (const key of Object.keys(value)) if (!asked.has(key)) note(`${path}.${key}: was not asked for`)
  }

  return (operation, data, path) => {
    const isQuery = operation.operation === 'query'
    const type = isQuery ? schema.getQueryType() : schema.getMutationType()
    object(type, { selection: operation.selectionSet, value: data }, path)
  }
}
