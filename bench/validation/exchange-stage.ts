import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATHWAYS } from '../../simulators/pathways.js';
import { demoConfig } from '../../src/config/demo.js';
import { Journal } from '../../src/evidence/journal.js';
import { messageValidation } from '../../src/run/message-validation.js';
import { type OpenStage, openStage } from '../../src/run/open-stage.js';
import { walkPatients } from '../../src/run/walk-patients.js';
import { Session } from '../../src/session/session.js';
import { cpuMicros } from '../process/cpu.js';

const CLOCK = new Date('2026-03-01T08:00:00Z');
/** Messages that are judged only when the scenario ends have come by then: what departments report goes on for a while. */
const PATIENTS = 3;

/** What a round cost the harness, engine not included. */
export interface Round {
  readonly exchanges: number;
  readonly cpuMicros: number;
}

/**
 * The stage of the go-live suite with its four systems on real sockets, the demo engine between them and a journal, as
 * `pipehat demo` sets it up; with the profiles of the suite or without any.
 */
export class ExchangeStage {
  readonly #opened: OpenStage;
  readonly #folder: string;
  readonly #journal: Journal;
  #rounds = 0;

  private constructor(opened: OpenStage, folder: string, journal: Journal) {
    this.#opened = opened;
    this.#folder = folder;
    this.#journal = journal;
  }

  static async open(isValidating: boolean): Promise<ExchangeStage> {
    const folder = mkdtempSync(join(tmpdir(), 'pipehat-bench-'));
    const journal = new Journal(folder);
    const config = demoConfig({ folder, features: [] });
    const judging = isValidating ? messageValidation(config) : undefined;
    if (judging?.kind === 'defective') throw new Error(judging.defects[0]?.message);
    const opened = await openStage({
      config,
      seed: 'bench',
      clock: CLOCK,
      append: (entry) => journal.append(entry),
      ask: async (question) => ({ question, verdict: 'pending' }),
      ...(judging && { validation: judging.validation }),
    });
    if (opened.kind === 'failed') throw new Error(opened.message);
    return new ExchangeStage(opened, folder, journal);
  }

  /** A scenario in which patients walk through the house; judged at its end as every scenario is. */
  async round(): Promise<Round> {
    const { stage } = this.#opened;
    const id = `s${++this.#rounds}`;
    const before = cpuMicros();
    const session = new Session(stage, { id, uri: 'bench', name: id, row: 0 });
    const pathway = PATHWAYS[0];
    const endpoint = stage.players.ehr;
    if (endpoint === undefined || pathway?.role !== 'ehr') throw new Error('the demo plays an EHR');
    const facts = { seed: id, paceMs: 20, patients: PATIENTS, atOnce: PATIENTS };
    await walkPatients({ endpoint, pathway, facts, timer: stage.timer, scene: session.scene, isOver: () => false });
    // What it finds is of no interest here.
    await session.close().catch(() => {});
    return { exchanges: stage.book.of(id).length, cpuMicros: cpuMicros() - before };
  }

  async close(): Promise<void> {
    await this.#opened.close();
    this.#journal.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
