import type { Language } from '../../messages/index.ts'
import { type Html, html, trusted } from './markup.ts'
import { STYLE } from './style.ts'

/** Nothing is fetched and nothing runs, whatever stood in a name: the browser itself is told so. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

export interface Page {
  readonly title: string
  readonly lang: Language
  /** What stands in it, usually a header, sections and a footer. */
  readonly body: Html
  /** Style that only this page needs, written in this program. */
  readonly style?: string
}

/** One self-contained HTML file: no script, no request, readable in any browser and on paper. */
export function renderPage({ title, lang, body, style = '' }: Page): string {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${trusted(STYLE + style)}</style>
</head>
<body>
<div class="page">
${body}
</div>
</body>
</html>
`.markup
}
