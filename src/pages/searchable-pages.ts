import { languages, type MultilingualText } from '../books/text.ts'
import { catalogues, type MessageKey } from './messages.ts'

/** Pages that search finds besides what the record holds: address, title, and the sentence under the title. */
const pages: ReadonlyArray<{ path: string; title: MessageKey; text: MessageKey }> = [
  { path: '/methods', title: 'methods.title', text: 'methods.lede' },
  { path: '/methods/11.7.1', title: 'spatial.space_title', text: 'spatial.space_lede' },
  { path: '/methods/11.2.1', title: 'spatial.access_title', text: 'spatial.access_lede' },
  { path: '/map', title: 'spatial.map_title', text: 'spatial.access_mapSearch' },
  { path: '/about', title: 'about.title', text: 'about.lede' },
  { path: '/trust', title: 'trust.title', text: 'trust.lede' },
  { path: '/cooperation', title: 'cooperation.title', text: 'cooperation.lede' },
  { path: '/gaps', title: 'about.gapsTitle', text: 'about.gapsLede' },
  { path: '/licence', title: 'about.licenceTitle', text: 'about.licenceDescription' },
  { path: '/contact', title: 'about.contactTitle', text: 'about.contactDescription' },
  { path: '/accessibility', title: 'about.accessibilityTitle', text: 'about.accessibilityDescription' },
  { path: '/privacy', title: 'privacy.title', text: 'privacy.description' },
  { path: '/cooperation/tour-group', title: 'tourGroup.title', text: 'tourGroup.description' },
  { path: '/api', title: 'common.api', text: 'api.lede' },
]

/** A message in every language. */
const everywhere = (key: MessageKey): MultilingualText =>
  Object.fromEntries(languages.map((language) => [language, catalogues[language][key] ?? '']))

export const searchablePages = pages.map(({ path, title, text }) => ({ path, title: everywhere(title), text: everywhere(text) }))
