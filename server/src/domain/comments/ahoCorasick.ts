// Finds all of many patterns in one walk over a sequence (Aho and Corasick, 1975).

export interface PatternSearch<Pattern> {
  /** Calls `visit` for each pattern that ends at each place, the longest first; stops when it answers `true`. */
  walk(codes: Iterable<number>, visit: (pattern: Pattern, lastPlace: number) => boolean): void
}

export interface Keyed<Pattern> {
  readonly codes: readonly number[]
  readonly pattern: Pattern
}

interface Tree<Pattern> {
  /** From a node by a code to the node below; one map for all nodes. */
  readonly below: Map<number, number>
  readonly children: [code: number, node: number][][]
  readonly patterns: Pattern[][]
  /** The longest proper suffix that is a node, and the next node on that way with patterns of its own. */
  readonly suffix: number[]
  readonly nextHit: number[]
}

const ROOT = 0
const CODE_SPACE = 0x110000

/** Time and memory grow with the length of all patterns together. */
export function createPatternSearch<Pattern>(entries: readonly Keyed<Pattern>[]): PatternSearch<Pattern> {
  const tree: Tree<Pattern> = { below: new Map(), children: [[]], patterns: [[]], suffix: [ROOT], nextHit: [ROOT] }
  for (const entry of entries) addEntry(tree, entry)
  linkSuffixes(tree)
  return {
    walk: (codes, visit) => {
      let node = ROOT
      let place = 0
      for (const code of codes) {
        node = step(tree, node, code)
        if (visitHits(tree, node, (pattern) => visit(pattern, place))) return
        place += 1
      }
    },
  }
}

function addEntry<Pattern>(tree: Tree<Pattern>, { codes, pattern }: Keyed<Pattern>): void {
  let node = ROOT
  for (const code of codes) node = tree.below.get(node * CODE_SPACE + code) ?? addNode(tree, node, code)
  if (node !== ROOT) tree.patterns[node]?.push(pattern)
}

function addNode<Pattern>(tree: Tree<Pattern>, parent: number, code: number): number {
  const node = tree.children.length
  tree.below.set(parent * CODE_SPACE + code, node)
  tree.children[parent]?.push([code, node])
  tree.children.push([])
  tree.patterns.push([])
  return node
}

function linkSuffixes<Pattern>(tree: Tree<Pattern>): void {
  const queue = [ROOT]
  // The queue grows while it is read: breadth first, so a suffix is linked before it is asked for.
  for (const parent of queue) {
    for (const [code, node] of tree.children[parent] ?? []) {
      const suffix = parent === ROOT ? ROOT : step(tree, tree.suffix[parent] ?? ROOT, code)
      tree.suffix[node] = suffix
      tree.nextHit[node] = tree.patterns[suffix]?.length ? suffix : (tree.nextHit[suffix] ?? ROOT)
      queue.push(node)
    }
  }
}

function step<Pattern>(tree: Tree<Pattern>, from: number, code: number): number {
  let node = from
  for (;;) {
    const next = tree.below.get(node * CODE_SPACE + code)
    if (next !== undefined) return next
    if (node === ROOT) return ROOT
    node = tree.suffix[node] ?? ROOT
  }
}

function visitHits<Pattern>(tree: Tree<Pattern>, last: number, visit: (pattern: Pattern) => boolean): boolean {
  let node = last
  while (node !== ROOT) {
    if (tree.patterns[node]?.some(visit)) return true
    node = tree.nextHit[node] ?? ROOT
  }
  return false
}
