// Work that is asked for again and again while it goes on: never twice at once, and once more for whatever was asked meanwhile.

export class OneAtATime {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | null = null;
  #again = false;
  #failed: { readonly error: unknown } | null = null;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Begins it, or has it begun once more after this time. Doesn't wait. */
  ask(): void {
    this.#again = true;
    this.#running ??= this.#run();
  }

  /** Waits until all that was asked for is done. @throws what the work threw; after that nothing more is begun */
  async over(): Promise<void> {
    await this.#running;
    if (this.#failed) throw this.#failed.error;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#failed) {
        this.#again = false;
        await this.#work();
      }
    } catch (error) {
      this.#failed = { error };
    } finally {
      this.#running = null;
    }
  }
}
