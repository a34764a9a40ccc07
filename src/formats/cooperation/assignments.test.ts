import readXlsxFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { bytesInMemory } from '../byte-source.ts'
import { openZip } from '../zip/open-zip.ts'
import type { AssignmentTable } from './assignment-table.ts'
import { writeAssignmentsDocx } from './assignments-docx.ts'
import { writeAssignmentsXlsx } from './assignments-xlsx.ts'
import { writeProtocolDocx, type WrittenProtocol } from './protocol-docx.ts'

const table: AssignmentTable = {
  language: 'kk',
  title: 'Тапсырмалар тізбесі: [Бангкок]/2026 * ұзын атау',
  subtitle: 'Орындалмағаны, 2026 ж. 23 қарашадағы жағдай',
  columns: {
    number: '№',
    action: 'Іс-шара',
    form: 'Аяқталу нысаны',
    responsible: 'Жауапты орындаушылар',
    deadline: 'Орындалу мерзімі',
    cost: 'Болжамды шығыстар',
    funding: 'Қаржыландыру көзі',
  },
  rows: [
    {
      action: 'Кездесу өткізу <b>&\u0000\u0008',
      form: 'Хаттама',
      responsible: 'Туризм басқармасы\nСыртқы байланыстар бөлімі',
      deadline: { day: '2026-12-01', words: '2026 ж. 1 желтоқсан' },
      costKzt: 1_500_000,
      funding: 'Жергілікті бюджет',
    },
    {
      action: '=HYPERLINK("http://example.org")',
      form: '',
      responsible: '',
      deadline: { day: null, words: '2027 ж. мамыр' },
      costKzt: null,
      funding: '',
    },
  ],
}

async function partOf(bytes: Uint8Array, path: string): Promise<string> {
  const entry = openZip(bytesInMemory('made.docx', bytes)).entries.find((one) => one.path === path)
  const chunks: Buffer[] = []
  for await (const chunk of entry?.chunks() ?? []) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

describe('a list of assignments as XLSX, read back', () => {
  test('has exactly the customary columns; dates are dates, costs are numbers, text is text', async () => {
    const [sheet] = await readXlsxFile(Buffer.from(await writeAssignmentsXlsx(table)))
    expect(sheet?.data[0]).toEqual(Object.values(table.columns))
    expect(sheet?.data[1]).toEqual([
      ...[1, 'Кездесу өткізу <b>&', 'Хаттама', 'Туризм басқармасы\nСыртқы байланыстар бөлімі'],
      ...[new Date('2026-12-01T00:00:00Z'), 1_500_000, 'Жергілікті бюджет'],
    ])
    expect(sheet?.data[2]?.slice(0, 5)).toEqual([2, '=HYPERLINK("http://example.org")', null, null, '2027 ж. мамыр'])
    expect(sheet?.data).toHaveLength(3)
  })

  test('holds no formula, and its sheet has a name that Excel takes', async () => {
    const bytes = await writeAssignmentsXlsx(table)
    expect(await partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
    const name = /<sheet [^>]*name="([^"]*)"/.exec(await partOf(bytes, 'xl/workbook.xml'))?.[1] ?? ''
    expect(name).toBe('Тапсырмалар тізбесі   Бангкок')
  })
})

test('as DOCX: the same columns in one table, its heading on every page, the page on its side', async () => {
  const document = await partOf(await writeAssignmentsDocx(table), 'word/document.xml')
  const cells = [...document.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) =>
    [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('|'),
  )
  expect(cells.slice(0, 7)).toEqual(Object.values(table.columns))
  expect(cells.slice(7, 14)).toEqual([
    ...['1', 'Кездесу өткізу &lt;b&gt;&amp;', 'Хаттама', 'Туризм басқармасы|Сыртқы байланыстар бөлімі', '2026 ж. 1 желтоқсан'],
    ...['1\u00a0500\u00a0000', 'Жергілікті бюджет'],
  ])
  expect(cells).toHaveLength(21)
  expect(document).toContain('<w:tblHeader/>')
  expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
  expect(document).toContain('w:lang w:val="kk-KZ"')
})

describe('a protocol as DOCX', () => {
  const protocol: WrittenProtocol = {
    language: 'ru',
    title: 'Протокол (проект)',
    meeting: 'Встреча с губернатором',
    facts: [['Дата', '4 апреля 2016 г.']],
    present: [{ side: 'Другая сторона', people: ['С.Парибатра'] }],
    points: [
      { heading: 'Слушали', points: [{ number: 1, text: { text: 'Доклад\nвторая строка', language: 'ru' }, speaker: '', assignment: '' }] },
      {
        heading: 'Решили',
        points: [{ number: 2, text: { text: 'Бауырлас қала', language: 'kk' }, speaker: '', assignment: 'Поручение № 4' }],
      },
    ],
    notes: {
      heading: 'Исправления',
      notes: [
        {
          on: '5 мая',
          text: { text: 'Читать: в мае', language: 'ru' },
          reason: { text: 'Опечатка', language: 'ru' },
          reasonLabel: 'Причина',
        },
      ],
    },
    signatures: ['За город', 'За другую сторону'],
  }

  test('has everything in the order of the meeting, each text in its language', async () => {
    const document = await partOf(await writeProtocolDocx(protocol), 'word/document.xml')
    const texts = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
    expect(texts).toEqual([
      ...['Протокол (проект)', 'Встреча с губернатором', 'Дата: ', '4 апреля 2016 г.', 'Другая сторона', 'С.Парибатра'],
      ...['Слушали', '1. Доклад', 'вторая строка', 'Решили', '2. Бауырлас қала', 'Поручение № 4'],
      ...[
        'Исправления',
        '5 мая. Читать: в мае',
        'Причина: Опечатка',
        'За город  ____________________',
        'За другую сторону  ____________________',
      ],
    ])
    expect(document).toMatch(/w:lang w:val="kk-KZ"\/><\/w:rPr><w:t[^>]*>2\. Бауырлас қала/)
  })
})
