// Numbers as everything here says them: parted by commas from a thousand on, with their noun, and shares as whole per cent.

const whole = new Intl.NumberFormat('en');

/** 1234 becomes `1,234`. */
export function counted(value: number): string {
  return whole.format(Math.round(value));
}

/** `1 call`, `1,204 calls`. */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${counted(value)} ${Math.round(value) === 1 ? one : many}`;
}

/** A share as whole per cent; what rounds to nothing is 0, without a sign. */
export function hundredths(share: number): number {
  return Math.round(share * 100) + 0;
}

/** `4.3 %`, `31 %`: below a tenth with one decimal. */
export function finePercent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
