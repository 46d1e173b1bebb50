/** What only this page needs. */
export const DRILL_STYLE = `
.tick{font-size:12px;fill:var(--quiet)}
.axis{font-size:13px;font-weight:600}
.hair{stroke:var(--line)}
.faint{stroke-dasharray:2 3}
.way{fill:none;stroke:var(--accent);stroke-width:1.5;opacity:.45}
.dot{fill:var(--accent)}
.cross{fill:none;stroke:var(--alert);stroke-width:2.5}
svg{width:100%}
svg.narrow{display:none}
.reflow td{overflow-wrap:break-word}
td.number,th.number{padding-right:1rem}
.panel ul{margin:0;padding-left:1.25rem}
li+li{margin-top:.4rem}
@media screen and (max-width:47.99rem){svg.wide{display:none}svg.narrow{display:block}}
@media print{.reflow{font-size:8pt}}
`
