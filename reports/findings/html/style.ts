/** What this page has beside the style that it shares with the evidence page. */
export const STYLE = `
.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.kinds td:nth-child(3){min-width:280px}
.kinds td:nth-child(2){white-space:nowrap}
.contents a,.scenario>summary .name{overflow-wrap:anywhere;min-width:0}
.more{margin-top:8px}
.more>summary,.followers>summary{color:var(--accent);font-size:.8438rem}
.others>summary{color:var(--tone);font-weight:600}
.others>.note{border-left-width:2px;padding:6px 10px;margin:6px 0}
.lines{counter-reset:none}
.l::before{counter-increment:none;content:attr(data-line)}
.l{padding-left:66px}
.l::before{width:28px}
.warn.tile b{color:var(--warn)}
.scenario[hidden],.kinds tr[hidden]{display:none}
@media (max-width:620px){.l{padding-left:32px}}
@media print{.more,.others,.followers{display:block}}
`;
