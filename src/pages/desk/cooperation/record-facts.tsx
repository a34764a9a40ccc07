import type { Child, FC } from 'hono/jsx'
import type { NamedRecords } from '../../../books/cooperation/desk-view.ts'
import { recordFields, type Field } from '../../../books/cooperation/record-fields.ts'
import type { CooperationRecord, RecordKind } from '../../../books/cooperation/records.ts'
import { languages, type MultilingualText } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { Facts } from '../../parts/facts.tsx'
import { choiceLabel, fieldLabel, recordPath, recordTitle } from './record-words.ts'

interface RecordFactsProps {
  frame: Frame
  record: CooperationRecord
  named: NamedRecords
  /** Fields that are shown; all where it is left out. */
  only?: readonly string[]
}

const mostOfText = 2000

/** What a record says, to read. */
export const RecordFacts: FC<RecordFactsProps> = ({ frame, record, named, only }) => (
  <Facts
    facts={Object.entries<Field>(recordFields[record.kind])
      .filter(([name, { type }]) => type !== 'elsewhere' && (only === undefined || only.includes(name)))
      .map(([name, field]) => [fieldLabel(record.kind, name, frame.words), answerOf(frame, record, named, name, field)])}
  />
)

function answerOf(frame: Frame, { kind, content }: CooperationRecord, named: NamedRecords, name: string, field: Field): Child {
  const { words } = frame
  const value = (content as unknown as Record<string, unknown>)[name]
  if (isBlank(value)) return null
  if (field.type === 'words') return <InLanguages text={value as MultilingualText} />
  if (field.type === 'reference') return <Named {...{ frame, named }} to={field.to} numbers={[value as number]} />
  if (field.type === 'references') return <Named {...{ frame, named }} to={field.to} numbers={value as number[]} />
  if (field.type === 'choice') return choiceLabel(kind, name, String(value), words)
  if (field.type === 'yes_no') return value === true ? words.t('deskCooperation.yes') : null
  if (field.type === 'partial_date') return words.period(String(value))
  if (field.type === 'number') return words.number(Number(value), 6)
  const text = Array.isArray(value) ? value.join(', ') : String(value)
  return <span class="own-lines">{text.length > mostOfText ? `${text.slice(0, mostOfText)}…` : text}</span>
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || Object.values(typeof value === 'object' ? value : [value]).every((one) => one === '')

const InLanguages: FC<{ text: MultilingualText }> = ({ text }) => (
  <>
    {languages
      .filter((language) => text[language]?.trim())
      .map((language) => (
        <span lang={language} class="own-lines in-language">
          {text[language]}
        </span>
      ))}
  </>
)

const Named: FC<{ frame: Frame; named: NamedRecords; to: RecordKind; numbers: readonly number[] }> = ({ frame, named, to, numbers }) => (
  <>
    {numbers.map((number) => {
      const found = named.get(`${to}/${number}`)
      return (
        <span class="in-language">
          <a href={link(frame, recordPath(to, number))}>{found === undefined ? number : recordTitle(found, frame.words, named)}</a>
        </span>
      )
    })}
  </>
)
