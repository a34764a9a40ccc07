import type { Extension } from '../../books/economy/input-output-table.ts'

const kinds: readonly { kind: Extension['kind']; pattern: RegExp }[] = [
  { kind: 'taxes', pattern: /tax|^tls\b|^txsp\b/i },
  { kind: 'value_added', pattern: /value.?added|^valu$|^va$|_va$/i },
  { kind: 'wages', pattern: /wage|compensation of employees/i },
  { kind: 'employment', pattern: /employ|jobs|persons engaged/i },
  { kind: 'imports', pattern: /import/i },
]

/** What an extension is, by the names that publishers give it. */
export const kindOf = (...names: readonly string[]): Extension['kind'] =>
  kinds.find(({ pattern }) => names.some((name) => pattern.test(name)))?.kind ?? 'other'
