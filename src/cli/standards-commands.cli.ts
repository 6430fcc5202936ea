import type { Terminal } from './terminal.ts';
export async function standardsCheck(_t: Terminal, _f: string[], _o: object): Promise<number> {
  return 1;
}
export async function standardsList(_t: Terminal, _o: object): Promise<number> {
  return 1;
}
export async function standardsExplain(_t: Terminal, _i: string, _o: object): Promise<number> {
  return 1;
}
export async function standardsTry(_t: Terminal, _i: string, _o: object): Promise<number> {
  return 1;
}
