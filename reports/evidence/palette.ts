/** By name: [light, dark]. */
export type Colours = Readonly<Record<string, readonly [string, string]>>;

/** Colours of the page. Texts have a contrast of at least 4.5 on each ground that they stand on, separators 3. */
const COLOURS: Colours = {
  bg: ['#f4f6f8', '#10151b'],
  card: ['#ffffff', '#181f28'],
  sunk: ['#f7f9fb', '#131a22'],
  ink: ['#18212c', '#e3e9f0'],
  dim: ['#566373', '#9aa7b6'],
  line: ['#dbe1e8', '#2b3542'],
  accent: ['#0a6570', '#58c7cf'],
  segment: ['#0a6570', '#58c7cf'],
  separator: ['#808d9c', '#65727f'],
  identifier: ['#7a3e00', '#f0b27a'],
  person: ['#6a1b6e', '#e2a6e6'],
  time: ['#3b5b8c', '#9dbdec'],
  status: ['#0f6b3c', '#6ed7a0'],
  good: ['#0f6b3c', '#6ed7a0'],
  'good-tint': ['#e3f3ea', '#12301f'],
  bad: ['#b0201a', '#ff938a'],
  'bad-tint': ['#fdeceb', '#3d1a1a'],
  warn: ['#7d5200', '#f1bf62'],
  'warn-tint': ['#fff2d9', '#35290f'],
  info: ['#1c589c', '#84bbf6'],
  'info-tint': ['#e7f0fa', '#14293e'],
  untestable: ['#58459a', '#baa9f2'],
  'untestable-tint': ['#eeeaf9', '#261f3e'],
  harness: ['#98156f', '#f392cf'],
  'harness-tint': ['#fbe7f4', '#3a1731'],
};

const variables = (colours: Colours, shade: 0 | 1): string =>
  Object.entries(colours)
    .map(([name, pair]) => `--${name}:${pair[shade]}`)
    .join(';');

/** Light unless the reader's system or the toggle says dark; always light on paper. */
export function palette(colours: Colours = COLOURS): string {
  return `
:root{color-scheme:light;${variables(colours, 0)}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${variables(colours, 1)}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${variables(colours, 1)}}}`;
}
