/** How a report is set. Everything that it says comes as data, so that no word of it can be taken for a command. */
export const reportSource = `
#let d = json("/data.json")
#let spruce = rgb("#14594a")
#let grey = rgb("#4b5b58")
#let hair = rgb("#c5d1ce")
#set document(title: d.title + ". " + d.subtitle, date: datetime(year: d.date.year, month: d.date.month, day: d.date.day))
#set page(
  paper: "a4",
  margin: (x: 2cm, top: 1.8cm, bottom: 2cm),
  footer: context {
    set text(size: 7.5pt, fill: grey)
    grid(columns: (1fr, auto), column-gutter: 1em, d.foot, [#counter(page).display() / #counter(page).final().first()])
  },
)
#set text(font: "Golos Text", size: 9.5pt, lang: d.language, hyphenate: false)
#set par(leading: 0.58em, spacing: 0.9em)
#show title: set text(size: 20pt, weight: 600, fill: spruce)
#show title: set block(below: 0.7em)
#show heading: set text(weight: 600, fill: spruce)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 1): set block(above: 1.8em, below: 0.8em, sticky: true)
#show heading.where(level: 2): set text(size: 11pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em, sticky: true)
#show outline.entry: set text(size: 9.5pt)

#let part(one, in-cell) = {
  if "break" in one { linebreak() } else {
    let words = text(weight: if "strong" in one { 600 } else { 400 }, one.text)
    let words = if "fine" in one { text(size: 0.82em, fill: grey, one.text) } else { words }
    if "href" in one { link(one.href, text(fill: spruce, words)) } else { words }
    if "released" in one {
      if in-cell [\\ ] else [~]
      text(size: 0.72em, fill: grey, if in-cell { one.released } else { "(" + one.released + ")" })
    }
  }
}
#let line-of(parts, in-cell: false) = parts.map(one => part(one, in-cell)).join()

#let table-of(block) = figure(
  kind: table,
  supplement: none,
  numbering: none,
  caption: figure.caption(position: top, text(size: 8.5pt, weight: 600, block.caption)),
  {
    set text(size: 8.5pt)
    set par(leading: 0.45em)
    set table.cell(breakable: false)
    table(
      columns: block.columns.map(column => column.width * 1fr),
      align: (x, y) => (if block.columns.at(x).numeric { right } else { left }) + (if y == 0 { bottom } else { top }),
      stroke: (x, y) => (bottom: if y == 0 { 0.9pt + spruce } else { 0.4pt + hair }),
      inset: (x, y) => (left: if x == 0 { 0pt } else if block.columns.at(x - 1).numeric and not block.columns.at(x).numeric { 10pt } else { 4pt }, right: if x == block.columns.len() - 1 { 0pt } else { 4pt }, y: 4pt),
      table.header(..block.columns.map(column => text(size: 7.8pt, weight: 600, column.title))),
      ..block.rows.map(cells => cells.map(parts => if parts.len() == 0 [] else { line-of(parts, in-cell: true) })).flatten(),
    )
  },
)

#let chart-of(one) = figure(
  kind: image,
  supplement: none,
  numbering: none,
  caption: figure.caption(position: top, text(size: 8.5pt, line-of(one.caption))),
  image(bytes(one.svg), format: "svg", alt: one.label, width: 100%),
)

#show figure: set block(above: 1.1em, below: 1.3em)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set align(left)
#show figure.where(kind: image): set block(breakable: false)
#show figure.caption: set align(left)
#show figure.caption: set par(leading: 0.45em)
#show figure.caption.where(kind: table): set block(sticky: true)

#title(d.title)
#text(size: 12pt, d.subtitle)

#if d.hasContents { outline(title: none, depth: 2, indent: 1.2em) }

#for block in d.blocks {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "page" { pagebreak(weak: true) }
  else if block.kind == "paragraph" { par(line-of(block.text)) }
  else if block.kind == "note" {
    std.block(inset: (left: 8pt, y: 2pt), stroke: (left: 2pt + rgb("#805400")), text(fill: grey, line-of(block.text)))
  }
  else if block.kind == "list" { list(spacing: 0.65em, ..block.items.map(item => line-of(item))) }
  else if block.kind == "table" { table-of(block) }
  else if block.kind == "charts" {
    let halves = block.charts.filter(one => one.size == "half")
    for one in block.charts.filter(one => one.size == "whole") { chart-of(one) }
    if halves.len() > 0 { grid(columns: (1fr, 1fr), column-gutter: 1.2em, row-gutter: 0.5em, ..halves.map(chart-of)) }
  }
}
`
