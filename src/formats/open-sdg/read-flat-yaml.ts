/**
 * The top mapping of a YAML text that is nothing but `key: text` lines, as nearly all files of an Open SDG folder are.
 *
 * A third of an import went into YAML; this way takes a tenth of the time. It knows plain and quoted text, folded over
 * indented lines, and the empty list; at anything else it gives up (lists, anchors, block texts, comments, escapes, repeated keys), so that
 * the full reader decides. A test holds the two to the same answer on every file of the real folder.
 *
 * Missing  null when the text is anything more than flat.
 *
 * @example
 * readFlatYaml("a: one\n  two\nb: 'it''s'\n") // => { a: 'one two', b: "it's" }
 * @example
 * readFlatYaml('a: [1]') // => null
 */
export function readFlatYaml(text: string): Record<string, string | []> | null {
  if (/[\t\r\ufeff\u0085\u2028\u2029]/.test(text)) return null
  const found = new Map<string, string | []>()
  const lines = text.split('\n')
  let at = 0
  while (at < lines.length) {
    const line = lines[at++] ?? ''
    if (line === '' && at === lines.length) break
    const colon = line.indexOf(':')
    const key = line.slice(0, colon)
    if (colon < 1 || !/^[A-Za-z0-9_][\w.-]*$/.test(key) || found.has(key) || key === '__proto__') return null
    if (colon + 1 < line.length && line[colon + 1] !== ' ') return null
    let value = withoutSpaces(line.slice(colon + 1))
    while (at < lines.length && lines[at]?.startsWith(' ')) {
      const more = withoutSpaces(lines[at++] ?? '')
      if (more === '' || value === '') return null
      value += ` ${more}`
    }
    const content = contentOf(value)
    if (content === null) return null
    found.set(key, content)
  }
  return found.size === 0 ? null : Object.fromEntries(found)
}

/** A no-break space is a letter to YAML, so `trim` will not do. */
const withoutSpaces = (text: string): string => text.replace(/^ +| +$/g, '')

/** The text of a plain or quoted value; null when it may be something else. */
function contentOf(value: string): string | [] | null {
  const first = value[0]
  if (first === undefined) return ''
  if (value === '[]') return []
  if (first === "'") return /^'(?:[^']|'')*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : null
  if (first === '"') return /^"[^"\\]*"$/.test(value) ? value.slice(1, -1) : null
  if (/^[-?:,[\]{}#&*!|>%@`]/.test(value) || value.includes(': ') || value.endsWith(':') || value.includes(' #')) return null
  return value
}
