import { etag, RETAINED_304_HEADERS } from 'hono/etag'

/**
 * Whoever has an answer already is told that it still stands: by a hash of what it says, whatever it depends on. Pages of other sites may
 * read that too, so the header that lets them stays.
 */
export const revalidated = etag({ weak: true, retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'] })
