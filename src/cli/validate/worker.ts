import { parentPort, workerData } from 'node:worker_threads';
import { findingsFormat } from '../../../reports/findings/index.js';
import { Judge } from './judge.js';
import type { WorkerSettings, WorkerTask } from './parcel.js';
import { loadFunctions } from './rule-functions.js';
import { Workbench } from './workbench.js';

// A thread of "pipehat validate": it is told plans and parcels, and answers each parcel with its result.
const { judge: settings, facts, format } = workerData as WorkerSettings;
const judge = new Judge(settings, await loadFunctions(settings.functionModules));
const workbench = new Workbench(judge, findingsFormat(format), facts);

parentPort?.on('message', (task: WorkerTask) => {
  if (task.kind === 'plan') judge.addPlan(task.number, task.plan);
  else parentPort?.postMessage(workbench.process(task.parcel));
});
