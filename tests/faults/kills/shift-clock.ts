/**
 * Lets every clock of this process go before or behind the machine's by so much, as if so long had passed between two
 * lives of the program, and gives what shifts it anew. Timers run as ever.
 */
export function shiftClock(byMs: number): (byMs: number) => void {
  let shiftMs = byMs;
  const RealDate = globalThis.Date;
  const realNow = RealDate.now;
  const now = (): number => realNow() + shiftMs;
  RealDate.now = now;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
  });
  return (newMs) => {
    shiftMs = newMs;
  };
}
