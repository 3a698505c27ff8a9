/** Frame, masthead, verdict, tables and tools. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
html{scroll-padding-top:76px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:.9375rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;display:grid;grid-template-columns:300px minmax(0,1fr)}
main{max-width:1200px;width:100%;padding:30px 40px 60px;margin:0 auto}
h1,h2,h3,h4,h5,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}
h1{font-size:1.875rem;line-height:1.2;letter-spacing:-.015em;font-weight:650}
h2{font-size:1.1875rem;letter-spacing:-.01em;margin:44px 0 12px;padding-bottom:7px;border-bottom:1px solid var(--line)}
h3{font-size:.9688rem;margin:26px 0 8px}
h4{font-size:.75rem;letter-spacing:.06em;text-transform:uppercase;color:var(--dim);margin:20px 0 8px;font-weight:600}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
code,pre,.l{font-family:ui-monospace,"Cascadia Mono","SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.87em}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:6px 0 0}
time{font-variant-numeric:tabular-nums;color:var(--dim);font-size:.7812rem;white-space:nowrap}
.dim,h3 .dim{color:var(--dim);font-weight:400;font-size:.8438rem}
h3 .dim{margin-left:6px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.masthead .version{color:var(--dim);font-weight:400}
.eyebrow{font-size:.75rem;letter-spacing:.09em;text-transform:uppercase;color:var(--accent);font-weight:650;margin-bottom:4px}
.banner{display:flex;align-items:center;gap:26px;margin:22px 0 14px;padding:18px 24px;border-radius:10px;background:var(--tint);color:var(--tone);border:1px solid var(--tone);border-left-width:8px}
.banner .big{font-size:2.125rem;line-height:1.1;font-weight:750;letter-spacing:-.02em;white-space:nowrap}
.banner .big::first-letter{text-transform:uppercase}
.banner div{color:var(--ink)}
.caveat{font-weight:650}
.passed,.good{--tone:var(--good);--tint:var(--good-tint)}
.failed,.bad,.undefined,.ambiguous{--tone:var(--bad);--tint:var(--bad-tint)}
.pending,.warn{--tone:var(--warn);--tint:var(--warn-tint)}
.untestable{--tone:var(--untestable);--tint:var(--untestable-tint)}
.harness-error{--tone:var(--harness);--tint:var(--harness-tint)}
.info,.untested,.skipped,.not-run{--tone:var(--info);--tint:var(--info-tint)}
.untested{--tone:var(--dim);--tint:var(--sunk)}
.tiles{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(96px,1fr));gap:10px}
.tile a{display:block;height:100%;padding:10px 12px 9px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--ink);line-height:1.3}
.tile a:hover{text-decoration:none;border-color:var(--accent)}
.tile b{display:block;font-size:1.4375rem;font-variant-numeric:tabular-nums;font-weight:650;color:var(--tone,var(--ink))}
.tile span{color:var(--dim);font-size:.7812rem}
.verdict{display:inline-block;padding:1px 9px;border-radius:99px;background:var(--tint);color:var(--tone);font-size:.7812rem;font-weight:650;white-space:nowrap}
.blame{color:var(--dim);font-size:.7812rem;border:1px solid var(--line);border-radius:4px;padding:0 6px;margin-left:4px;white-space:nowrap}
.attention{list-style:none;background:var(--card);border:1px solid var(--line);border-radius:8px}
.attention li{display:grid;grid-template-columns:118px 1fr;gap:12px;padding:10px 16px;border-top:1px solid var(--line)}
.attention li:first-child{border-top:0}
.attention .verdict{align-self:start;justify-self:start;margin-top:2px}
.attention a{font-weight:600}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--card);margin-top:8px}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th,td{text-align:left;vertical-align:top;padding:7px 14px;border-top:1px solid var(--line)}
thead th{border-top:0;font-size:.75rem;color:var(--dim);font-weight:600;background:var(--sunk);white-space:nowrap}
tbody th{font-weight:600;white-space:nowrap}
tfoot th,tfoot td{font-weight:650;background:var(--sunk)}
.numbers td,.numbers th:not(:first-child){text-align:right;font-variant-numeric:tabular-nums}
.numbers td.text,.numbers th.text:not(:first-child){text-align:left}
.alarm{color:var(--bad);font-weight:700}
.matrix .dots{max-width:300px}
.matrix tr:target{background:var(--info-tint)}
a.dot{display:inline-block;margin:1px 0;padding:0 6px;border-radius:4px;background:var(--tint);color:var(--tone);font-size:.7812rem}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(270px,1fr));gap:1px;border:1px solid var(--line);border-radius:8px;background:var(--line);overflow:hidden}
.facts div{background:var(--card);padding:8px 14px}
.facts dt{font-size:.75rem;color:var(--dim)}.facts dd{overflow-wrap:anywhere}
.hash{overflow-wrap:anywhere}
.plain{list-style:none}
.ids{margin-top:8px}
.sign{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:24px;margin-bottom:20px}
.signature{border:1px solid var(--line);border-radius:8px;background:var(--card);padding:4px 20px 20px}
.blank{border-bottom:1px solid var(--dim);color:var(--dim);font-size:.7812rem;padding-top:22px}
#sign-off>p{margin-top:14px}
.box{display:inline-block;width:13px;height:13px;border:1.5px solid var(--ink);border-radius:2px;vertical-align:-2px}
footer{margin-top:40px;border-top:1px solid var(--line);padding-top:12px}
.contents{position:sticky;top:0;align-self:start;height:100vh;overflow-y:auto;border-right:1px solid var(--line);background:var(--card);padding:24px 14px 30px 20px;font-size:.8125rem;line-height:1.35}
.contents ul{list-style:none}
.contents>ul:first-child{padding-bottom:12px;border-bottom:1px solid var(--line)}
.contents a{display:flex;gap:8px;padding:3px 8px;border-radius:5px;color:var(--ink)}
.contents a:hover{background:var(--sunk);text-decoration:none}
.contents p{margin-top:14px;font-weight:650}
.contents .dot{flex:none;width:9px;height:9px;margin-top:4px;border-radius:9px;background:var(--tone);overflow:hidden;text-indent:20px}
.toolbar:not([hidden]){position:sticky;top:0;z-index:10;display:flex;flex-wrap:wrap;align-items:center;gap:10px;margin:26px -12px 0;padding:10px 12px;background:var(--bg);border-bottom:1px solid var(--line)}
.toolbar label{flex:1 1 260px}
#search{width:100%;font:inherit;padding:7px 12px;border:1px solid var(--line);border-radius:7px;background:var(--card);color:var(--ink)}
button{font:inherit;font-size:.8125rem;padding:4px 11px;border:1px solid var(--line);border-radius:99px;background:var(--card);color:var(--ink);cursor:pointer}
button:hover{border-color:var(--accent)}
button[aria-pressed=true]{background:var(--ink);border-color:var(--ink);color:var(--card)}
:is(button,#search,summary,a,.switch input):focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.chips,.tools{display:flex;flex-wrap:wrap;gap:6px}
#hits{font-size:.8125rem;color:var(--dim)}#hits:empty{display:none}
::highlight(search){background:#ffd84d;color:#1a1400}
@media (max-width:1100px){body{display:block}.contents{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line);padding:12px 20px}.contents>:not(ul:first-child){display:none}.contents>ul:first-child{display:flex;flex-wrap:wrap;border:0;padding:0}main{padding:22px 20px 50px}}
@media (max-width:620px){html{scroll-padding-top:10px}.toolbar:not([hidden]){position:static}.banner{flex-direction:column;align-items:flex-start;gap:6px}.attention li{grid-template-columns:1fr;gap:4px}main{padding:18px 14px 40px}}
`;
