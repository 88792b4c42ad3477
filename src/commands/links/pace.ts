import { setTimeout as wait } from 'node:timers/promises';

/** Time, as a test can replace it. All in milliseconds. */
export interface Clock {
  now(): number;
  wait(ms: number): Promise<void>;
}

export const realClock: Clock = { now: () => Date.now(), wait: (ms) => wait(ms) };

/** Keeps requests to one host apart. */
export interface Pace {
  /** Runs a task once the tasks of the host before it are done and it has had its rest. */
  turn<Result>(url: URL, task: () => Promise<Result>): Promise<Result>;
  /** Lengthens the rest between two tasks of a host. */
  slow(url: URL, gapMs: number): void;
  /** Lets a host alone for a time. */
  rest(url: URL, ms: number): void;
}

/** A computer that goes by two names, or by two protocols, is one. */
const hostOf = ({ host }: URL) => host.replace(/^www\./, '');

/** @param gapMs rest between the end of one request and the next to the same host */
export function pacer(clock: Clock, gapMs: number): Pace {
  const hosts = new Map<string, { gapMs: number; freeAt: number; last: Promise<unknown> }>();
  const stateOf = (url: URL) => {
    const name = hostOf(url);
    const state = hosts.get(name) ?? { gapMs, freeAt: 0, last: Promise.resolve() };
    hosts.set(name, state);
    return state;
  };
  return {
    turn(url, task) {
      const state = stateOf(url);
      const mine = state.last.then(async () => {
        const ms = state.freeAt - clock.now();
        if (ms > 0) await clock.wait(ms);
        try {
          return await task();
        } finally {
          state.freeAt = Math.max(state.freeAt, clock.now() + state.gapMs);
        }
      });
      state.last = mine.catch(() => {});
      return mine;
    },
    slow(url, gapMs) {
      const state = stateOf(url);
      state.freeAt += Math.max(0, gapMs - state.gapMs);
      state.gapMs = Math.max(state.gapMs, gapMs);
    },
    rest(url, ms) {
      const state = stateOf(url);
      state.freeAt = Math.max(state.freeAt, clock.now() + ms);
    },
  };
}
