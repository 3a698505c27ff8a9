import { writeSync } from 'node:fs';
import { cpuMicros } from '../process/cpu.js';

/** The pipe that the bench reads. */
const REPORT_FD = 3;

// Loaded before a program by --import: says at its end what it cost, start of Node included.
process.on('exit', () => {
  writeSync(REPORT_FD, String(cpuMicros()));
});
