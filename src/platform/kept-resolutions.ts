// Remembers where each package's name leads. Node reads the package's package.json anew for every import that names it, and
// some are long and named by a hundred files: half a second of each start.
import { registerHooks, type ResolveFnOutput } from 'node:module';

/** From here on, for what this thread loads; what packages import themselves is left alone. */
export function keepResolutions(): void {
  const kept = new Map<string, ResolveFnOutput>();
  registerHooks({
    resolve(specifier, context, next) {
      const ownImport = context.parentURL !== undefined && !context.parentURL.includes('/node_modules/');
      if (!ownImport || !/^@?[a-z]/.test(specifier) || /^(node|file|data):/.test(specifier))
        return next(specifier, context);
      const found = kept.get(specifier);
      if (found) return { ...found, shortCircuit: true };
      const fresh = next(specifier, context);
      kept.set(specifier, fresh);
      return fresh;
    },
  });
}
