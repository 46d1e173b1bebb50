import { COMPARTMENT_STYLE } from './compartment.ts'

/** What only previews need: marks, bars behind counts, the signature. */
export const PREVIEW_STYLE = `
.mark{display:inline-block;width:.7em;height:.7em;margin-right:.5em;border-radius:2px}
${COMPARTMENT_STYLE}
.part h3{margin-top:2.25rem}
.part h3+p{margin-top:.25rem}
.type{color:var(--quiet)}
table.narrow{max-width:34rem}
table.figures th[scope=row]{font-weight:400;font-variant-numeric:tabular-nums;white-space:nowrap}
table.figures td{font-variant-numeric:tabular-nums}
.rows{min-width:11rem}
.bar{display:block;height:.3rem;margin-top:.3rem;background:var(--accent);opacity:.75}
.small-one,.apart th,.apart td{color:var(--quiet)}
.whole th,.whole td{border-top:2px solid var(--ink);font-weight:600}
table.figures .whole th{font-weight:600}
.invented td{font-family:ui-monospace,"Cascadia Mono",Consolas,Menlo,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;font-size:.8125rem}
.invention{border-left:3px dashed var(--line);padding-left:1.125rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:0 2.5rem;align-items:start}
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
@media (max-width:47.99rem){
 .signed>div{grid-template-columns:1fr;gap:0}
 .rows{min-width:7rem}
 .facts>div:last-child:nth-child(odd){grid-column:1/-1}
}
@media screen and (max-width:47.99rem){
 .pairs tr{display:grid!important;grid-template-columns:1fr 1fr;gap:.25rem 1rem}
 .pairs th{grid-column:1/-1}
 .invented tr{grid-template-columns:1fr}
 .invented td:nth-child(n+3){display:none}
}
@media print{.paper{display:none}.bar{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`
