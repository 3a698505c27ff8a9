// simple-hl7: its server makes the acknowledgment before the handler is asked.

import hl7 from 'simple-hl7';
import { port } from './loopback.mjs';

const app = hl7.tcp();
app.use((_request, response, _next) => response.end());
app.use((error, _request, _response, _next) => process.stderr.write(`${error}\n`));
app.start(port);
