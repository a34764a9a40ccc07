/** What every file says about where its content is from: each thing by its name in the reader's language. */
export interface Origin {
  source: NamedText
  licence: NamedText
  release: NamedText
  address: NamedText
}

interface NamedText {
  name: string
  text: string
}

/** In the order in which files have them. */
export const originTexts = ({ source, licence, release, address }: Origin): NamedText[] => [source, licence, release, address]
