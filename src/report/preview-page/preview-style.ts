import { COMPARTMENT_STYLE } from './compartment.ts'

/** What only previews need: marks, bars behind counts, the signature. */
export const PREVIEW_STYLE = `
.mark{display:inline-block;width:.7em;height:.7em;margin-right:.5em;border-radius:2px}
${COMPARTMENT_STYLE}
.part h3{margin-top:2.25rem}
.part h3+p{margin-top:.25rem}
.type{color:var(--quiet)}
table.narrow{max-width:34rem}
table.figures th,table.figures td{padding-top:.4rem;padding-bottom:.4rem}
table.figures thead th{padding-top:0}
table.figures th[scope=row]{font-weight:400;font-variant-numeric:tabular-nums}
table.figures td{font-variant-numeric:tabular-nums}
table.figures .rows{width:55%}
table.periods .rows{width:44%}
.periods th[scope=row]{white-space:nowrap}
.periods thead th,.periods .apart th,.periods .whole th{white-space:normal}
.level>span:first-child{white-space:nowrap}
.track{display:block}
.bar{display:block;height:.3rem;margin-top:.2rem;background:var(--accent);opacity:.75}
.apart th,.apart td{color:var(--quiet)}
.whole th,.whole td{border-top:2px solid var(--ink);font-weight:600}
table.figures .whole th{font-weight:600}
.invented td{font-family:ui-monospace,"Cascadia Mono",Consolas,Menlo,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;font-size:.8125rem}
.invention{border-left:3px dashed var(--line);padding-left:1.125rem}
.sides{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:0 3rem;align-items:start}
.signed{margin-top:1.25rem;font-size:.875rem}
.signed>div{display:grid;grid-template-columns:7rem 1fr;gap:.75rem;padding:.3rem 0}
.signed dt{color:var(--quiet)}
.signed dd{margin:0;font-variant-numeric:tabular-nums}
.paper{margin-top:1rem;font-size:.8125rem}
.paper summary{color:var(--accent);cursor:pointer}
.paper pre{max-height:14rem;margin:.75rem 0 0;padding:.75rem;overflow:auto;background:var(--wash);white-space:pre-wrap;overflow-wrap:anywhere;
 font:.6875rem/1.5 ui-monospace,"Cascadia Mono",Consolas,Menlo,monospace}
li+li{margin-top:.4rem}
.panel ul{margin:0;padding-left:1.25rem}
@media (min-width:48rem){
 .periods .level{display:flex;align-items:center;gap:1rem}
 .periods .level>span:first-child{flex:none;width:8.5rem}
 .periods .track{flex:1}
 .periods .bar{height:.5rem;margin:0}
}
@media (max-width:47.99rem){
 .signed>div{grid-template-columns:1fr;gap:0}
 .facts>div:last-child:nth-child(odd){grid-column:1/-1}
}
@media screen and (max-width:47.99rem){
 .periods{font-size:.8125rem}
 .periods th,.periods td{padding-right:.6rem}
}
@media print{.paper{display:none}.bar{-webkit-print-color-adjust:exact}}
`
