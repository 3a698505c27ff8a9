/**
 * One server of fixed service time D at Poisson arrivals of rate lambda (M/D/1): the probability that a message waits no longer
 * than `wait`. Erlang's formula, summed from its alternating terms; exact for waits of up to about 25 D in double precision.
 */
export function waitsAtMost(wait: number, lambda: number, service: number): number {
  const load = lambda * service;
  let sum = 0;
  for (let k = 0; k * service <= wait; k++) {
    const x = lambda * (wait - k * service);
    let term = Math.exp(x);
    for (let n = 1; n <= k; n++) term *= -x / n;
    sum += term;
  }
  return (1 - load) * sum;
}

/** The rate at which so great a share of the responses (wait and service) is within `limit`. Any one unit of time. */
export function capacityOf(limit: number, share: number, service: number): number {
  let [low, high] = [0, 1 / service];
  for (let n = 0; n < 60; n++) {
    const rate = (low + high) / 2;
    if (waitsAtMost(limit - service, rate, service) >= share) low = rate;
    else high = rate;
  }
  return low;
}
