import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'
import { seeded } from './harness.ts'

/** Size of a made table: ADB has 63 economies, 35 sectors and 5 columns of final demand each. */
export interface MadeTable {
  regions: number
  sectors: number
  demand: number
}

export const adbSize: MadeTable = { regions: 63, sectors: 35, demand: 5 }

/**
 * Writes a workbook in the layout of the ADB MRIO, row by row: title, two rows of labels, four columns of labels, eight rows of value
 * added and totals, output in the last column. Answers the sum of all its numbers.
 */
export async function writeAdbWorkbook(file: string, size: MadeTable = adbSize): Promise<number> {
  const zip = new ZipWriter(file)
  const total = { sum: 0 }
  await zip.add('[Content_Types].xml', [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
  ])
  await zip.add('_rels/.rels', [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ])
  await zip.add('xl/workbook.xml', [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="ADB MRIO 2022" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ])
  await zip.add('xl/_rels/workbook.xml.rels', [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
  ])
  const texts = new Map<string, number>()
  const shared = (text: string) => {
    const number = texts.get(text) ?? texts.size
    texts.set(text, number)
    return number
  }
  await zip.add('xl/worksheets/sheet1.xml', sheetRows(size, shared, total))
  const strings = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('')
  await zip.add('xl/sharedStrings.xml', [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${texts.size}" uniqueCount="${texts.size}">${strings}</sst>`,
  ])
  zip.end()
  return total.sum
}

const valueAddedRows = ['r60', 'r99', 'r61', 'r62', 'r63', 'r64', 'r65', 'r69']
const valueAddedNames = [
  'Total intermediate consumption',
  'taxes less subsidies on products',
  'Cif/ fob adjustments on exports',
  'Direct purchases abroad by residents',
  'Purchases on the domestic territory by non-residents',
  'Value added at basic prices',
  'International Transport Margins',
  'Output at basic prices',
]

function* sheetRows({ regions, sectors, demand }: MadeTable, shared: (text: string) => number, total: { sum: number }): Generator<string> {
  const n = regions * sectors
  const width = n + regions * demand + 1
  const random = seeded(22)
  const letters = Array.from({ length: width + 4 }, (_, at) => lettersOf(at))
  const text = (column: number, row: number, value: string) =>
    `<c r="${letters[column] ?? ''}${row}" s="1" t="s"><v>${shared(value)}</v></c>`
  const region = (at: number) => `R${String(at).padStart(2, '0')}`
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
  yield `<row r="1">${text(0, 1, 'ADB Multi-Regional Input-Output Table, 2022')}</row><row r="2">${text(0, 2, 'in millions of US dollars, current prices')}</row>`
  const columnRegion = (at: number) =>
    at < n ? region(Math.floor(at / sectors)) : at < width - 1 ? region(Math.floor((at - n) / demand)) : 'ToT'
  const columnCode = (at: number) => (at < n ? `c${(at % sectors) + 1}` : at < width - 1 ? `F${((at - n) % demand) + 1}` : 'ToT')
  yield `<row r="6">${Array.from({ length: width }, (_, at) => text(at + 4, 6, columnRegion(at))).join('')}</row>`
  yield `<row r="7">${Array.from({ length: width }, (_, at) => text(at + 4, 7, columnCode(at))).join('')}</row>`
  const columnSums = new Float64Array(n)
  const outputs = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const row = 8 + i
    const cells = [
      text(1, row, `Sector ${(i % sectors) + 1}`),
      text(2, row, region(Math.floor(i / sectors))),
      text(3, row, `c${(i % sectors) + 1}`),
    ]
    let output = 0
    for (let j = 0; j < width - 1; j++) {
      // Sales at home are larger by far, as in the real tables.
      const home = j < n ? Math.floor(i / sectors) === Math.floor(j / sectors) : Math.floor(i / sectors) === Math.floor((j - n) / demand)
      const value = random() ** 3 * (home ? 900 : 4) * (j < n ? 1 : 30)
      output += value
      if (j < n) columnSums[j] = (columnSums[j] ?? 0) + value
      total.sum += value
      cells.push(`<c r="${letters[j + 4] ?? ''}${row}" s="2"><v>${value}</v></c>`)
    }
    outputs[i] = output
    total.sum += output
    cells.push(`<c r="${letters[width + 3] ?? ''}${row}" s="2"><v>${output}</v></c>`)
    yield `<row r="${row}" spans="1:${width + 4}">${cells.join('')}</row>`
  }
  for (const [at, code] of valueAddedRows.entries()) {
    const row = 8 + n + at
    const cells = [text(1, row, valueAddedNames[at] ?? ''), text(2, row, 'ToT'), text(3, row, code)]
    for (let j = 0; j < n; j++) {
      const [inputs, output] = [columnSums[j] ?? 0, outputs[j] ?? 0]
      const value = code === 'r60' ? inputs : code === 'r69' ? output : code === 'r64' ? output - inputs : 0
      total.sum += value
      cells.push(`<c r="${letters[j + 4] ?? ''}${row}" s="2"><v>${value}</v></c>`)
    }
    yield `<row r="${row}">${cells.join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** A zip archive written from front to back; sizes are put into each header when its entry has ended. */
class ZipWriter {
  readonly #file: number
  readonly #directory: Buffer[] = []
  #at = 0

  constructor(file: string) {
    this.#file = openSync(file, 'w')
  }

  async add(path: string, parts: Iterable<string>): Promise<void> {
    const start = this.#at
    const name = Buffer.from(path)
    this.#write(Buffer.alloc(30 + name.length))
    const deflate = createDeflateRaw({ level: 6 })
    deflate.on('data', (chunk: Buffer) => this.#write(chunk))
    const ended = new Promise((resolve) => deflate.on('end', resolve))
    let [size, sum] = [0, 0]
    for (const part of parts) {
      const bytes = Buffer.from(part)
      size += bytes.length
      sum = crc32(bytes, sum)
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve))
    }
    deflate.end()
    await ended
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(33, 8)
    common.writeUInt32LE(sum, 10)
    common.writeUInt32LE(this.#at - start - 30 - name.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(name.length, 22)
    writeSync(this.#file, Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name]), 0, 30 + name.length, start)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(start, 10)
    this.#directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, name]))
  }

  end(): void {
    const list = Buffer.concat(this.#directory)
    const end = Buffer.alloc(22)
    end.write('PK\u0005\u0006', 0, 'latin1')
    end.writeUInt16LE(this.#directory.length, 8)
    end.writeUInt16LE(this.#directory.length, 10)
    end.writeUInt32LE(list.length, 12)
    end.writeUInt32LE(this.#at, 16)
    this.#write(list)
    this.#write(end)
    closeSync(this.#file)
  }

  #write(bytes: Buffer): void {
    writeSync(this.#file, bytes, 0, bytes.length, this.#at)
    this.#at += bytes.length
  }
}
