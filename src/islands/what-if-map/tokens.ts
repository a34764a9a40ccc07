/** Colours of the map, by the tokens of the stylesheet. */
const names = [
  'paper',
  'sheet',
  'glacier',
  'ink',
  'ink-2',
  'hair',
  'field',
  'spruce',
  'apple',
  'st-accel',
  'ins-bg',
  'rg-1',
  'rg-3',
  'rg-4',
] as const

export type Tokens = Readonly<Record<(typeof names)[number], string>>

/** Tokens as colours of the scheme in which an element stands: the browser resolves them. */
export function readTokens(element: Element): Tokens {
  const probe = document.createElement('span')
  element.append(probe)
  const tokens = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(--${name})`
      return [name, getComputedStyle(probe).color]
    }),
  )
  probe.remove()
  return tokens as Tokens
}
