import type { Group } from './group.js';
import type { Sample } from './outcome.js';
import type { Series } from './repeat-cases.js';
import { ratio, type Summary, summarise } from './statistics.js';

export interface SubjectResult {
  readonly subject: string;
  /** CPU for one message in microseconds. */
  readonly cpuMicros?: Summary;
  readonly clientMicros?: Summary;
  readonly serverMicros?: Summary;
  /** The best repetition's wall rate of messages. */
  readonly perSecond?: number;
  /** The median of each further figure. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Which of our subjects this one is held against, and how many times its CPU this one needs. */
  readonly against?: { readonly ours: string; readonly times: number };
  /** Why it was not measured. */
  readonly notAvailable?: string;
}

export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly subjects: readonly SubjectResult[];
}

export interface GroupResult {
  readonly title: string;
  readonly note: string;
  readonly cases: readonly CaseResult[];
}

export function groupResult({ title, note, cases, rivals }: Group, series: readonly Series[]): GroupResult {
  return {
    title,
    note,
    cases: cases.map((one) => {
      const ofCase = series.filter(({ caseId }) => caseId === one.id);
      return { id: one.id, title: one.title, subjects: ofCase.map((each) => subjectResult(each, ofCase, rivals)) };
    }),
  };
}

function subjectResult(series: Series, ofCase: readonly Series[], rivals: Group['rivals']): SubjectResult {
  const { subject, samples, why } = series;
  const cpuMicros = summaryOf(series, (sample) => sample.cpuMicros);
  if (cpuMicros === undefined) return { subject, notAvailable: why ?? 'not measured' };
  const clientMicros = summaryOf(series, (sample) => sample.clientMicros);
  const serverMicros = summaryOf(series, (sample) => sample.serverMicros);
  const against = heldAgainst(series, ofCase, rivals);
  return {
    subject,
    cpuMicros,
    ...(clientMicros === undefined ? {} : { clientMicros }),
    ...(serverMicros === undefined ? {} : { serverMicros }),
    perSecond: Math.max(...samples.map(({ perSecond }) => perSecond)),
    ...figuresOf(samples),
    ...(against === undefined ? {} : { against }),
    ...(why === undefined ? {} : { notAvailable: why }),
  };
}

function figuresOf(samples: Series['samples']): Pick<SubjectResult, 'figures'> {
  const names = new Set(samples.flatMap(({ figures = {} }) => Object.keys(figures)));
  if (names.size === 0) return {};
  const medianOf = (name: string): number =>
    summarise(samples.map(({ figures = {} }) => figures[name]).filter((value) => value !== undefined))?.median ?? 0;
  return { figures: Object.fromEntries([...names].map((name) => [name, medianOf(name)])) };
}

function heldAgainst(
  series: Series,
  ofCase: readonly Series[],
  rivals: Group['rivals'],
): SubjectResult['against'] | undefined {
  const ours = rivals[series.subject];
  const times = ratio(cpuOf(series), cpuOf(ofCase.find(({ subject }) => subject === ours)));
  return ours === undefined || times === undefined ? undefined : { ours, times };
}

function cpuOf(series: Series | undefined): Summary | undefined {
  return series && summaryOf(series, (sample) => sample.cpuMicros);
}

function summaryOf(series: Series, figure: (sample: Sample) => number | undefined): Summary | undefined {
  return summarise(series.samples.map(figure).filter((value) => value !== undefined));
}
