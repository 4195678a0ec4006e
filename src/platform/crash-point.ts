/** Named steps at which a fault test may kill the process, to show that nothing is lost or done twice. */

let armed: string | undefined;

/** Arms one step; the setting CRASH_AT does so at start-up. */
export function armCrash(step: string | undefined): void {
  armed = step;
}

/** Kills this process at once, as a power cut would, if `step` is the armed one. */
export function crashPoint(step: string): void {
  if (armed === step) process.kill(process.pid, 'SIGKILL');
}
