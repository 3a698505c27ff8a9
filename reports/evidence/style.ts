import { palette } from './palette.js';
import { MESSAGE_STYLE } from './style-message.js';
import { PAGE_STYLE } from './style-page.js';
import { PRINT_STYLE } from './style-print.js';
import { SCENARIO_STYLE } from './style-scenario.js';

/** The whole style of the page. System fonts only. */
export function pageStyle(): string {
  return palette() + PAGE_STYLE + SCENARIO_STYLE + MESSAGE_STYLE + PRINT_STYLE;
}
