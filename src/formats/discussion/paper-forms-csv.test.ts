import { expect, test } from 'vitest'
import { languages } from '../../books/text.ts'
import { sheetData, workbook } from '../table/xlsx-fixture.ts'
import { readPaperForms, writePaperFormsTemplate } from './paper-forms-csv.ts'

const sentences = new Set(['s-1a2b3c4d'])
const read = (text: string) => readPaperForms(new TextEncoder().encode(text), 'forms.csv', sentences)
const header = 'receipt,written_on,place,language,sentence,text,suggested_wording,votes'

async function noticesOf(rows: string) {
  const outcome = await read(`${header}\n${rows}\n`)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const { forms, notices } = outcome.value
  return { forms: forms.length, notices: notices.map(({ code, line, column, value }) => [code, line, column, value]) }
}

test.each(languages)('the template in %s, filled in, is read; its explanations are passed over', async (language) => {
  const filled = `${writePaperFormsTemplate(language)}А-17;05.11.2026;№ 5 мектеп;kk;s-1a2b3c4d;"Жарық керек; жол да";;12=+ 13=- 14=0;ABCDE-23456\r\n`
  const outcome = await read(filled)
  expect(outcome).toEqual({
    ok: true,
    value: {
      forms: [
        {
          line: 3,
          receipt: 'А-17',
          writtenOn: '2026-11-05',
          place: '№ 5 мектеп',
          language: 'kk',
          sentence: 's-1a2b3c4d',
          text: 'Жарық керек; жол да',
          suggestedWording: null,
          votes: [
            { statement: 12, vote: 'agree' },
            { statement: 13, vote: 'disagree' },
            { statement: 14, vote: 'pass' },
          ],
          code: 'ABCDE-23456',
        },
      ],
      notices: [],
    },
  })
})

test.each([
  { case: 'no receipt number', row: ',2026-11-05,,ru,,Свет,,', notice: ['paper_receipt_missing', 2, 'receipt', ''] },
  { case: 'a day that is none', row: 'A-1,31.02.2026,,ru,,Свет,,', notice: ['paper_date_not_understood', 2, 'written_on', '31.02.2026'] },
  { case: 'an unknown language', row: 'A-1,2026-11-05,,рус,,Свет,,', notice: ['paper_language_unknown', 2, 'language', 'рус'] },
  {
    case: 'a sentence that the draft has not',
    row: 'A-1,2026-11-05,,ru,s-00000000,Свет,,',
    notice: ['paper_sentence_unknown', 2, 'sentence', 's-00000000'],
  },
  { case: 'nothing said', row: 'A-1,2026-11-05,,ru,,,,', notice: ['paper_empty', 2, 'text', ''] },
  { case: 'a page too much', row: `A-1,2026-11-05,,ru,,${'а'.repeat(4001)},,`, notice: ['paper_too_long', 2, 'text', '4001'] },
  { case: 'a vote that is none', row: 'A-1,2026-11-05,,ru,,,,12=да', notice: ['paper_votes_not_understood', 2, 'votes', '12=да'] },
  {
    case: 'two votes on one statement',
    row: 'A-1,2026-11-05,,ru,,,,12=+ 12=-',
    notice: ['paper_votes_not_understood', 2, 'votes', '12=+ 12=-'],
  },
  { case: 'letters lost on the way', row: 'A-1,2026-11-05,,kk,,?ала к?шесі,,', notice: ['paper_lost_letters', 2, 'text', '?ала к?шесі'] },
])('a row is left out and noted: $case', async ({ row, notice }) => {
  expect(await noticesOf(row)).toEqual({ forms: 0, notices: [notice] })
})

test('a form entered twice counts once; the notice names both lines', async () => {
  const outcome = await read(`${header}\nA-1,2026-11-05,,ru,,Свет,,\nA-2,2026-11-05,,ru,,Вода,,\nA-1,2026-11-06,,ru,,Свет!,,\n`)
  expect(outcome.ok && outcome.value.forms.map(({ receipt, text }) => [receipt, text])).toEqual([
    ['A-1', 'Свет'],
    ['A-2', 'Вода'],
  ])
  expect(outcome.ok && outcome.value.notices).toMatchObject([{ code: 'paper_receipt_twice', line: 4, details: { line: 2 } }])
})

test('personal data is taken in and pointed out', async () => {
  expect(await noticesOf('A-1,2026-11-05,,ru,,Звоните +77011234567,,')).toEqual({
    forms: 1,
    notices: [['paper_personal_data', 2, 'text', '+77011234567']],
  })
})

test('Windows-1251 with semicolons, as spreadsheet programs save it', async () => {
  const bytes = [...`receipt;written_on;language;text\nA-1;05.11.2026;ru;`].map((one) => one.charCodeAt(0))
  const words = [0xd1, 0xe2, 0xe5, 0xf2] // Свет
  const outcome = await readPaperForms(Uint8Array.from([...bytes, ...words]), 'forms.csv', sentences)
  expect(outcome.ok && outcome.value.forms.map(({ text }) => text)).toEqual(['Свет'])
})

test('a workbook', async () => {
  const bytes = workbook(
    sheetData([
      ['Тіркеу нөмірі', 'Күні', 'Тілі', 'Пікір'],
      ['A-1', '2026-11-05', 'kk', 'Жарық керек'],
    ]),
  )
  const outcome = await readPaperForms(bytes, 'forms.xlsx', sentences)
  expect(outcome.ok && outcome.value.forms.map(({ text }) => text)).toEqual(['Жарық керек'])
})

test('a table without the needed columns is refused, and they are named', async () => {
  expect(await read('a,b\n1,2\n')).toEqual({
    ok: false,
    refusal: { code: 'paper_columns_missing', field: 'header', details: { columns: 'receipt, written_on, language, text' } },
  })
})
