import { describe, expect, it } from 'vitest'
import { html, joined } from '../../../src/report/html/index.ts'

/** A template with a piece in a place that the source cannot spell, as a template would hand it over. */
function template(before: string, after: string, piece: string): string {
  return html(Object.assign([before, after], { raw: [before, after] }), piece).markup
}

describe('markup', () => {
  it('escapes every text in content and in attributes', () => {
    const name = `<script>alert("1")</script> & 'x'`
    const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;'
    expect(html`<p title="${name}">${name}</p>`.markup).toBe(`<p title="${escaped}">${escaped}</p>`)
  })

  it('escapes a text once, however deep its markup is put into other markup', () => {
    const inner = html`<b>${'a & b'}</b>`
    expect(html`<p>${[inner, ' < ', joined([inner])]}</p>`.markup).toBe(
      '<p><b>a &amp; b</b> &lt; <b>a &amp; b</b></p>',
    )
  })

  it('takes no object for markup that only looks like it', () => {
    const forged = JSON.parse('{"markup":"<script>"}')
    expect(() => html`<p>${forged}</p>`).toThrow(TypeError)
  })

  it('lets nothing through that moves, reorders or hides', () => {
    expect(html`${'a\u0000b\u001b[31m\u202ec\u200bd\u2028e\ud800f\n'}`.markup).toBe(
      'a\ufffdb\ufffd[31m\ufffdc\ufffdd\ufffde\ufffdf\ufffd',
    )
  })

  it('leaves nothing for what is absent, and writes numbers', () => {
    expect(html`<i>${undefined}${[]}${0}</i>`.markup).toBe('<i>0</i>')
  })

  it('refuses a text where escaping does not help', () => {
    for (const before of ['<p title=', '<p id="a" title= ', '<p ', '<', '</', '<h', '<!-- ']) {
      expect(() => template(before, '>', 'x'), before).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
    }
    expect(template('<p title="', '">', 'x')).toBe('<p title="x">')
    expect(template('<p id="a>b" title="c ', '">', 'x')).toBe('<p id="a>b" title="c x">')
  })
})
