import { crc32, deflateRawSync } from 'node:zlib'

/** A workbook with one sheet for tests, built by hand so that a hostile one can be built as well. */
export function workbook(sheetXml: string, name = 'Sheet1'): Uint8Array {
  return zip(workbookFiles(`<worksheet xmlns="${main}">${sheetXml}</worksheet>`, name))
}

/** The files inside a workbook, around a sheet given as it is. */
export const workbookFiles = (sheet: string | Buffer, name = 'Sheet1') => ({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"/>`,
  'xl/worksheets/sheet1.xml': sheet,
})

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Rows as `<sheetData>`: numbers as they are written, everything else as inline text. */
export function sheetData(rows: ReadonlyArray<ReadonlyArray<string | null>>): string {
  const cell = (value: string | null, row: number, column: number) => {
    const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`
    if (value === null) return ''
    return /^-?[\d.]+(E-?\d+)?$/.test(value) ? `<c ${at}><v>${value}</v></c>` : `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>`
  }
  return `<sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`).join('')}</sheetData>`
}

/** A ZIP file; `claimed` overrides the unpacked size that the directory states. */
export function zip(files: Readonly<Record<string, string | Buffer>>, claimed?: number): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const name = Buffer.from(path)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimed ?? bytes.length, 18)
    fields.writeUInt16LE(name.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name)
    offset += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end]))
}
