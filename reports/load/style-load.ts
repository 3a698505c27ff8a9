/** What a load page has beside tables and banners: charts, warnings, bars. */
export const LOAD_STYLE = `
body{display:block}
main{max-width:1240px}
.masthead{display:flex;align-items:flex-start;justify-content:space-between;gap:6px 24px}
.masthead>div{min-width:0;overflow-wrap:anywhere}
.masthead button{flex:none}
.jump{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:.8438rem;margin-top:8px}
.failed-word,.alarm{color:var(--bad);font-weight:650}
.incomplete,.measured{--tone:var(--warn);--tint:var(--warn-tint)}
.measured{--tone:var(--info);--tint:var(--info-tint)}
.unreachable{--tone:var(--bad);--tint:var(--bad-tint)}
.warnings{list-style:none;margin:0 0 14px;border:1px solid var(--warn);border-left-width:8px;border-radius:8px;background:var(--warn-tint)}
.warnings li{padding:8px 16px;border-top:1px solid var(--line)}
.warnings li:first-child{border-top:0}
.tile>div{height:100%;padding:10px 12px 9px;border:1px solid var(--line);border-radius:8px;background:var(--card);line-height:1.3}
.tiles{grid-template-columns:repeat(auto-fit,minmax(132px,1fr))}
.tile b{white-space:nowrap}
.withheld{padding:12px 16px;border:1px solid var(--warn);border-radius:8px;background:var(--warn-tint)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,500px),1fr));gap:14px;margin-top:14px}
.chart:not([hidden]){display:block;padding:14px 16px 8px;border:1px solid var(--line);border-radius:8px;background:var(--card);min-width:0}
.chart.wide{grid-column:1/-1}
.chart figcaption b{display:block}
.chart figcaption span{color:var(--dim);font-size:.8125rem}
.plot{margin-top:8px;min-width:0;overflow:hidden}
.uplot,.uplot *{font-family:inherit}
.u-legend{font-size:.8125rem;color:var(--ink);text-align:left!important;padding:2px 0 4px;display:flex;flex-wrap:wrap;gap:0 14px;width:auto}
.u-legend tbody{display:contents}
.u-legend tr{display:inline-flex}
.u-legend th,.u-legend td{border:0;padding:2px 3px;white-space:nowrap;font-weight:400}
.u-legend td{min-width:52px;font-variant-numeric:tabular-nums;font-weight:600;text-align:left}
.u-legend th>*{display:inline-block;vertical-align:middle}
.u-legend .u-marker{width:18px;height:0;margin-right:5px;border-left:0!important;border-right:0!important;border-bottom:0!important}
.u-legend .u-series:first-child .u-marker{display:none}
.u-cursor-x,.u-cursor-y{border-color:var(--dim)}
.u-select{background:var(--info-tint);opacity:.5}
.bar{display:block;width:100%;min-width:120px;height:12px}
.bar rect{fill:var(--bad)}
.numbers .text,.numbers .word,.numbers th.text:not(:first-child){text-align:left;font-variant-numeric:normal}
.numbers td{white-space:nowrap}
.dense th,.dense td{padding:7px 8px}
.numbers td.text{min-width:150px}
.facts{background:var(--card)}
.facts div{box-shadow:0 0 0 1px var(--line)}
.numbers td.text{white-space:normal}
.ids code{display:inline-block;margin-right:12px}
details.by-time{margin-top:14px}
details.by-time>summary{cursor:pointer;color:var(--accent);font-weight:600}
.head-p{margin-top:6px}
@media (max-width:620px){th .dim{display:none}.numbers th,.numbers td{padding:7px 10px}}
@media print{.jump,#theme,.u-cursor-x,.u-cursor-y,.u-cursor-pt{display:none!important}.chart{break-inside:avoid}.charts{display:block}.chart:not([hidden]){margin-top:12px}.warnings,.warnings li{break-inside:avoid}.scroll{overflow:visible}.numbers th,.numbers td{padding:3px 4px}.numbers thead th{white-space:normal}.numbers td.text{min-width:90px}.by-time:not([open]){display:none}.u-legend td{display:none}}
`;
