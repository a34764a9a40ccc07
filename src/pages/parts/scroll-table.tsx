import type { Child, FC } from 'hono/jsx'
import type { Words } from '../words.ts'

/**
 * A table that may be wider than the screen: it scrolls sideways inside itself, and the edge that cuts it is
 * ruled and says so. `labelledBy` is the id of the heading that names it; the children are the parts of the table.
 */
export const ScrollTable: FC<{ labelledBy: string; words: Words; class?: string; children?: Child }> = (props) => (
  <div class="scroll" tabindex={0} role="group" aria-labelledby={props.labelledBy}>
    <table class={props.class}>{props.children}</table>
    <p class="scroll-cue" aria-hidden="true">
      {props.words.t('common.scrollCue')} →
    </p>
  </div>
)
