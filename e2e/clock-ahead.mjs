/** Loaded with `--import`: this process believes that it is E2E_CLOCK_AHEAD_MS later than it is. */
const ahead = Number(process.env.E2E_CLOCK_AHEAD_MS ?? 0);
const RealDate = Date;

class DateAhead extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }
  static now = () => RealDate.now() + ahead;
  // Own ones, because Next wraps Date once more and copies only what is its own.
  static parse = RealDate.parse;
  static UTC = RealDate.UTC;
}
globalThis.Date = DateAhead;
