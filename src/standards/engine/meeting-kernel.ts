// The inner loop of `Meeting`: for each word, which of the phrases that are looked for around it could stand there by what stands
// around it. In WebAssembly, since a row is told by two looks at 128 bits there, where JavaScript takes some thirty steps.
import {
  assemble,
  block,
  bytes16,
  type Code,
  get,
  i32,
  jump,
  jumpIf,
  loop,
  type Routine,
  set,
  type Variable,
} from './web-assembly.ts';
import { bitBytes, blockBytes, blockShift, inBlock, sizes } from './surroundings.ts';

/**
 * How a row lies in memory: bits of the words of which one must stand in a window, the same of another window, how far away the bits
 * of both windows lie, the position and its cue.
 */
export const row = { one: 0, other: 16, oneAt: 32, otherAt: 34, position: 36, cue: 40, size: 44 } as const;
/** What was met: the address of what was met before of the same cue or 0, the position, the word's place. */
export const met = { next: 0, position: 4, place: 8, size: 12 } as const;

export interface MeetingAddresses {
  /** By word, its bits. */
  readonly bits: number;
  /** By word and whom it is asked of, the address of the first row. */
  readonly from: number;
  /** How many addresses each word has there. */
  readonly groups: number;
  /** By cue, the address of what was met last of it; 0 where nothing was. */
  readonly heads: number;
  /** Room for the addresses of as many rows as one word has. */
  readonly passing: number;
  /** Where it is written how many bytes of rows were read, and where the last that was met ends. */
  readonly looked: number;
  readonly stopped: number;
  readonly memory: number;
}

/**
 * The module with `load(block, end)`, which fills the windows of blocks whose ids are written, and `scan(block, end, first, behind,
 * out, full, shift)`, which writes what is met at each block to `out`: of each word's rows those from its address number `first` up to
 * `behind`, four bytes each. A word's place is the number of its block in memory and `shift` more. It stops at the first block at
 * which `out` is past `full`, and gives where.
 */
export function meetingModule(addresses: MeetingAddresses): Uint8Array<ArrayBuffer> {
  return assemble([loadRoutine(addresses), scanRoutine(addresses)], addresses.memory);
}

function loadRoutine({ bits }: MeetingAddresses): Routine {
  return {
    name: 'load',
    takes: 2,
    write: ([here, end], variables) => {
      const windows = sizes.map(() => variables.new('v128'));
      const low = variables.new('i32');
      // A window that ends here is one that ends here and one that ended before it: [size] = [part] or [size - part], `part` words back.
      const furthest = 6;
      const before = (words: number, window: number): Code =>
        bytes16.at(get(low), (furthest - words) * blockBytes + window * bitBytes);
      const parts = [
        [0, 1, 0],
        [0, 1, 1],
        [1, 2, 1],
        [3, 4, 1],
        [4, 6, 4],
      ] as const;
      return [
        block((finished) =>
          loop((next) => [
            jumpIf(finished, i32.atLeast(get(here!), get(end!))),
            set(low, i32.sub(get(here!), i32.of(furthest * blockBytes))),
            set(windows[0]!, bytes16.at(i32.left(i32.at(get(here!), inBlock.id), i32.of(4)), bits)),
            parts.map(([part, back, rest], at) =>
              set(windows[at + 1]!, bytes16.or(get(windows[part]!), before(back, rest))),
            ),
            windows.map((window, at) => bytes16.put(get(here!), get(window), at * bitBytes)),
            set(here!, i32.add(get(here!), i32.of(blockBytes))),
            jump(next),
          ]),
        ),
        get(here!),
      ];
    },
  };
}

function scanRoutine({ from, groups, heads, passing, looked, stopped }: MeetingAddresses): Routine {
  return {
    name: 'scan',
    takes: 7,
    write: ([here, end, first, behind, out, full, shift], variables) => {
      const short = (): Variable => variables.new('i32');
      const [word, at, stop, read, passed, head, place] = [
        short(),
        short(),
        short(),
        short(),
        short(),
        short(),
        short(),
      ];
      const fits = (bits: number, away: number): Code =>
        bytes16.any(
          bytes16.and(bytes16.at(get(at), bits), bytes16.at(i32.add(get(here!), i32.shortAt(get(at), away)))),
        );
      return [
        set(read, i32.at(i32.of(looked))),
        block((finished) =>
          loop((next) => [
            jumpIf(finished, i32.atLeast(get(here!), get(end!))),
            jumpIf(finished, i32.atLeast(get(out!), get(full!))),
            set(word, i32.times(i32.at(get(here!), inBlock.id), i32.of(4 * groups))),
            set(at, i32.at(i32.add(get(word), get(first!)), from)),
            set(stop, i32.at(i32.add(get(word), get(behind!)), from)),
            set(read, i32.add(get(read), i32.sub(get(stop), get(at)))),
            set(passed, i32.of(passing)),
            block((none) =>
              loop((more) => [
                jumpIf(none, i32.atLeast(get(at), get(stop))),
                // Always written, kept where it fits: which do can't be foreseen, and a branch foreseen wrongly costs more.
                i32.put(get(passed), get(at)),
                set(
                  passed,
                  i32.add(
                    get(passed),
                    i32.left(i32.and(fits(row.one, row.oneAt), fits(row.other, row.otherAt)), i32.of(2)),
                  ),
                ),
                set(at, i32.add(get(at), i32.of(row.size))),
                jump(more),
              ]),
            ),
            set(place, i32.add(i32.right(get(here!), i32.of(blockShift)), get(shift!))),
            set(stop, i32.of(passing)),
            block((none) =>
              loop((more) => [
                jumpIf(none, i32.atLeast(get(stop), get(passed))),
                set(at, i32.at(get(stop))),
                set(head, i32.left(i32.at(get(at), row.cue), i32.of(2))),
                i32.put(get(out!), i32.at(get(head), heads), met.next),
                i32.put(get(out!), i32.at(get(at), row.position), met.position),
                i32.put(get(out!), get(place), met.place),
                i32.put(get(head), get(out!), heads),
                set(out!, i32.add(get(out!), i32.of(met.size))),
                set(stop, i32.add(get(stop), i32.of(4))),
                jump(more),
              ]),
            ),
            set(here!, i32.add(get(here!), i32.of(blockBytes))),
            jump(next),
          ]),
        ),
        i32.put(i32.of(looked), get(read)),
        i32.put(i32.of(stopped), get(out!)),
        get(here!),
      ];
    },
  };
}
