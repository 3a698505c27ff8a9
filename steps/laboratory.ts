import { type DataTable, Given, When } from '@cucumber/cucumber';
import * as laboratory from '../src/session/laboratory.js';
import { answersOf, diagnosisNamed } from '../src/session/laboratory-material.js';
import { lead, requisition, requisitionPlaced } from '../src/session/laboratory-progress.js';
import { sessionOf } from '../src/session/open-session.js';
import { fromNow, placed, placeOrder } from '../src/session/ordering.js';
import { dialectOf, type LaboratoryProgress, type Priority } from '../src/session/words.js';

/** ORM^O01 NW; any name that a ward uses: `CBC`, `Potassium`, `Blood culture`. */
When('the EHR places the laboratory order {string}', async function (name: string) {
  await placeOrder(sessionOf(this), 'laboratory', name);
});

/** The same for somebody else than the patient. */
When('the EHR places the laboratory order {string} for the {string}', async function (name: string, who: string) {
  await placeOrder(sessionOf(this), 'laboratory', name, { who });
});

/** The priority stands in ORC-7 and OBR-27, in TQ1-9 where the message has TQ1. */
When('the EHR places the {priority} laboratory order {string}', async function (priority: Priority, name: string) {
  await placeOrder(sessionOf(this), 'laboratory', name, { priority });
});

/** A timed order: the start counts from now. */
When(
  'the EHR places the laboratory order {string} to be done in {duration}',
  async function (name: string, ms: number) {
    const session = sessionOf(this);
    await placeOrder(session, 'laboratory', name, { priority: 'T', startAt: fromNow(session, ms) });
  },
);

/** A repeat pattern of table 0335: `Q6H`, `QAM`. */
When('the EHR places the laboratory order {string} repeated {string}', async function (name: string, pattern: string) {
  await placeOrder(sessionOf(this), 'laboratory', name, { repeatPattern: pattern });
});

/** By ORM^O01 or OML^O21. */
When('the EHR places the laboratory order {string} by an {message type}', async function (name: string, type: string) {
  await placeOrder(sessionOf(this), 'laboratory', name, { dialect: dialectOf(type) });
});

/** The same with a priority. */
When(
  'the EHR places the {priority} laboratory order {string} by an {message type}',
  async function (priority: Priority, name: string, type: string) {
    await placeOrder(sessionOf(this), 'laboratory', name, { priority, dialect: dialectOf(type) });
  },
);

/** DG1 with the ICD-10-CM code, and an OBX for each row: what the laboratory asks with every such order, and the answer. */
When(
  'the EHR places the laboratory order {string} for the diagnosis {string} with the answers',
  async function (name: string, diagnosis: string, table: DataTable) {
    const wish = { diagnoses: [diagnosisNamed(diagnosis)], questions: answersOf(table.raw()) };
    await placeOrder(sessionOf(this), 'laboratory', name, wish);
  },
);

/** A local code that is in no catalogue. */
When(
  'the EHR places the laboratory order {string}, which the laboratory does not offer',
  async function (name: string) {
    await placeOrder(sessionOf(this), 'laboratory', name, { unlisted: true });
  },
);

/** Several orders in one message under one ORC-4: a row each, with `not offered` beside a test that the laboratory does not do. */
When('the EHR places one requisition for the laboratory with', async function (table: DataTable) {
  await requisition(sessionOf(this), table.raw());
});

/** The same for a requisition of which every order has been accepted. */
Given('the EHR has placed one requisition for the laboratory with', async function (table: DataTable) {
  await requisitionPlaced(sessionOf(this), table.raw());
});

/** It has been accepted, and the EHR has heard so. */
Given('the EHR has placed the laboratory order {string}', async function (name: string) {
  await placed(sessionOf(this), 'laboratory', name);
});

/** The same by ORM^O01 or OML^O21. */
Given(
  'the EHR has placed the laboratory order {string} by an {message type}',
  async function (name: string, type: string) {
    await placed(sessionOf(this), 'laboratory', name, { dialect: dialectOf(type) });
  },
);

/** The same for somebody else than the patient. */
Given('the EHR has placed the laboratory order {string} for the {string}', async function (name: string, who: string) {
  await placed(sessionOf(this), 'laboratory', name, { who });
});

/** So far and no further: `not received a specimen`, `received the specimen`, `reported a final result`. The EHR knows it. */
Given('the laboratory has {laboratory progress}', async function (progress: LaboratoryProgress) {
  const session = sessionOf(this);
  await lead(session, session.cast.order(), progress);
});

/** SC with ORC-5 IP. */
When('the laboratory receives the specimen', async function () {
  const session = sessionOf(this);
  await laboratory.receiveSpecimen(session, session.cast.order());
});

/** ORU with OBR-25 I and no observation, as some laboratories tell it. */
When('the laboratory tells by a result message that the specimen has come', async function () {
  const session = sessionOf(this);
  await laboratory.receiveSpecimen(session, session.cast.order(), 'result');
});

/** OC with the reason. */
When('the laboratory cancels the order because {string}', async function (reason: string) {
  const session = sessionOf(this);
  await laboratory.cancelByLaboratory(session, session.cast.order(), reason);
});

/** SN: the laboratory orders by itself, and the EHR gives the placer number. */
When('the laboratory orders {string} by itself', async function (name: string) {
  await laboratory.orderItself(sessionOf(this), name);
});
