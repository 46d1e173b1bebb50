import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest, as a share of all that is longer than a few seconds. A worker that began one at the end would end alone. */
const LONG = [
  'interop/every-node',
  'cli/story',
  'backup/remote',
  'seal/round-trip',
  'inputs/csv-cases',
  'hostile/ends-badly',
  'cli/sources',
  'report/html/in-browser',
  'restore/into/existing-tables',
  'restore/into/into-postgres',
  'cli/review',
  'seal/actions',
]

/** Without the times of an earlier run, as on a clean checkout, vitest would begin with the largest files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some((name) => moduleId.endsWith(`${name}.test.ts`))
    const sorted = await super.sort(files)
    const inProject = Map.groupBy(sorted, ({ project }) => project.config.isolate)
    return [...inProject.values()].flatMap((own) => [
      ...own.filter(isLong),
      ...own.filter((file) => !isLong(file)),
    ])
  }
}
