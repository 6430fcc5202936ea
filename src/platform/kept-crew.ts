// A crew that stays for whoever needs the same one again soon: threads that have made themselves ready (compiled a set of
// standards, say) keep what that cost. One at most is kept, for some minutes, and never longer than the process lives.
import type { Crew } from './crew.ts';

/** As long as somebody takes to fill in a form. */
const keptMs = 300_000;

export class KeptCrew<Task, Result> {
  #held: { readonly made: string; readonly crew: Crew<Task, Result>; readonly timer: NodeJS.Timeout } | null = null;

  /** The kept crew where it was made for the same, grown to the size; else a new one. Give it back, or close it. */
  async take(
    made: string,
    size: number,
    start: () => Crew<Task, Result> | Promise<Crew<Task, Result>>,
  ): Promise<Crew<Task, Result>> {
    const held = this.#held;
    this.#held = null;
    if (!held) return start();
    clearTimeout(held.timer);
    if (held.made === made) {
      held.crew.grow(size);
      held.crew.rest(false);
      return held.crew;
    }
    await held.crew.close();
    return start();
  }

  /** Keeps a crew that nobody uses; the one that was kept before goes. */
  async keep(made: string, crew: Crew<Task, Result>): Promise<void> {
    const before = this.#held;
    const timer = setTimeout(() => void this.#letGo(crew), keptMs).unref();
    crew.rest(true);
    this.#held = { made, crew, timer };
    if (!before) return;
    clearTimeout(before.timer);
    await before.crew.close();
  }

  async #letGo(crew: Crew<Task, Result>): Promise<void> {
    if (this.#held?.crew !== crew) return;
    this.#held = null;
    await crew.close();
  }
}
