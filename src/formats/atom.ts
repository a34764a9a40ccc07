/** A feed of changes: the newest entry first. */
export interface Feed {
  /** Never changes, so that readers know the feed again: its own address. */
  id: string
  title: string
  language: string
  /** Address of the feed, and of the page it belongs to. */
  self: string
  page: string
  author: string
  entries: readonly FeedEntry[]
}

export interface FeedEntry {
  id: string
  title: string
  page: string
  /** Moment of the change, ISO. */
  updated: string
  published: string
  summary: string
}

/**
 * The feed as an Atom document (RFC 4287).
 *
 * Missing  a feed without entries says that it was last changed at the beginning of 1970: Atom wants a moment, and
 *          the clock is not asked, so that the same record always gives the same bytes.
 */
export function writeAtom(feed: Feed): string {
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00Z'
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(feed.language)}">
  <id>${escape(feed.id)}</id>
  <title>${escape(feed.title)}</title>
  <updated>${escape(updated)}</updated>
  <author><name>${escape(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escape(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${escape(feed.page)}"/>
${feed.entries.map(writeEntry).join('')}</feed>
`
}

const writeEntry = (entry: FeedEntry): string => `  <entry>
    <id>${escape(entry.id)}</id>
    <title>${escape(entry.title)}</title>
    <published>${escape(entry.published)}</published>
    <updated>${escape(entry.updated)}</updated>
    <link rel="alternate" type="text/html" href="${escape(entry.page)}"/>
    <summary>${escape(entry.summary)}</summary>
  </entry>
`

/** XML text: markup escaped, and characters that XML 1.0 does not have left out. */
const escape = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- these are the ones that must not pass
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
