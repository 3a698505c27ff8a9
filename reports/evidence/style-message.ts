/** Messages: segments, fields, marks. */
const IDENTIFIERS =
  '.MSH-10,.MSA-2,.PID-2,.PID-3,.PID-18,.PV1-19,.MRG-1,.ORC-2,.ORC-3,.OBR-2,.OBR-3,.RXE-15,.SPM-2,.IPC-1,.IPC-3';
const PEOPLE = '.PID-5,.PID-9,.NK1-2,.PV1-7,.PV1-17,.ORC-12,.OBR-16,.RXA-10,.PID-11,.PID-13';
const TIMES = '.MSH-7,.EVN-2,.EVN-6,.PID-7,.PV1-44,.PV1-45,.ORC-9,.OBR-7,.OBR-14,.OBR-22,.OBX-14,.OBX-19,.RXA-3,.RXA-4';
const STATES = '.MSH-9,.MSA-1,.ORC-1,.ORC-5,.OBR-25,.OBX-8,.OBX-11,.RXA-20,.RXA-21,.ERR-3';

export const MESSAGE_STYLE = `
.message{border:1px solid var(--line);border-radius:7px;margin-top:6px;background:var(--card)}
.message>summary{padding:6px 14px;font-size:.875rem}
.message[open]>summary{border-bottom:1px solid var(--line);background:var(--sunk);border-radius:7px 7px 0 0}
.route{min-width:128px;color:var(--dim)}
.control{color:var(--identifier)}
.code{font-weight:650;color:var(--tone);font-size:.8125rem}
.count,.fault{padding:0 8px;border-radius:4px;background:var(--tint);color:var(--tone);font-size:.7812rem;font-weight:600}
.fault{background:var(--warn-tint);color:var(--warn)}
.message>.body{padding:10px 16px 14px}
.hl7{position:relative}
.switch{float:right;position:relative;z-index:2;font-size:.75rem;color:var(--dim);cursor:pointer;margin:0 0 4px 16px}
.switch input{vertical-align:-2px;margin:0 3px 0 0;accent-color:var(--accent)}
.lines{counter-reset:line;padding-top:1px}
.l{counter-increment:line;position:relative;padding-left:60px;text-indent:-32px;line-height:1.6;overflow-wrap:anywhere;color:var(--separator)}
.l::before{content:counter(line);position:absolute;left:0;width:20px;text-indent:0;text-align:right;color:var(--separator);font-size:.85em;line-height:1.9}
.l b{color:var(--segment)}
.l i{font-style:normal;color:var(--ink);border-radius:2px}
.l i:hover{background:var(--info-tint)}
.l :is(${IDENTIFIERS}){color:var(--identifier)}
.l :is(${PEOPLE}){color:var(--person)}
.l :is(${TIMES}){color:var(--time)}
.l :is(${STATES}){color:var(--status);font-weight:600}
.l .OBX-5{font-weight:650}
.l i[class]{position:relative}
.l i[class]:hover::after{content:var(--n);position:absolute;left:0;top:1.7em;z-index:5;padding:3px 9px;border-radius:5px;background:var(--ink);color:var(--card);font:600 .75rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;text-indent:0;white-space:nowrap;pointer-events:none}
.l.gone{color:var(--dim);font-style:italic}.l.gone::before{content:"\\2013"}
mark.offending{padding:0 3px;border-radius:3px;background:var(--tint);color:var(--tone);font-weight:700;font-style:normal;box-shadow:0 0 0 1.5px var(--tone);-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark s{text-decoration:none;font-style:italic;font-weight:500}
.lines .note{margin:4px 0 8px 60px}
.reply{margin-top:12px;padding-top:2px;border-top:1px dashed var(--line)}
h5{font-size:.8125rem;margin:8px 0 6px;font-weight:600}
.bytes{margin-top:6px;font-size:.7812rem;color:var(--dim)}
.raw{padding:8px 12px;border-radius:6px;background:var(--sunk);border:1px solid var(--line);color:var(--ink);font-size:.75rem}
.hl7:has(.switch input:checked) .l{font-size:0;padding:0 0 8px 28px;text-indent:0}
.hl7:has(.switch input:checked) .l::before{font-size:.6875rem}
.hl7:has(.switch input:checked) .l b{display:block;font-size:.8125rem}
.hl7:has(.switch input:checked) .l i{display:block;position:relative;padding:2px 0 2px 19rem;border-top:1px solid var(--line);font-size:.7812rem;min-height:25px}
.hl7:has(.switch input:checked) .l i[class]:is(*,:hover)::after{content:none}
.hl7:has(.switch input:checked) .l i[class]::before{content:var(--n);position:absolute;left:0;width:18.5rem;font:.7812rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:var(--dim);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
@media (max-width:620px){.switch{float:none;display:block}.hl7:has(.switch input:checked) .l i{padding:20px 0 2px 0}.lines .note{margin-left:0}.l{padding-left:32px}.l::before{display:none}}
`;
