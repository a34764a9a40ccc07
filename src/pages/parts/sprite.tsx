import type { FC } from 'hono/jsx'

/** The glyphs of the page, once: the mark of Bagdar and the four needles of status. */
export const Sprite: FC = () => (
  <svg class="sprite" width="0" height="0" aria-hidden="true">
    <symbol id="mark" viewBox="0 0 30 25">
      <path class="red" d="M15 1v18L5 22z" />
      <path d="M15 1v18l10 3z" fill="currentColor" />
      <path d="M0 24.2h30" stroke="currentColor" stroke-width="1.5" />
    </symbol>
    <symbol id="on" viewBox="0 0 24 24">
      <circle cx="12" cy="12" r="11.5" fill="currentColor" />
      <path class="hole" d="M12 4l5 14-5-3.2L7 18z" />
    </symbol>
    <symbol id="accel" viewBox="0 0 24 24">
      <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" stroke-width="2" />
      <path d="M12 5l4.4 12.4L12 14.6l-4.4 2.8z" fill="currentColor" transform="rotate(62 12 12)" />
    </symbol>
    <symbol id="reverse" viewBox="0 0 24 24">
      <path d="M1 2h22L12 23.5z" fill="currentColor" />
      <path class="hole" d="M12 17.5L8.4 6l3.6 2.4L15.6 6z" />
    </symbol>
    <symbol id="none" viewBox="0 0 24 24">
      <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.3 3.3" />
      <path d="M8 12h8" stroke="currentColor" stroke-width="2" />
    </symbol>
  </svg>
)
