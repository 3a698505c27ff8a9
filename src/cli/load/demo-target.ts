import type { DefectName } from '../../demo/defects.js';
import type { FarEndPlan, LoadTarget } from '../../load/plan/load-plan.js';
import { type DemoEngine, startDemoEngine } from '../../run/demo-engine.js';
import type { ControlAction, ControlResult } from '../../session/sut-control.js';

/** What the demo engine delivers to each department. ORM goes where OBR-24 says, so nobody can be said to expect it. */
export const DEMO_FAR_ENDS: readonly FarEndPlan[] = [
  farEnd('lis', ['ADT', 'OML']),
  farEnd('ris', ['ADT', 'OMG', 'OMI']),
  farEnd('pharmacy', ['ADT', 'OMP', 'RAS', 'RRE', 'RRD']),
  farEnd('ehr', ['ORU', 'ORR', 'ORL', 'ORG', 'ORI', 'ORP', 'SIU', 'DFT', 'MDM', 'RDE', 'RDS', 'RRA']),
];

function farEnd(name: string, expects: readonly string[]): FarEndPlan {
  return { name, host: '127.0.0.1', port: 0, expects, serviceTime: 'constant:0ms' };
}

/** The demo engine as the system under test of a load run. It is started once the far ends listen. */
export class DemoTarget {
  readonly #defects: readonly DefectName[];
  #engine: DemoEngine | undefined;

  constructor(defects: readonly DefectName[]) {
    this.#defects = defects;
  }

  readonly start = async (ports: readonly number[]): Promise<readonly LoadTarget[]> => {
    const deliver = DEMO_FAR_ENDS.map(({ name, host }, n) => [name, { host, port: ports[n] ?? 0 }]);
    this.#engine = await startDemoEngine({
      deliver: Object.fromEntries(deliver),
      defects: this.#defects,
      timeScale: 1,
    });
    return [{ host: '127.0.0.1', port: this.#engine.port }];
  };

  readonly act = async (action: ControlAction): Promise<ControlResult> => {
    return this.#engine?.act(action) ?? { kind: 'failed', message: 'the demo engine is not there' };
  };

  async close(): Promise<void> {
    await this.#engine?.close();
  }
}
