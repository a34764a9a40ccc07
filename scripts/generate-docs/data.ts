import { columnsOf, dataCatalogue, protectionLevels } from '../../src/books/accounts/data-catalogue.ts'
import { retentionDays } from '../../src/books/accounts/retention.ts'
import { code, page, table } from './page.ts'

const days: Readonly<Record<string, number>> = retentionDays

/** What is kept, why, how long, and how well each column is guarded. */
export const describeData = (): string =>
  page(
    'Data catalogue',
    'Every table and column by how well it is guarded; what the levels ask for stands in [privacy.md](../privacy.md#protection-levels). Tables with something personal come first.',
    table(
      ['table', 'what for', 'how long', ...protectionLevels],
      Object.entries(dataCatalogue)
        .sort(([a], [b]) => Number(hasPersonal(b)) - Number(hasPersonal(a)) || (a < b ? -1 : 1))
        .map(([name, { purpose, kept }]) => [
          code(name),
          purpose,
          days[kept] === undefined ? kept : `${days[kept]} ${days[kept] === 1 ? 'day' : 'days'}`,
          ...protectionLevels.map((level) => columnsOf(name, level).join(', ')),
        ]),
    ),
  )

const hasPersonal = (name: string): boolean => columnsOf(name, 'personal').length + columnsOf(name, 'special').length > 0
