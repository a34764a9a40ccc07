import { describe, expect, test } from 'vitest'
import { bytesInMemory } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { readXml } from './ml/read-xml.ts'
import { asItems, asObject, asText, JsonText } from './json/read-json-text.ts'
import { readDataMessage, readStructures } from './read-message.ts'
import { bytesOf, messages, structures } from './sdmx-fixture.ts'

const codeOf = (read: () => unknown): string => {
  try {
    read()
    return 'read'
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    return error.position === null ? error.code : `${error.code} ${error.position}`
  }
}
const readMessage = (content: Uint8Array | string) =>
  readDataMessage(bytesInMemory('m', typeof content === 'string' ? bytesOf(content) : content), structures)
const ml = messages['SDMX-ML 2.1, structure-specific data'] ?? ''
const json = messages['SDMX-JSON 2.1, data'] ?? ''
const csv = messages['SDMX-CSV 1.0, data'] ?? ''
const many = Array.from({ length: 1001 }, (_, at) => `A${at}="1"`).join(' ')

describe('XML', () => {
  test.each([
    { case: 'a document type', text: ml.replace('?>', '?><!DOCTYPE x>'), code: 'sdmx_doctype 1' },
    {
      case: 'entities that unfold to a billion',
      text: ml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>').replace('48.50', '&b;'),
      code: 'sdmx_doctype 1',
    },
    { case: 'a file of the machine', text: ml.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">'), code: 'sdmx_doctype 1' },
    { case: 'an entity that nobody defined', text: ml.replace('48.50', '&x;'), code: 'sdmx_not_well_formed 7' },
    { case: 'elements without end', text: ml.replace('<Series', '<a>'.repeat(100_000)), code: 'sdmx_beyond_limits 6' },
    { case: 'a thousand attributes', text: ml.replace('<Obs ', `<Obs ${many} `), code: 'sdmx_beyond_limits 7' },
    { case: 'a text without end', text: ml.replace('48.50', '9'.repeat(2_000_000)), code: 'sdmx_beyond_limits 7' },
    { case: 'a comment without end', text: ml.replace('<Series', `<!--${' '.repeat(2_000_000)}`), code: 'sdmx_beyond_limits 6' },
    { case: 'cut off', text: ml.slice(0, ml.indexOf('</Series>')), code: 'sdmx_not_well_formed 9' },
    { case: 'ends that do not fit', text: ml.replace('</Series>', '</Obs>'), code: 'sdmx_not_well_formed 9' },
    {
      case: 'an attribute that stands twice',
      text: ml.replace('OBS_STATUS="A"', 'OBS_STATUS="A" OBS_STATUS="E"'),
      code: 'sdmx_not_well_formed 7',
    },
    { case: 'bytes that are no UTF-8', text: Uint8Array.from([...bytesOf(ml), 0xff]), code: 'sdmx_encoding' },
    { case: 'an encoding that nobody knows', text: ml.replace('encoding="UTF-8"', 'encoding="x-none"'), code: 'sdmx_encoding' },
    { case: 'a name that objects have', text: ml.replace('SEX=', '__proto__="x" constructor="y" SEX='), code: 'read' },
  ])('$case', ({ text, code }) => {
    expect(codeOf(() => readMessage(text))).toBe(code)
  })

  test('another encoding is read when the file says so', () => {
    const head = '<?xml version="1.0" encoding="windows-1251"?><a t="'
    const texts: string[] = []
    const bytes = Uint8Array.from([...bytesOf(head), 0xef, 0xf0, 0xe8, ...bytesOf('"/>')])
    readXml(bytesInMemory('a', bytes), { open: ({ attributes }) => texts.push(attributes['t'] ?? ''), close: () => {} })
    expect(texts).toEqual(['при'])
  })

  /** Lines and whole texts of the elements of a name. */
  function elementsOf(text: string, wanted: string): Array<[number, string]> {
    const seen: Array<[number, string]> = []
    let line = 0
    readXml(bytesInMemory('a', bytesOf(text)), {
      open(element) {
        if (element.name !== wanted) return
        line = element.line
        element.keep()
      },
      close: (name, _text, kept) => name === wanted && seen.push([line, kept()]),
    })
    return seen
  }

  test('an element is known by its line and its own text, wherever the pieces end', () => {
    for (const before of [0, 65_500, 65_530, 65_535]) {
      const inside = `<b x="1"\n  y='2'>t<c>${' '.repeat(70_000)}</c></b>`
      expect(elementsOf(`<a>${' '.repeat(before)}\n${inside}<b/></a>`, 'b')).toEqual([
        [2, inside],
        [3, '<b/>'],
      ])
    }
  })

  test('and however long the file', () => {
    const one = '<Obs TIME_PERIOD="2020" OBS_VALUE="12.5" OBS_STATUS="A"/>'
    const elements = elementsOf(ml.replace('<Obs ', `${`${one}\n`.repeat(50_000)}<Obs `), 'Obs')
    expect([elements.length, elements.slice(0, 50_000).every(([, text]) => text === one)]).toEqual([50_003, true])
  })

  test('an observation that does not end is too long', () => {
    expect(codeOf(() => readMessage(ml.replace('OBS_STATUS="A"/>', `OBS_STATUS="A">${'<x>1</x>\n'.repeat(300_000)}</Obs>`)))).toMatch(
      /^sdmx_beyond_limits/,
    )
  })
})

describe('JSON', () => {
  test.each([
    { case: 'brackets without end', text: json.replace('[', '['.repeat(100_000)), code: 'sdmx_beyond_limits 12' },
    { case: 'cut off', text: json.slice(0, -20), code: /^sdmx_json_broken \d+$/ },
    { case: 'a text that is not closed', text: `${json.slice(0, -1)},"a":"b}`, code: /^sdmx_json_broken \d+$/ },
    { case: 'something behind', text: `${json}x`, code: /^sdmx_json_broken \d+$/ },
    { case: 'an index that points nowhere', text: json.replaceAll('"0:0:0:0:1"', '"9:9:9:9:9"'), code: 'read' },
    { case: 'lists in place of objects', text: json.replace(/"dimensions": \{/, '"dimensions": 5, "x": {'), code: 'read' },
    { case: 'backslashes without end', text: json.replace('"T1"', `"${'\\'.repeat(500_000)}"`), code: 'read' },
  ])('$case', ({ text, code }) => {
    expect(codeOf(() => readMessage(text))).toMatch(code)
  })

  test('says what JSON.parse says, with the digits as they are written', () => {
    const text = ' {"a" : [1.50, -0e+7, "\\u0041\\n\\"", null, true, false, {}, []], "a\\\\" : "" }\n'
    const { root } = new JsonText(bytesInMemory('a', bytesOf(text)))
    const plain = (value: unknown): unknown => {
      if (value instanceof Map) return Object.fromEntries([...value].map(([name, one]) => [name as string, plain(one)]))
      if (typeof value !== 'object' || value === null) return value
      return 'items' in value ? (value.items as unknown[]).map(plain) : Number((value as { text: string }).text)
    }
    expect(plain(root)).toEqual(JSON.parse(text))
    expect(asText(asItems(asObject(root).get('a'))[0])).toBe('1.50')
  })
})

describe('CSV', () => {
  test.each([
    { case: 'a row without end', text: csv.replace('48.50', '9'.repeat(2_000_000)), code: 'row_too_large 2' },
    { case: 'a quote that never closes', text: `${csv.slice(0, csv.indexOf('48.50'))}"${'a,\n'.repeat(500_000)}`, code: 'row_too_large 2' },
    { case: 'columns without end', text: csv.replace('48.50', ','.repeat(20_000)), code: 'row_too_large 2' },
    { case: 'no row at all', text: csv.split('\r\n', 1)[0] ?? '', code: 'read' },
  ])('$case', ({ text, code }) => {
    expect(codeOf(() => readMessage(text))).toBe(code)
  })
})

test('data are no structures, and structures no data', () => {
  expect(codeOf(() => readStructures(bytesInMemory('m', bytesOf(ml))))).toBe('sdmx_no_structures')
  expect(codeOf(() => readMessage('{"data":{"codelists":[]}}'))).toBe('sdmx_no_data')
})
