/** CPU of this process so far in microseconds: user and system, all its threads. */
export function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
