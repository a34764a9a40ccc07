/** A generated page: title, who wrote it, and its parts with an empty line between. */
export const page = (title: string, ...parts: readonly string[]): string =>
  [`# ${title}`, '<!-- Written by `npm run docs`. Change the code, not this file. -->', ...parts.filter((part) => part !== '')].join(
    '\n\n',
  ) + '\n'

/** A table in Markdown; what would break a cell is escaped. */
export function table(header: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

export const code = (text: string): string => `\`${text}\``
