import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import * as laboratory from '../src/session/laboratory.js';
import { expectFiled, expectFiledForIsolate } from '../src/session/laboratory-filed.js';
import * as filing from '../src/session/laboratory-filing.js';
import * as material from '../src/session/laboratory-material.js';
import * as progress from '../src/session/laboratory-progress.js';
import * as resend from '../src/session/laboratory-resend.js';
import { expectSameSpecimen, expectSharedSpecimen } from '../src/session/laboratory-specimen.js';
import { sessionOf } from '../src/session/open-session.js';
import type { ReportStage } from '../src/session/words.js';

/** An order that was placed and accepted, its specimen, and its result with values that suit the patient. */
Given('a {report stage} result for {string}', async function (as: ReportStage, name: string) {
  await progress.resulted(sessionOf(this), name, as);
});

/** The same with the value; range and flags follow from it, the age and the sex. */
Given(
  'a {report stage} result for {string} of {float} {string}',
  async function (as: ReportStage, name: string, value: number, unit: string) {
    await progress.resulted(sessionOf(this), name, as, { value: String(value), unit });
  },
);

/** ORU^R01 with OBR-25 A, P or F; the values suit the patient. */
When('the laboratory reports a {report stage} result', async function (as: ReportStage) {
  const session = sessionOf(this);
  await laboratory.report(session, session.cast.order(), as);
});

/** The same for one of several orders. */
When('the laboratory reports a {report stage} result for {string}', async function (as: ReportStage, name: string) {
  const session = sessionOf(this);
  await laboratory.report(session, session.cast.order(name), as);
});

/** The same with the value of the analyte that the order is named for. */
When(
  'the laboratory reports a {report stage} result of {float} {string}',
  async function (as: ReportStage, value: number, unit: string) {
    const session = sessionOf(this);
    await laboratory.report(session, session.cast.order(), as, progress.own(session, { value: String(value), unit }));
  },
);

/** A final result as it is printed: `>100`, `1:160`, `Positive`. */
When('the laboratory reports {string} as {string}', async function (analyte: string, value: string) {
  const session = sessionOf(this);
  await laboratory.report(session, session.cast.order(), 'final', [{ analyte, value }]);
});

/** OBR-25 C and OBX-11 C, the value before in a note. */
When('the laboratory corrects the result to {float} {string}', async function (value: number, unit: string) {
  const session = sessionOf(this);
  await laboratory.correct(session, session.cast.order(), progress.own(session, { value: String(value), unit }));
});

/** It has been accepted and filed. */
Given('the laboratory has corrected the result to {float} {string}', async function (value: number, unit: string) {
  const session = sessionOf(this);
  await progress.corrected(session, session.cast.order(), progress.own(session, { value: String(value), unit }));
});

/** One value of a panel; the others are repeated as they were. */
When(
  'the laboratory corrects {string} to {float} {string}',
  async function (analyte: string, value: number, unit: string) {
    const session = sessionOf(this);
    await laboratory.correct(session, session.cast.order(), [{ analyte, value: String(value), unit }]);
  },
);

/** OBX-11 D. */
When('the laboratory deletes {string} from the result', async function (analyte: string) {
  const session = sessionOf(this);
  await laboratory.withdraw(session, session.cast.order(), analyte, 'deleted');
});

/** OBX-11 W. */
When('the laboratory declares {string} to be wrong', async function (analyte: string) {
  const session = sessionOf(this);
  await laboratory.withdraw(session, session.cast.order(), analyte, 'wrong');
});

/** TX, a paragraph a repetition. */
When('the laboratory reports the paragraphs', async function (text: string) {
  const session = sessionOf(this);
  await laboratory.reportText(session, session.cast.order(), 'TX', text);
});

/** FT, with `\.br\` where a line ends. */
When('the laboratory reports the formatted text', async function (text: string) {
  const session = sessionOf(this);
  await laboratory.reportText(session, session.cast.order(), 'FT', text);
});

/** FT of one line. */
When('the laboratory reports the text {string}', async function (text: string) {
  const session = sessionOf(this);
  await laboratory.reportText(session, session.cast.order(), 'FT', text);
});

/** FT made of words of a pathologist. */
When('the laboratory reports a text of {int} characters', async function (characters: number) {
  const session = sessionOf(this);
  await laboratory.reportText(session, session.cast.order(), 'FT', material.longText(session, characters));
});

/** ED with base64. */
When('the laboratory reports a PDF document of {int} kilobytes', async function (kilobytes: number) {
  const session = sessionOf(this);
  await laboratory.reportDocument(session, session.cast.order(), material.document(session, kilobytes));
});

/** Columns organism, antibiotic, value (ug/mL): an OBX-4 group and a child order for each organism. */
When('the laboratory reports a {report stage} culture with', async function (as: ReportStage, table: DataTable) {
  const session = sessionOf(this);
  await laboratory.reportCulture(session, session.cast.order(), as, material.isolatesOf(table.hashes()));
});

/** The same, accepted and filed. */
Given('the laboratory has reported a {report stage} culture with', async function (as: ReportStage, table: DataTable) {
  const session = sessionOf(this);
  await progress.cultureReported(session, session.cast.order(), as, material.isolatesOf(table.hashes()));
});

/** A further test that the laboratory adds on the same specimen, with its final result. */
When('the laboratory adds {string} because of {string} and reports it', async function (name: string, because: string) {
  const session = sessionOf(this);
  await laboratory.reportReflex(session, session.cast.order(), name, because);
});

/** The same because the ward has asked by telephone. */
When('the laboratory adds {string} on request and reports it', async function (name: string) {
  const session = sessionOf(this);
  await laboratory.reportAddOn(session, session.cast.order(), name);
});

/** ORC-2 stays empty. */
When('the laboratory reports {string} without an order', async function (name: string) {
  await laboratory.reportUnsolicited(sessionOf(this), name);
});

/** The same bytes, the same control id. */
When('the laboratory sends the result again', async function () {
  await resend.sendResultAgain(sessionOf(this));
});

/** The result under another person's record number, as after a mix-up. */
When('the laboratory sends the result for the {string} by mistake', async function (who: string) {
  await resend.sendResultFor(sessionOf(this), who);
});

/** The result once more, as a new message, with a segment of the site's own: `ZLB|1|cold chain kept`. */
When('the laboratory sends the result once more with the segment {string}', async function (line: string) {
  await resend.sendResultWithSegment(sessionOf(this), line);
});

/** Columns: test, and any of value, unit, range, flag, status, group, note, earlier. Other lines may stand beside these. */
Then('the EHR files the result as', async function (table: DataTable) {
  const session = sessionOf(this);
  await expectFiled(session, session.cast.order(), table.hashes());
});

/** The same for one organism of a culture. */
Then('the EHR files for the isolate {string}', async function (organism: string, table: DataTable) {
  const session = sessionOf(this);
  await expectFiledForIsolate(session, session.cast.order(), organism, table.hashes());
});

/** SPM-2 stays the same from the receipt to the result. */
Then('the specimen of the result is the one that the laboratory received', function () {
  const session = sessionOf(this);
  expectSameSpecimen(session, session.cast.order());
});

/** SPM-2 of the order's own result and of the one that was added. */
Then('the specimen of both results is the same', function () {
  const session = sessionOf(this);
  expectSharedSpecimen(session, session.cast.order());
});

/** Neither more nor less than the laboratory reported. */
Then('the EHR files {int} value(s) for the order', async function (count: number) {
  const session = sessionOf(this);
  await filing.expectFiledCount(session, session.cast.order(), count);
});

/** Line by line as it was written. */
Then('the EHR files the text', async function (text: string) {
  const session = sessionOf(this);
  await filing.expectFiledText(session, session.cast.order(), text);
});

/** The same for a text of one line. */
Then('the EHR files the text {string}', async function (text: string) {
  const session = sessionOf(this);
  await filing.expectFiledText(session, session.cast.order(), text);
});

/** In that record itself, not in one that was merged into it or split from it. */
Then('the EHR files the result in the record of the {string}', async function (who: string) {
  const session = sessionOf(this);
  await filing.expectFiledUnder(session, session.cast.order(), who);
});

/** PV1-19 of the order, whatever has become of the visit. */
Then('the EHR files the result under the visit of the order', async function () {
  const session = sessionOf(this);
  await filing.expectFiledUnderVisit(session, session.cast.order());
});

/** Delivered once and filed once, shown by something later that has arrived. */
Then('the EHR files the result exactly once', async function () {
  const session = sessionOf(this);
  await filing.expectFiledOnce(session, session.cast.order());
});

/** Shown by something later that has arrived. */
Then('the EHR files nothing for the {string}', async function (who: string) {
  await filing.expectNothingFiled(sessionOf(this), who);
});

/** In the record of the patient. */
Then('the EHR files {string} without an order', async function (name: string) {
  await filing.expectFiledWithoutOrder(sessionOf(this), name);
});

/** Under numbers of its own, linked to the order (OBR-29) and to the value that led to it (OBR-26). */
Then('the EHR files {string} as a consequence of {string}', async function (name: string, because: string) {
  const session = sessionOf(this);
  await filing.expectLinked(session, name, session.cast.order(), because);
});
