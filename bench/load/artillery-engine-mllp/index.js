'use strict';

// An engine for Artillery, so that it can be measured beside Pipehat: each virtual user has a connection of its own, over
// which it sends `count` messages, each when the last was answered. Times are those from the write to the answer.

const { connect } = require('node:net');
const { performance } = require('node:perf_hooks');

const END = Buffer.from([0x1c, 0x0d]);

class MllpEngine {
  constructor(script) {
    const [host, port] = script.config.target.split(':');
    this.address = { host, port: Number(port), noDelay: true };
    this.frame = Buffer.concat([Buffer.from([0x0b]), Buffer.from(script.config.engines.mllp.message, 'latin1'), END]);
  }

  createScenario(scenario, ee) {
    const count = scenario.flow[0].send.count;
    return (context, callback) => {
      ee.emit('started');
      this.converse(count, ee, (error) => callback(error, context));
    };
  }

  converse(count, ee, done) {
    const socket = connect(this.address);
    let left = count;
    let at = 0;
    const send = () => {
      at = performance.now();
      socket.write(this.frame);
    };
    socket.once('connect', send);
    socket.once('error', (error) => {
      ee.emit('error', error.code);
      done(error);
    });
    socket.on('data', (chunk) => {
      if (!chunk.includes(END)) return;
      ee.emit('counter', 'mllp.messages', 1);
      ee.emit('histogram', 'mllp.response_time', performance.now() - at);
      left -= 1;
      if (left > 0) {
        send();
      } else {
        socket.end();
        done();
      }
    });
  }
}

module.exports = MllpEngine;
