export function bundleStands(): boolean;
export function buildBundle(node: string): string | null;
