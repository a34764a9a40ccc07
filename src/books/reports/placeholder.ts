/**
 * Words of staff with places where figures of the record go.
 *
 *     {{figure SERIES PERIOD}}    the figure of this period: {{figure 11.6.2-kzala-kazstat-3f9a1c2e 2023}}
 *     {{figure SERIES latest}}    the last figure that there is
 *
 * `SERIES` is the address of a series, as in the address of a figure's page.
 */
export interface Placeholder {
  /** As it was written, braces included. */
  written: string
  /** null: what stands between the braces is no placeholder. */
  figure: { series: string; period: string } | null
}

/** A paragraph or a list; a line is plain words and placeholders one after another. */
export type WrittenBlock<Place = Placeholder> =
  | { kind: 'paragraph'; text: ReadonlyArray<string | Place> }
  | { kind: 'list'; items: ReadonlyArray<ReadonlyArray<string | Place>> }

/**
 * A text as it was written into a form: a blank line ends a paragraph, lines that begin with `- ` are a list.
 *
 * @example
 * readWritten('Air: {{figure 11.6.2-x 2023}}.')[0].text[1].figure // => { series: '11.6.2-x', period: '2023' }
 */
export function readWritten(text: string): WrittenBlock[] {
  const blocks: WrittenBlock[] = []
  for (const paragraph of text.split(/\n\s*\n/).filter((one) => one.trim() !== '')) {
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '')
    const isItem = (line: string | undefined) => line?.startsWith('- ') === true
    // A list may follow its heading sentence without a blank line.
    const begin = lines.findIndex((line, at) => lines.slice(at).every(isItem) && isItem(line))
    const words = begin === -1 ? lines : lines.slice(0, begin)
    if (words.length > 0) blocks.push({ kind: 'paragraph', text: readLine(words.join(' ')) })
    if (begin !== -1) blocks.push({ kind: 'list', items: lines.slice(begin).map((line) => readLine(line.slice(2))) })
  }
  return blocks
}

/** All placeholders of a text, in their order. */
export const placeholdersIn = (blocks: readonly WrittenBlock[]): Placeholder[] =>
  blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.items))
    .flatMap((line) => line.filter((part): part is Placeholder => typeof part !== 'string'))

/** The blocks with what stands in the place of each placeholder. */
export const fillWritten = <Place>(
  blocks: readonly WrittenBlock[],
  fill: (placeholder: Placeholder) => string | Place,
): Array<WrittenBlock<Place>> => {
  const filled = (line: ReadonlyArray<string | Placeholder>) => line.map((part) => (typeof part === 'string' ? part : fill(part)))
  return blocks.map((block) =>
    block.kind === 'paragraph' ? { kind: 'paragraph', text: filled(block.text) } : { kind: 'list', items: block.items.map(filled) },
  )
}

function readLine(line: string): Array<string | Placeholder> {
  const parts = line.split(/(\{\{.*?\}\}|\{\{.*$)/).filter((part) => part !== '')
  return parts.map((part) => (part.startsWith('{{') ? readPlaceholder(part) : part))
}

function readPlaceholder(written: string): Placeholder {
  const [, series, period] = /^\{\{\s*figure\s+(\S+)\s+([\w-]+)\s*\}\}$/.exec(written) ?? []
  return { written, figure: series === undefined || period === undefined ? null : { series, period } }
}

/**
 * The placeholder of a figure, as it is copied into a text.
 *
 * @example
 * placeholderOf('11.6.2-kzala-kazstat-3f9a1c2e', 'latest') // => '{{figure 11.6.2-kzala-kazstat-3f9a1c2e latest}}'
 */
export const placeholderOf = (series: string, period: string): string => `{{figure ${series} ${period}}}`
