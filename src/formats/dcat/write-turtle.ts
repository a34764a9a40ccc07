import { isNode, prefixes, type Node, type Value } from './node.ts'

/**
 * A description as Turtle (RDF 1.1): a thing that has a name stands by itself and is named where it belongs, others stand in brackets.
 *
 * @example
 * writeTurtle({ id: 'https://x.example/', type: 'dcat:Catalog', says: [['dct:title', { text: 'Дерек', language: 'kk' }]] }).split(' ;')[1].trim() // => 'dct:title "Дерек"@kk .'
 */
export function writeTurtle(node: Node): string {
  const blocks: string[] = []
  const waiting = [node]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) blocks.push(`${iri(next.id ?? '')} ${said(next, waiting)} .`)
  const head = Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: ${iri(address)} .`)
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`
}

const said = ({ type, says }: Node, named: Node[]): string =>
  [`a ${type}`, ...says.map(([property, value]) => `${property} ${valueOf(value, named)}`)].join(' ;\n  ')

function valueOf(value: Value, named: Node[]): string {
  if (isNode(value)) {
    if (value.id === undefined) return `[ ${said(value, named)} ]`
    named.push(value)
    return iri(value.id)
  }
  if ('iri' in value) return iri(value.iri)
  if ('type' in value) return `${quoted(value.text)}^^${value.type}`
  return value.language === undefined ? quoted(value.text) : `${quoted(value.text)}@${value.language}`
}

/** What an address may not hold as it is (Turtle, IRIREF). */
const iri = (address: string): string => `<${address.replaceAll(/[\p{Cc}\s<>"{}|^`\\]/gu, (sign) => encodeURIComponent(sign))}>`

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const quoted = (text: string): string => `"${text.replaceAll(/[\\"\n\r\t]/g, (sign) => escapes[sign] ?? sign)}"`
