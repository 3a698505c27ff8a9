/** Scenario cards: steps, notes, pictures, sequence diagram. */
export const SCENARIO_STYLE = `
.feature[hidden],.scenario[hidden]{display:none}
.scenario{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--tone);border-radius:8px;margin-top:8px}
.scenario:target,.message:target{box-shadow:0 0 0 2px var(--accent)}
summary{cursor:pointer}
.scenario>summary,.message>summary{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 12px;list-style:none}
.scenario>summary{padding:9px 16px}
.scenario>summary::-webkit-details-marker,.message>summary::-webkit-details-marker{display:none}
.scenario>summary::before,.message>summary::before{content:"";flex:none;width:7px;height:7px;border:solid var(--dim);border-width:0 2px 2px 0;transform:rotate(-45deg);align-self:center;transition:transform .12s}
.scenario[open]>summary::before,.message[open]>summary::before{transform:rotate(45deg)}
.scenario>summary .name{font-weight:600;flex:1 1 300px}
.end{margin-left:auto;display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}
.requirement{font-size:.7812rem}
.anchor{color:var(--dim);font-size:.7812rem;font-variant-numeric:tabular-nums;min-width:2.2em;text-align:right}
.scenario>.body{padding:2px 20px 20px;border-top:1px solid var(--line)}
.scenario>.body>p:first-child{margin-top:10px}
.tag{color:var(--info);margin-left:6px}
.reason{margin-top:10px;padding:8px 14px;border-radius:6px;background:var(--tint);color:var(--tone);font-weight:600}
.steps{list-style:none;margin-top:12px}
.step{display:grid;grid-template-columns:22px 1fr auto;gap:0 8px;padding:3px 0;align-items:baseline}
.step .given{grid-column:2/-1;width:auto;margin:2px 0 4px;font-size:.8125rem}
.step .given td{padding:1px 10px 1px 0;border:0;font-family:var(--mono,ui-monospace,monospace)}
.step .word{font-size:0}
.step .word::before{content:"\\2013";font-size:.9375rem;font-weight:700;color:var(--tone)}
.step.passed .word::before{content:"\\2713"}
.step.failed .word::before,.step.undefined .word::before,.step.ambiguous .word::before{content:"\\2715"}
.step.pending .word::before{content:"?"}
.step .text b{font-weight:600;color:var(--accent)}
.step.failed .text,.step.undefined .text{color:var(--bad);font-weight:600}
.step.skipped .text,.step.not-run .text{color:var(--dim)}
.step>pre,.step>details,.step>figure,.step>p{grid-column:2/-1}
.error{padding:10px 14px;border-radius:6px;background:var(--bad-tint);border-left:3px solid var(--bad);color:var(--ink)}
.note{margin:6px 0;padding:8px 14px;border-left:3px solid var(--tone);background:var(--tint);border-radius:0 6px 6px 0;font-size:.875rem}
.notes{margin-top:10px;font-size:.875rem}.notes summary{color:var(--info)}.notes ul{margin:4px 0 0 16px}
.note b{color:var(--tone)}
.note .dim{margin-top:2px}
.compare{display:flex;flex-wrap:wrap;gap:0 8px;align-items:baseline}
.compare dt{color:var(--dim);font-size:.8125rem}.compare dd{font-weight:600;overflow-wrap:anywhere;margin-right:18px}
blockquote{margin:4px 0;padding-left:12px;border-left:2px solid var(--line);font-style:italic}
.picture{margin-top:8px}
.picture img{max-width:min(100%,640px);border:1px solid var(--line);border-radius:6px;display:block}
figcaption{font-size:.7812rem;color:var(--dim);margin-top:3px}
.plain time{margin-right:8px}
.sequence{margin:16px 0 4px;overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--sunk);padding:4px 10px}
.sequence svg{display:block;margin:0 auto;max-width:100%;height:auto;min-width:480px;font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
.sequence text{text-anchor:middle;fill:var(--ink)}
.sequence a:hover{text-decoration:none}
.sequence a:hover text{text-decoration:underline}
.lane path{stroke:var(--line);stroke-width:1.5;fill:none}
.lane rect{fill:var(--card);stroke:var(--line)}
.lane text{font-weight:650;font-size:13px}
.lane.sut rect{fill:var(--ink);stroke:var(--ink)}.lane.sut text{fill:var(--card)}
.lane.sut path{stroke:var(--dim);stroke-width:2}
.sequence .time{text-anchor:end;fill:var(--dim);font-size:11px;font-variant-numeric:tabular-nums}
.sequence a{--arrow:var(--tone)}
.sequence .ink{--tone:var(--ink)}
.sequence .line{stroke:var(--arrow);stroke-width:1.6;fill:none}
.sequence .reply .line{stroke-width:1.3;stroke-dasharray:5 3}
.sequence .tip{fill:var(--arrow)}
.sequence a text{fill:var(--arrow);font-weight:600;paint-order:stroke;stroke:var(--sunk);stroke-width:4px;stroke-linejoin:round}
.sequence .reply text{font-weight:500}
.sequence tspan{fill:var(--dim);font-weight:400;font-size:11px}
.sequence .note rect{fill:var(--info-tint);stroke:var(--info)}
.sequence .note text{fill:var(--info);font-size:11.5px}
.sequence .control rect{fill:var(--warn-tint);stroke:var(--warn)}
.sequence .control text{fill:var(--warn);font-weight:600}
`;
