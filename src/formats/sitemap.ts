/** One page and its translations. */
export interface SitemapEntry {
  /** Address by language. */
  addresses: Readonly<Record<string, string>>
}

/** A sitemap (sitemaps.org 0.9): every language of a page is an entry that names the others. */
export function writeSitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.flatMap(({ addresses }) => {
    const alternates = Object.entries(addresses)
      .map(([language, address]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(address)}"/>`)
      .join('')
    return Object.values(addresses).map((address) => `<url><loc>${escapeXml(address)}</loc>${alternates}</url>`)
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
