import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import { problem, type LocatedProblem, type Path, type Problem } from '../../books/programme/problem.ts'

/** A YAML file as plain values: texts, lists and objects. A number stays the text that was written: `64.0`, `1.10`. */
export interface YamlFile {
  value: unknown
  problems: LocatedProblem[]
  /** Puts the line and column of its place to a problem; where the place is not in the file, those of the nearest one. */
  locate(problem: Problem): LocatedProblem
}

/** No programme is larger: the text of a long one is below 1 MB. */
export const largestFile = 5_000_000

/** Reads YAML (JSON is YAML too) without guessing types; what is not YAML gives problems and a null value. */
export function parseYaml(text: string, file: string): YamlFile {
  const nowhere = (one: Problem): LocatedProblem => ({ ...one, file, line: 1, column: 1 })
  const failed = (code: string, details: Problem['details']): YamlFile => ({
    value: null,
    problems: [nowhere(problem('error', code, [], details))],
    locate: nowhere,
  })
  if (nestsTooDeeply(text)) return failed('nested_too_deeply', {})
  if (text.length > largestFile) return failed('file_too_large', { limit: largestFile / 1_000_000 })

  try {
    const lines = new LineCounter()
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
    const at = (offset: number) => {
      const { line, col } = lines.linePos(offset)
      return { line: Math.max(1, line), column: Math.max(1, col) }
    }
    const locate = (one: Problem): LocatedProblem => ({ ...one, file, ...at(offsetOf(document.contents, one.path)) })
    const problems = document.errors.map((error) => ({
      ...problem('error', 'not_yaml', [], { message: error.message }),
      file,
      ...at(error.pos[0]),
    }))
    return { value: problems.length === 0 ? document.toJS({ maxAliasCount: 100 }) : null, problems, locate }

    function offsetOf(node: Node | null, path: Path): number {
      let found = node?.range?.[0] ?? 0
      let here: unknown = node
      for (const step of path) {
        if (isAlias(here)) here = here.resolve(document)
        if (isMap(here)) {
          const pair = here.items.find(({ key }) => isScalar(key) && key.value === String(step))
          found = (pair?.key as Node | undefined)?.range?.[0] ?? found
          here = pair?.value
        } else {
          here = isSeq(here) && typeof step === 'number' ? here.items[step] : undefined
          found = (here as Node | undefined)?.range?.[0] ?? found
        }
        if (here === undefined || here === null) break
      }
      return found
    }
  } catch (error) {
    // nested too deeply, or too many aliases: hostile or damaged, in any case no programme
    return failed('not_yaml', { message: error instanceof Error ? error.message : String(error) })
  }
}

/** A programme nests nine levels deep. The parser takes seconds over thousands of brackets, so they are counted first. */
const deepest = 100

function nestsTooDeeply(text: string): boolean {
  let depth = 0
  for (const bracket of text.matchAll(/[[\]{}]/g)) {
    depth = '[{'.includes(bracket[0]) ? depth + 1 : Math.max(0, depth - 1)
    if (depth > deepest) return true
  }
  return new RegExp(`(?:[-?:] +){${deepest}}|^ {${deepest * 8}}`, 'm').test(text)
}
