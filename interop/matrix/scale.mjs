// Autobahn's scale: what a scenario's record says about one system.

export const SCALE = {
  ok: { mark: 'ok', says: 'does it as the standard says' },
  tolerated: {
    mark: 'tolerated',
    says: 'does it; its acknowledgments have another mistake, which has a row of its own',
  },
  failed: { mark: 'failed', says: 'does it otherwise than the standard demands, or not at all' },
  unclean: { mark: 'unclean close', says: 'fails, and loses the connection or its life' },
  untestable: {
    mark: 'untestable',
    says: 'cannot be judged here: a system behind it, a command or an installation is missing',
  },
};

/** Faults with which our own side ends the connection: its loss says nothing about the system. */
const OURS = ['cut-connection-in-frame', 'reset-before-ack', 'accept-then-close', 'refuse-connection'];

/** A scenario of a run record as a grade of the scale, with what to say about it. */
export function gradeOf(scenario) {
  const { verdict, reason = '', blame } = scenario;
  if (verdict === 'passed') return passed(scenario);
  const stopped = ownSteps(scenario).find(({ error }) => error !== undefined);
  if (stopped?.error.includes('Not testable')) return { grade: 'untestable', reason: stopped.error };
  if (blame === 'infrastructure') return { grade: 'unclean', reason };
  if (verdict !== 'failed') return { grade: 'untestable', reason };
  if (stopped === undefined) return { grade: 'tolerated', reason };
  return { grade: lostConnection(scenario) ? 'unclean' : 'failed', reason: stopped.error };
}

/** The steps of the scenario itself; what closes it judges the form of every acknowledgment besides. */
function ownSteps({ steps }) {
  return steps.filter(({ text }) => !text.startsWith('hook: '));
}

function passed({ exchanges, findings }) {
  const all = [...findings, ...exchanges.flatMap((exchange) => exchange.findings)];
  const warning = all.find(
    ({ classification, section }) => classification === 'Warning' && section === 'acknowledgment',
  );
  return warning === undefined ? { grade: 'ok', reason: '' } : { grade: 'tolerated', reason: warning.message };
}

function lostConnection({ exchanges }) {
  return exchanges.some(
    ({ direction, outcome, faults }) =>
      direction === 'sent' && outcome === 'connection-lost' && !faults.some((fault) => OURS.includes(fault)),
  );
}
