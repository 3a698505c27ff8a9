import { mint } from '../../src/base/mint.js';
import { rng } from '../../src/base/rng.js';
import type { Role, SimulatorTools } from '../../src/endpoint/simulator.js';

const NAMES: Readonly<Record<Role, string>> = {
  ehr: 'PIPEHAT_EHR',
  lis: 'PIPEHAT_LIS',
  ris: 'PIPEHAT_RIS',
  pharmacy: 'PIPEHAT_PHA',
};

export interface ToolChoices {
  readonly now?: Date;
  readonly seed?: string;
  readonly version?: SimulatorTools['version'];
  readonly orderAnswer?: SimulatorTools['orderAnswer'];
  readonly charset?: string;
}

/** What an endpoint would lend to a step of this role. */
export function testTools(role: Role, choices: ToolChoices = {}): SimulatorTools {
  const {
    now = new Date('2026-03-02T08:00:00Z'),
    seed = 'test',
    version = '2.5.1',
    orderAnswer = 'same-connection',
  } = choices;
  return {
    now,
    self: { application: NAMES[role], facility: 'GENERAL' },
    peer: { application: 'ENGINE', facility: 'GENERAL' },
    processingId: 'T',
    version,
    orderAnswer,
    ...(choices.charset !== undefined && { charset: choices.charset }),
    mint: (what, ...entity) => mint(what.slice(0, 2).toUpperCase(), 12, seed, role, what, ...entity),
    random: (...purpose) => rng(seed, role, ...purpose),
  };
}
