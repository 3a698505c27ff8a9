import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Begun last, one of these would keep one worker busy for minutes after the other has ended. The first waits most of its time, so
 * those beside it are such as use one core alone; then come those that start processes side by side.
 */
const LONGEST = [
  'src/load/capacity/find-capacity.test.ts',
  'src/conformance/load/base/every-structure.test.ts',
  'src/conformance/load/yaml/fuzz.test.ts',
  'src/conformance/load/base/base-profile.test.ts',
  'src/conformance/fuzz.test.ts',
  'src/endpoint/fuzz.test.ts',
  'src/cli/guide.test.ts',
  'src/cli/defects.test.ts',
  'src/cli/load/agents.test.ts',
  'src/cli/unasked.test.ts',
  'src/cli/load/load-troubles.test.ts',
  'bench/exactly-once/ordeal.test.ts',
  'src/cli/load/shards.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return place === -1 ? LONGEST.length : place;
    };
    return others.sort((one, other) => rank(one) - rank(other));
  }
}

/** Rooms that take and return values, and keep nothing: to load them anew for each file would cost more than their tests. */
const COMPUTING = ['{src/{base,hl7,messages,population,standard,evidence,ledger},simulators}/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'computing', include: COMPUTING, isolate: false } },
      {
        extends: true,
        test: { name: 'all else', include: ['{src,steps,simulators,reports,bench}/**/*.test.ts'], exclude: COMPUTING },
      },
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for processes of their own: two files side by side use two cores, the default would leave one idle.
    maxWorkers: 2,
    // Tests of one file that run side by side each start processes, too.
    maxConcurrency: 3,
    sequence: { sequencer: LongestFirst },
  },
});
