import { COMPARTMENT_STYLE } from '../preview-page/compartment.ts'

/** What only these pages need. An answer that was not found is as easily seen as one that is no. */
export const EVIDENCE_STYLE = `
.mark{display:inline-block;width:.7em;height:.7em;margin-right:.5em;border-radius:2px}
${COMPARTMENT_STYLE}
.named{margin-top:1.25rem}
.named>div{display:grid;grid-template-columns:11rem 1fr;gap:1rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
.named dt{color:var(--quiet);font-size:.875rem}
.named dd{margin:0}
.named dd+dd{grid-column:2}
.digits{display:block;font:600 1rem/1.6 ui-monospace,"Cascadia Mono",Consolas,Menlo,"DejaVu Sans Mono",monospace;font-variant-numeric:tabular-nums}
.hex{font:.8125rem/1.5 ui-monospace,"Cascadia Mono",Consolas,Menlo,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.answer{display:inline-block;padding:.05rem .6rem;border:2px solid var(--line);font-weight:600;white-space:nowrap}
.answer.no{border-color:var(--alert);background:var(--alert);color:var(--on)}
.answer.open{border-color:var(--alert);color:var(--alert)}
td.number,th.number{padding-right:2rem}
li+li{margin-top:.4rem}
.panel ul{margin:0;padding-left:1.25rem}
.panel h3+ul{margin-top:.6rem}
@media (min-width:48rem){.facts{grid-template-columns:repeat(4,1fr)}}
@media (max-width:47.99rem){
 .answer{justify-self:start}
 .named>div{grid-template-columns:1fr;gap:.1rem}
 .named dd+dd{grid-column:1;margin-top:.5rem}
 .digits{font-size:.9375rem}
 .facts>div:last-child:nth-child(odd){grid-column:1/-1}
}
@media print{.facts{grid-template-columns:repeat(4,1fr)}.named>div,.reflow tr{break-inside:avoid}.part{margin-top:1.75rem}}
`
