/** The config of a new project: the shortest that works, and the rest as comments that can be taken up one by one. */
export const CONFIG_YAML = `# How Pipehat reaches the system under test. "npx pipehat doctor --env test" checks this file and every port in it.

# For the evidence that is handed over.
sut: { name: "My interface engine", version: "1.0" }

environments:
  # The engine that comes with Pipehat, started for each run: the features can be tried without any other system.
  demo: { demoEngine: true }

  test:
    # Which part the system under test plays: engine (between the actors), or one of ehr, lis, ris, pharmacy.
    role: engine

    # The actors that Pipehat plays. send: the inbound port of your engine for this actor.
    # listen: the port on this machine to which your engine delivers what is meant for this actor.
    actors:
      ehr:      { send: "mllp://127.0.0.1:6661", listen: 7001, application: EHR, facility: PHGH }
      lis:      { send: "mllp://127.0.0.1:6662", listen: 7002, application: LIS, facility: PHGH }
      ris:      { send: "mllp://127.0.0.1:6663", listen: 7003, application: RIS, facility: PHGH }
      pharmacy: { send: "mllp://127.0.0.1:6664", listen: 7004, application: PHARMACY, facility: PHGH }

    # MSH-5 and MSH-6 of what Pipehat sends.
    sutIdentity: { application: ENGINE, facility: PHGH }

    # Another machine must be named here before anything is sent to it, and messages marked P (production) need a word too.
    # allow: { hosts: ["10.1.2.3"], production: false }
    # Let an engine on another machine reach the listeners above.
    # listenHost: 0.0.0.0

    # version: 2.5.1
    # charset: UNICODE UTF-8
    # processingId: T
    # acknowledgment: { mode: original, timeout: 10s }
    # timeouts: { connect: 5s, expectation: 10s, operator: 5m, idle: 30s }
    # connection: { mode: kept-open, depth: 1 }

    # TLS: write mllps:// instead of mllp://. Secrets only as environment variables.
    # tls: { ca: certificates/ca.pem, cert: certificates/own.pem, key: certificates/own.key, passphrase: "\${TLS_PASSPHRASE}" }

    # How scenarios restart, kill or cut off your engine. Without a command such a scenario is untestable, not green.
    # control:
    #   start: docker start engine
    #   stop: docker stop engine
    #   kill: docker kill engine
    #   timeout: 60s

default: demo

# "pipehat:adt" beside them runs a topic of the go-live suite that comes with Pipehat; "pipehat:" all of it.
features: [features]
steps: [steps]
# Every message is judged by the profile that is for it, or by the base standard. "pipehat:" adds the profiles of the package;
# validation: { errors: tell } only tells what is wrong.
profiles: [profiles]
results: results

# Simulators, faults and report formats of your own: see node_modules/pipehat/docs/extending.md.
# extensions: { simulators: [simulators/own.ts], faults: [faults/own.ts], reports: [reports/own.ts] }

# What the scenarios prove: the tag @REQ-ADT-001 of a scenario points here.
requirements:
  REQ-ADT-001: An admission reaches the laboratory
`;
