import type { Child, FC } from 'hono/jsx'

/** Everything else (`javascript:`, `data:`, an address of this site with its scheme left out) would do here what its writer likes. */
const leadsOut = /^(https?:\/\/|mailto:)[^\s]+$/i

/**
 * A link to an address that somebody wrote into the data: a page or a mailbox. What is neither is shown as the text that it is.
 * Words that stand for the address are the children; without them it is its own name.
 */
export const OutsideLink: FC<{ href: string; children?: Child }> = ({ href, children }) =>
  leadsOut.test(href) ? <a href={href}>{children ?? href}</a> : <>{children ?? href}</>
