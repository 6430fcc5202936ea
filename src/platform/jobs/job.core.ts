// A job: long work that outlives the request that asked for it. What states it goes through and when it is tried again.
import type { Actor } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/moment.ts';

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** What a job is given, as its work understands it. */
export type JobInput = Readonly<Record<string, string>>;

/** A job that is to be run now. */
export interface Job {
  readonly orgId: string;
  readonly id: string;
  readonly work: string;
  readonly input: JobInput;
  /** It is done as whoever asked. */
  readonly acting: Actor;
  /** How often it was begun, this time included. */
  readonly tries: number;
}

/** A step of the way, as work tells it. */
export interface Step {
  readonly done: number;
  readonly of?: number;
  /** What is being done, in a few words without a word of a contact. */
  readonly says?: string;
  /** Kept with the job from now on, so that the next try goes on where this one was. */
  readonly input?: JobInput;
}

/** Work that jobs may name: the run yields steps and may be left at any of them; run again it does nothing twice. */
export interface JobWork {
  run(job: Job, signal: AbortSignal): AsyncIterable<Step>;
}

const mostTries = 5;

/** When a job that failed for a reason that may pass is tried again; null where it is not. */
export function nextTry(tries: number, now: Moment): Moment | null {
  if (tries >= mostTries) return null;
  return new Date(Date.parse(now) + 5000 * 4 ** (tries - 1)).toISOString();
}

const mostLosses = 20;

/**
 * When a job goes on whose runner ended: a machine may fail several times in a row, and that is not the job's doing; work that itself
 * ends whoever runs it leaves the others some time in between. Null where that went on too long.
 */
export function afterLoss(tries: number, now: Moment): Moment | null {
  if (tries >= mostLosses) return null;
  return tries < mostTries ? now : new Date(Date.parse(now) + 30_000).toISOString();
}

/** A runner that has said nothing for this long is taken to have ended, in milliseconds. */
export const silence = 60_000;
