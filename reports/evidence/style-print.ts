/** On paper everything is open, black on white, and nothing is cut in two that can be kept whole. */
export const PRINT_STYLE = `
@media print{
@page{margin:14mm 12mm}
html{font-size:11px}
body{display:block;background:#fff;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main{max-width:none;padding:0}
.contents,.toolbar:not([hidden]),.switch,.bytes,.anchor::after{display:none}
details::details-content{content-visibility:visible;height:auto;display:block}
details>*{display:revert}
h2{break-after:avoid;margin-top:26px}
.banner,.tiles,.attention li,tr,.note,.step,.signature,.sequence,.picture{break-inside:avoid}
.scenario>summary,.message>summary,h3,h4,h5{break-after:avoid}
.scenario>summary::before,.message>summary::before{display:none}
.scenario,.message{box-shadow:none}
.l{padding-left:28px}
.l::before{display:none}
.lines .note{margin-left:28px}
.sequence{overflow:visible}
.sequence svg{max-width:100%;height:auto}
#sign-off{break-inside:avoid}
a{color:inherit}
}`;
