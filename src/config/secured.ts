import { type TlsLaboratory, tlsLaboratory } from '../mllp/tls-laboratory.js';
import type { ActorConfig, Environment } from './config.js';

/** What the embedded engine shows and trusts, as PEM texts. */
interface EngineCertificates {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** The environment of the embedded engine with mutual TLS on every link, under an authority that is made for it. */
export async function securedDemo(
  environment: Environment,
): Promise<{ readonly environment: Environment; readonly engine: EngineCertificates }> {
  const laboratory = await tlsLaboratory();
  const actors = Object.entries(environment.actors).map(([role, actor]) => [role, secured(actor, laboratory)]);
  const { ca, certificates } = laboratory;
  return {
    environment: { ...environment, actors: Object.fromEntries(actors) },
    engine: { ca, ...certificates.good },
  };
}

function secured(actor: ActorConfig, laboratory: TlsLaboratory): ActorConfig {
  const { ca, certificates } = laboratory;
  return {
    ...actor,
    ...(actor.send && { send: { ...actor.send, tls: true } }),
    ...(actor.listen && { listen: { ...actor.listen, tls: true } }),
    tls: { ca, ...certificates.good, requireClientCertificate: true, laboratory },
  };
}
