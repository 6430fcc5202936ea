// A job description is kept as it is typed: nothing that was typed is lost to a server that is away, a reply that is lost or a page that
// is left, and what somebody kept elsewhere is not written over.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Written } from '../../job-descriptions/job-description.core.ts';
import { type KeptState, newWrittenKeeper, type Revised } from './written-keeper.ts';

const written = (daily: string): Written => ({ duties: [], daily, suggestions: [] });

/** A server that takes what follows its revision, may be away, and may lose its reply. */
function kept(began: Revised = { revision: 0, written: written('') }) {
  const server = { ...began, goes: 'well' as 'well' | 'away' | 'reply-lost' };
  const told: KeptState[] = [];
  const put = async (revision: number, content: Written): Promise<Revised> => {
    if (server.goes === 'away') throw new Error('away');
    if (revision !== server.revision) throw new Error('changed');
    Object.assign(server, { revision: revision + 1, written: content });
    if (server.goes === 'reply-lost') throw new Error('away');
    return { revision: server.revision, written: content };
  };
  const keeper = newWrittenKeeper(began, {
    put,
    read: async () => ({ revision: server.revision, written: server.written }),
    isChanged: (error) => (error as Error).message === 'changed',
    passes: (error) => (error as Error).message === 'away',
    tell: (state) => told.push(state),
  });
  return { server, keeper, told, put };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is typed', () => {
  it('is kept a moment after the last letter, without empty suggestions', async () => {
    const { server, keeper, told } = kept();
    keeper.change(written('I op'));
    await vi.advanceTimersByTimeAsync(1000);
    keeper.change({ ...written('I open'), suggestions: ['', 'A key.'] });
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.revision).toBe(0);
    await vi.advanceTimersByTimeAsync(300);
    expect(server).toMatchObject({ revision: 1, written: { daily: 'I open', suggestions: ['A key.'] } });
    expect(told.at(-1)).toBe('kept');
    expect(keeper.unkept()).toBeNull();
  });

  it('is tried again while the server is away', async () => {
    const { server, keeper, told } = kept();
    server.goes = 'away';
    keeper.change(written('I open'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(told.at(-1)).toBe('failed');
    server.goes = 'well';
    await vi.advanceTimersByTimeAsync(6000);
    expect([told.at(-1), server.written.daily]).toEqual(['kept', 'I open']);
  });

  it('goes on being kept where the page was left and came back', async () => {
    const { server, keeper, told, put } = kept();
    keeper.change(written('I open'));
    const left = keeper.unkept()!;
    await put(left.revision, left.written);
    keeper.change(written('I open the gate'));
    await vi.advanceTimersByTimeAsync(1300);
    expect([told.at(-1), server.written.daily, server.revision]).toEqual(['kept', 'I open the gate', 2]);
  });

  it('is not written over what was kept elsewhere, nor that over it', async () => {
    const { server, keeper, told } = kept();
    keeper.change(written('Mine'));
    Object.assign(server, { revision: 4, written: written('Theirs') });
    await vi.advanceTimersByTimeAsync(1300);
    keeper.change(written('Mine, and more'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect([told.at(-1), server.written.daily, keeper.unkept()]).toEqual(['changed', 'Theirs', null]);
    expect(await keeper.keepNow()).toBe(false);
    expect(keeper.take({ revision: 4, written: written('Theirs') })).toBe(false);
  });

  it('is replaced by a later revision only while nothing waits', () => {
    const { keeper } = kept();
    expect(keeper.take({ revision: 2, written: written('Theirs') })).toBe(true);
    keeper.change(written('Mine'));
    expect(keeper.take({ revision: 3, written: written('Theirs') })).toBe(false);
  });
});

it('whatever comes between, what was typed last is kept once the server answers', async () => {
  const step = fc.oneof(
    fc.record({ types: fc.string({ minLength: 1, maxLength: 5 }) }),
    fc.record({ goes: fc.constantFrom('well' as const, 'away' as const, 'reply-lost' as const) }),
    fc.record({ waits: fc.integer({ min: 0, max: 7000 }) }),
    fc.constant({ leaves: true }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { server, keeper, put } = kept();
      let last = '';
      for (const one of steps) {
        if ('types' in one) keeper.change(written((last = one.types)));
        else if ('goes' in one) server.goes = one.goes;
        else if ('waits' in one) await vi.advanceTimersByTimeAsync(one.waits);
        else {
          const left = keeper.unkept();
          if (left) await put(left.revision, left.written).catch(() => undefined);
        }
      }
      server.goes = 'well';
      await vi.advanceTimersByTimeAsync(20_000);
      expect([server.written.daily, keeper.unkept()]).toEqual([last, null]);
    }),
    { numRuns: 60 },
  );
});
