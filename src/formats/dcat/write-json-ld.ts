import { isNode, prefixes, type Node, type Value } from './node.ts'

/**
 * A description as JSON-LD 1.1, things inside the things that name them.
 *
 * @example
 * JSON.parse(writeJsonLd({ id: 'https://x.example/', type: 'dcat:Catalog', says: [['dct:title', { text: 'Дерек', language: 'kk' }]] }))['dct:title'] // => { '@language': 'kk', '@value': 'Дерек' }
 */
export const writeJsonLd = (node: Node): string => `${JSON.stringify({ '@context': prefixes, ...plain(node) }, null, 1)}\n`

function plain({ id, type, says }: Node): Record<string, unknown> {
  const properties = new Map<string, unknown[]>()
  for (const [property, value] of says) properties.set(property, [...(properties.get(property) ?? []), plainValue(value)])
  return {
    ...(id === undefined ? {} : { '@id': id }),
    '@type': type,
    ...Object.fromEntries([...properties].map(([property, values]) => [property, values.length === 1 ? values[0] : values])),
  }
}

function plainValue(value: Value): unknown {
  if (isNode(value)) return plain(value)
  if ('iri' in value) return { '@id': value.iri }
  if ('type' in value) return { '@type': value.type, '@value': value.text }
  return value.language === undefined ? value.text : { '@language': value.language, '@value': value.text }
}
