import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Never resolved: the page is served by the test itself. */
export const ADDRESS = 'http://report.invalid/report.html'

export interface OpenPage extends AsyncDisposable {
  readonly page: Page
  /** Addresses that were asked for. */
  readonly requests: readonly string[]
  /** What the browser complained of, a violated content policy among it. */
  readonly complaints: readonly string[]
}

/** One headless Chromium for a test file; started when it is first needed. */
export class TestBrowser implements AsyncDisposable {
  #browser: Promise<Browser> | undefined

  async open(program: string, markup: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    this.#browser ??= chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
    const context = await (await this.#browser).newContext(options)
    const requests: string[] = []
    const complaints: string[] = []
    await context.route('**/*', (route) => {
      requests.push(route.request().url())
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: markup })
    })
    const page = await context.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => {
      complaints.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    await page.goto(ADDRESS)
    return { page, requests, complaints, [Symbol.asyncDispose]: () => context.close() }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#browser)?.close()
  }
}
