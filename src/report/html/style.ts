import { DARK, LIGHT, renderColours } from './palette.ts'

/** The style sheet that all pages share: type, spacing, tables that reflow on a telephone, paper. No font is fetched. */
export const STYLE = `
:root{color-scheme:light dark;${renderColours(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{${renderColours(DARK)}}}
@media print{:root{color-scheme:light}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;
 font:400 1rem/1.6 "Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
.page{max-width:72rem;margin:0 auto;padding:3.5rem 2.5rem 4rem}
h1,h2,h3{font-family:Charter,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Times New Roman","Songti SC","Noto Serif CJK SC","Noto Serif SC",SimSun,serif;
 font-weight:600;line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:2.25rem;letter-spacing:-.01em}
h2{font-size:1.5rem}
h3{font-size:1.125rem}
p,ul,ol,dl{margin:.75rem 0 0}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code{font:.875em/1.5 ui-monospace,"Cascadia Mono",Consolas,Menlo,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace}
.quiet{color:var(--quiet)}
.small{font-size:.875rem}
.kicker{margin:0 0 .6rem;color:var(--accent);font-size:.8125rem;font-weight:600;letter-spacing:.08em;text-transform:uppercase}
:lang(zh) .kicker{letter-spacing:.15em}
.lead{max-width:46rem;margin-top:1rem;font-size:1.125rem;line-height:1.65}
.head{padding-bottom:2rem;border-bottom:3px double var(--line)}
.part{margin-top:3.5rem}
.part>h2{padding-bottom:.5rem}
.prose{max-width:46rem}
.foot{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.8125rem}
.facts{display:grid;grid-template-columns:repeat(6,1fr);margin-top:2rem;border:solid var(--line);border-width:1px 0 0 1px}
.facts>div{padding:1rem 1.125rem;border:solid var(--line);border-width:0 1px 1px 0}
.facts dt{color:var(--quiet);font-size:.8125rem;line-height:1.4}
.facts dd{margin:.15rem 0 0;font-size:1.625rem;line-height:1.3;font-variant-numeric:tabular-nums;font-family:Charter,"Iowan Old Style","Palatino Linotype",Georgia,"Songti SC","Noto Serif CJK SC",serif}
.alert{color:var(--alert)}
.panel{margin-top:1rem;padding:1.125rem 1.375rem;background:var(--wash);border-left:3px solid var(--line)}
.panel.alerting{background:var(--alert-wash);border-left-color:var(--alert)}
.panel>:first-child{margin-top:0}
.command{display:block;margin-top:.5rem;padding:.5rem .75rem;background:var(--paper);border:1px solid var(--line);white-space:pre-wrap}
.command span{white-space:nowrap}
.scroll{overflow-x:auto}
table{width:100%;margin-top:1.25rem;border-collapse:collapse;font-size:.875rem;line-height:1.5}
caption{padding-bottom:.5rem;text-align:left;color:var(--quiet)}
th,td{padding:.6rem .75rem .6rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{padding-top:0;border-bottom:2px solid var(--ink);color:var(--quiet);font-size:.75rem;font-weight:600;line-height:1.35;vertical-align:bottom}
th{overflow-wrap:break-word}
tbody th{font-weight:600}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
figure{margin:1.5rem 0 0}
figcaption{margin-top:.5rem;color:var(--quiet);font-size:.8125rem}
svg{display:block;max-width:100%;height:auto}
svg text{font-family:inherit;fill:var(--ink)}
@media screen and (max-width:64rem){.facts{grid-template-columns:repeat(3,1fr)}}
@media screen and (max-width:47.99rem){
 .page{padding:2rem 1.125rem 3rem}
 h1{font-size:1.75rem}
 h2{font-size:1.3125rem}
 .lead{font-size:1rem}
 .part{margin-top:2.5rem}
 .facts{grid-template-columns:repeat(2,1fr)}
 .panel{padding:1rem}
}
@media screen and (max-width:47.99rem){
 table.reflow,.reflow tbody,.reflow tr,.reflow th,.reflow td{display:block}
 .reflow thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
 .reflow tr{padding:.875rem 0;border-bottom:1px solid var(--line)}
 .reflow th,.reflow td{padding:.3rem 0;border:0}
 .reflow td.number{text-align:left}
 .reflow td[data-label]{display:grid;grid-template-columns:6.25rem 1fr;gap:.75rem}
 .reflow td[data-label]::before{content:attr(data-label);color:var(--quiet);font-size:.8125rem}
}
@page{size:A4;margin:16mm 15mm 18mm}
@media print{
 html{font-size:9.5pt}
 body{line-height:1.45;print-color-adjust:exact;-webkit-print-color-adjust:exact}
 .page{max-width:none;padding:0}
 .part{margin-top:2.5rem}
 .facts>div{padding:.6rem .75rem}
 h2,h3,thead{break-after:avoid}
 figure,tr,.panel,.facts,.command,.whole{break-inside:avoid}
 thead{display:table-header-group}
 a{color:inherit;text-decoration:none}
}
`
