/** Colours as in the other pages: light unless the reader's system says dark, always light on paper. */
const COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  bg: ['#f4f6f8', '#10151b'],
  card: ['#ffffff', '#181f28'],
  sunk: ['#f7f9fb', '#131a22'],
  ink: ['#18212c', '#e3e9f0'],
  dim: ['#566373', '#9aa7b6'],
  line: ['#dbe1e8', '#2b3542'],
  accent: ['#0a6570', '#58c7cf'],
  required: ['#0f6b3c', '#6ed7a0'],
  'required-tint': ['#e3f3ea', '#12301f'],
  conditional: ['#1c589c', '#84bbf6'],
  'conditional-tint': ['#e7f0fa', '#14293e'],
  none: ['#b0201a', '#ff938a'],
  'none-tint': ['#fdeceb', '#3d1a1a'],
  open: ['#566373', '#9aa7b6'],
  'open-tint': ['#eef1f4', '#232c37'],
};

const variables = (shade: 0 | 1): string =>
  Object.entries(COLOURS)
    .map(([name, pair]) => `--${name}:${pair[shade]}`)
    .join(';');

const SCREEN = `
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.45 system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
code,.label{font-family:ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;font-size:.92em}
main,header .inner{max-width:1180px;margin:0 auto;padding:0 1.25rem}
header{background:var(--card);border-bottom:1px solid var(--line);padding:1.4rem 0 1rem}
h1{margin:0;font-size:1.55rem;line-height:1.2}
h2{margin:2.2rem 0 .6rem;font-size:1.2rem}
h3{margin:0;font-size:1rem;display:inline}
.dim{color:var(--dim)}
.facts{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.5rem 0 0;padding:0;list-style:none;color:var(--dim)}
.facts b{color:var(--ink);font-weight:600}
.words{max-width:75ch;white-space:pre-line;overflow-wrap:break-word}
nav{position:sticky;top:0;z-index:2;background:var(--card);border-bottom:1px solid var(--line);padding:.5rem 0}
nav .inner{max-width:1180px;margin:0 auto;padding:0 1.25rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center}
nav a,a{color:var(--accent);text-decoration:none}
a:hover{text-decoration:underline}
input[type=search]{flex:1 1 16rem;min-width:12rem;font:inherit;color:inherit;background:var(--sunk);border:1px solid var(--line);border-radius:6px;padding:.35rem .6rem}
button{font:inherit;color:var(--accent);background:none;border:1px solid var(--line);border-radius:6px;padding:.3rem .7rem;cursor:pointer}
label.check{color:var(--dim);white-space:nowrap}
#hits{color:var(--dim);min-width:6rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;margin:.7rem 0;overflow:hidden}
.card>summary{padding:.65rem .9rem;cursor:pointer}
.card[open]>summary{border-bottom:1px solid var(--line)}
.body{padding:.2rem 0 .4rem}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;color:var(--dim);font-size:.9em;margin:.9rem 0 0}
.row{display:grid;grid-template-columns:minmax(9rem,15rem) 4.6rem 3.9rem 4.2rem 5.6rem minmax(0,1fr);gap:.1rem .7rem;align-items:baseline;padding:.28rem .9rem}
.row>*{min-width:0;overflow-wrap:anywhere}
.heads{color:var(--dim);font-size:.82em;border-bottom:1px solid var(--line)}
.part{border-top:1px solid var(--line)}
.part:first-child{border-top:0}
.part.not>.row,.part.not>details>summary>.row{opacity:.6}
details>summary{list-style:none}
details>summary::-webkit-details-marker{display:none}
details>summary .label::before,.card>summary h3::before{content:"\\25B8";display:inline-block;width:1.1em;text-indent:0;color:var(--dim)}
details[open]>summary .label::before,.card[open]>summary h3::before{content:"\\25BE"}
.row>.label{padding-left:1.1em;text-indent:-1.1em}
.leaf>.row>.label::before{content:"";display:inline-block;width:1.1em}
summary{cursor:pointer}
.inner-parts{background:var(--sunk)}
.inner-parts .row .label{margin-left:1.1rem}
.inner-parts .inner-parts .row .label{margin-left:2.2rem}
.inner-parts .inner-parts .inner-parts .row .label{margin-left:3.3rem}
.usage{display:inline-block;min-width:2.1em;text-align:center;border-radius:4px;padding:0 .35em;font-weight:600;font-size:.88em}
.u-R{color:var(--required);background:var(--required-tint)}
.u-RE,.u-C{color:var(--conditional);background:var(--conditional-tint)}
.u-X{color:var(--none);background:var(--none-tint)}
.u-O{color:var(--open);background:var(--open-tint)}
.notes{padding:0 .9rem .45rem calc(.9rem + 2.2em);display:grid;gap:.18rem;color:var(--ink);font-size:.94em}
.inner-parts .notes{padding-left:calc(2rem + 2.2em)}
.notes p,.rules li{margin:0;max-width:90ch;overflow-wrap:anywhere}
.tag{color:var(--accent);font-weight:600}
.judged{color:var(--dim)}
.judged::before{content:"\\2192\\00a0"}
.rules{margin:.5rem .9rem;padding-left:1.1rem}
.rules li{margin:.2rem 0}
.sets a,.sets code{margin-right:.35em}
.tree .label{white-space:nowrap}
.tree .notes{padding-left:1.9rem}
.tree .row{grid-template-columns:minmax(13rem,26rem) 4.6rem 3.9rem minmax(0,1fr)}
.codes{width:100%;border-collapse:collapse;font-size:.94em}
.codes td,.codes th{text-align:left;padding:.18rem .9rem;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
.codes th{color:var(--dim);font-weight:500;font-size:.88em}
[hidden]{display:none!important}
:target{scroll-margin-top:4rem}
.card:target{outline:2px solid var(--accent)}
@media(max-width:760px){.row,.tree .row{grid-template-columns:minmax(7rem,1fr) auto auto}.row>.wide{grid-column:1/-1}.heads{display:none}#hits{min-width:0}#hits:empty{display:none}}`;

const PRINT = `
@media print{
nav,.legend,button{display:none}
body{background:#fff;font-size:10pt}
main,header .inner{max-width:none;padding:0}
.card{break-inside:auto;border-radius:0;border-left:0;border-right:0;margin:.5rem 0}
.row{padding:.12rem .2rem;break-inside:avoid;grid-template-columns:6.5rem 4.2rem 3rem 3.4rem 4.4rem minmax(0,1fr)}
.tree .row{grid-template-columns:12rem 4.2rem 3rem minmax(0,1fr)}
.notes{padding-left:2.4em}
.card>summary{break-after:avoid}
h2{break-after:avoid}
.usage{border:1px solid currentColor;background:none}
a{color:inherit}
}`;

export function pageStyle(): string {
  const light = `:root{color-scheme:light;${variables(0)}}`;
  const dark = `@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${variables(1)}}}`;
  return light + dark + SCREEN + PRINT;
}
