/** Compartments by name, those of the seller's own making last. */
const COLOURS = [
  'identity',
  'contact',
  'financial',
  'special',
  'credential',
  'behaviour',
  'general',
  'own',
] as const

/** A mark is outlined in its colour; `full` fills it. What colour says, the word beside it says too. */
const MARKS = COLOURS.map((name) => `.k-${name}{--mark:var(--${name})}`).join('\n')

export const STYLE = `${MARKS}
.contents ul{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;padding:0;margin-top:1.5rem;list-style:none;font-size:.9375rem}
.count{color:var(--quiet);font-weight:400;font-variant-numeric:tabular-nums}
.panel .count{margin-left:.25rem}
.found{font-size:.9375rem}
.found>div{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;padding-left:10rem}
.found>div+div{margin-top:.3rem}
.found dt{width:8.75rem;margin-left:-10rem;color:var(--quiet)}
.found dd{margin:0}
.next{margin-top:1.5rem}
.picture.wide{width:100%}
.picture.narrow{display:none}
.picture .doubt{fill:var(--alert-wash)}
.picture .hair{stroke:var(--line)}
.picture .rule{stroke:var(--ink);stroke-width:1.5}
.picture text{font-size:12px}
.picture .band{fill:var(--quiet)}
.picture .band.alerting{fill:var(--alert)}
.picture .lane{font-size:13px;font-weight:600}
.picture .count{fill:var(--quiet);font-weight:400}
.picture rect[class^=k-]{fill:var(--mark)}
.tile rect{fill:var(--paper);stroke:var(--mark);stroke-width:1.5}
.tile text{text-anchor:middle;font-variant-numeric:tabular-nums}
.tile.full rect{fill:var(--mark)}
.tile.full text{fill:var(--on)}
.tile.unsure rect{stroke-dasharray:3 2}
.tile.full.unsure rect{fill:var(--paper);stroke-width:2}
.tile.full.unsure text{fill:var(--mark);font-weight:700}
.tile:hover rect{stroke:var(--ink)}
.bar rect{fill:var(--mark)}
.bar .pale{fill:var(--paper);stroke:var(--mark)}
.columns{table-layout:fixed}
.columns thead th:nth-child(1){width:21%}
.columns thead th:nth-child(2){width:12%}
.columns thead th:nth-child(3){width:9%}
.columns thead th:nth-child(4){width:11%}
.columns thead th:nth-child(5){width:25%}
.columns tr:target{background:var(--wash)}
.at{color:var(--quiet);font-weight:400;font-variant-numeric:tabular-nums;margin-right:.15rem}
.type,.under{display:block;color:var(--quiet);font-size:.8125rem;font-weight:400;line-height:1.45}
.under.alert{color:var(--alert);font-weight:600}
.type code{white-space:nowrap}
.swatch{display:inline-block;width:.7em;height:.7em;margin-right:.45em;border:1.5px solid var(--mark)}
.swatch.full{background:var(--mark)}
.meter{margin:.35rem 0 .2rem;max-width:100%}
.track{fill:var(--line)}
.level{fill:var(--accent)}
.why{margin:0;padding:0;list-style:none}
.why li+li{margin-top:.2rem}
.law{margin:0;font-size:.8125rem}
.law dt,.law dd{display:inline;margin:0}
.law dt,.law .weak{color:var(--quiet)}
.law .strong dd{font-weight:600}
.law+.under{margin-top:.2rem}
.terms>div{display:grid;grid-template-columns:9rem 1fr;gap:.25rem 1.5rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
.terms dt{font-weight:600}
.terms dd{margin:0;max-width:46rem}
.after{margin-top:2rem}
@media screen and (max-width:47.99rem){
 .picture.wide{display:none}
 .picture.narrow{display:block;width:100%;max-width:26rem}
 .reflow .under,.reflow .type{font-size:.8125rem}
 .terms>div{grid-template-columns:1fr}
 .found>div{padding:0}
 .found dt{width:100%;margin:0}
}
@media print{
 .contents{display:none}
 .next{break-after:avoid}
 .columns th,.columns td{padding:.45rem .5rem .45rem 0}
}
`
