// node-hl7-client: the handler of the connection gets every acknowledgment.
import { Client, Message } from 'node-hl7-client';
import { port, tell, texts } from './told.mjs';

const acknowledged = [];
let arrived = () => {};

const client = new Client({ host: '127.0.0.1' });
const connection = client.createConnection({ port }, (response) => {
  const message = response.getMessage();
  acknowledged.push({ code: String(message.get('MSA.1')), controlId: String(message.get('MSA.2')) });
  arrived();
});

for (const text of texts) {
  const reply = new Promise((resolve) => {
    arrived = resolve;
  });
  await connection.sendMessage(new Message({ text }));
  await reply;
}
tell(acknowledged);
