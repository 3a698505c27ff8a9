// What a run is told on its command line; what is wrong with it ends the process with 2.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, SYSTEMS } from './systems.mjs';

const PARTS = ['matrix', 'senders', 'reading', 'structures'];
const NAMES = SYSTEMS.map(({ id }) => id);

const HELP = `Other people's systems under test, behaviour by behaviour, and both directions:

  npm run interop                                everything that this machine can run (half an hour)
  npm run interop -- --systems simple-hl7,hapi   some of the systems: ${NAMES.join(', ')}
  npm run interop -- --only matrix               or senders, reading, structures
  npm run interop -- --scope quick               only what a receiver is judged by, and 1,000 messages instead of 10,000 (full)
  npm run interop -- --topics adt,transport/odd  only these parts of the suite
  npm run interop -- --jobs 4                    so many systems at a time (2)
  npm run interop -- --seed monday               other patients and ids
  npm run interop -- --results folder            where the page goes (results/interop)
  npm run interop -- --resume                    goes on where a run was interrupted: what it has done is not done again
  npm run interop -- --check                     fails where a verdict is not the one of expected.json; --accept writes them there
  npm run interop -- --readme                    puts the table into README.md

Ends with 0 where every verdict is known or explained, with 1 where one is news, with 2 where the command is wrong.`;

const OPTIONS = {
  systems: { type: 'string', default: NAMES.join(',') },
  only: { type: 'string', default: PARTS.join(',') },
  results: { type: 'string', default: join(root, 'results', 'interop') },
  scope: { type: 'string', default: 'full' },
  topics: { type: 'string' },
  jobs: { type: 'string', default: '2' },
  seed: { type: 'string', default: 'interop' },
  resume: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  accept: { type: 'boolean', default: false },
  readme: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
};

/** The options of this process, lists as lists. */
export function readOptions() {
  const values = parsed();
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1) refuse(`--jobs is a number from 1, not "${values.jobs}"`);
  if (!['full', 'quick'].includes(values.scope)) refuse(`there is no scope "${values.scope}"; there are: full, quick`);
  const systems = listed('system', values.systems, NAMES);
  return { ...values, jobs, systems, only: listed('part', values.only, PARTS), topics: values.topics?.split(',') };
}

function parsed() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return refuse(`${error.message.split('. ')[0]}; npm run interop -- --help shows what there is`);
  }
}

function listed(what, text, known) {
  const names = text.split(',');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) refuse(`there is no ${what} "${unknown}"; there are: ${known.join(', ')}`);
  return names;
}

function refuse(why) {
  console.error(`interop: ${why}`);
  process.exit(2);
}
