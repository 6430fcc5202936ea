// How the pages become the files that the server sends: one entry, a file for each page, names that change with the content,
// each beside its compressed self. `modules.json` names what went in, so that a start knows whether to build anew.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const outDir = process.env['CUSTOMARY_BUNDLE'] ?? join(root, 'dist', 'web');

export default defineConfig({
  root: join(root, 'src', 'web'),
  plugins: [react(), compressed(), modulesNamed()],
  build: {
    outDir,
    emptyOutDir: true,
    // A browser nobody updated for a year.
    target: ['chrome120', 'edge120', 'firefox121', 'safari17'],
    // An asset inside a style or a script would be one that the server's policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});

/** Each text file once more as `.br` and `.gz`. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    closeBundle() {
      // Called after a build that failed too: what went wrong there must not be hidden behind what is missing here.
      if (!existsSync(outDir)) return;
      for (const entry of readdirSync(outDir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}

/** The sources of ours that went in, with size and time: bin/bundle.mjs compares them. */
function modulesNamed(): Plugin {
  const met = new Set<string>();
  return {
    name: 'modules-named',
    moduleParsed({ id }) {
      const path = id.split('?')[0]!;
      if (path.startsWith(root) && !path.includes('node_modules')) met.add(relative(root, path));
    },
    closeBundle() {
      if (!existsSync(outDir)) return;
      const own = [...met, 'src/web/index.html', 'src/web/public/icon.svg', 'vite.config.ts', 'package-lock.json'];
      const told = own.toSorted().flatMap((path) => {
        const found = statSync(join(root, path), { throwIfNoEntry: false });
        return found ? [[path, found.size, found.mtimeMs]] : [];
      });
      writeFileSync(join(outDir, 'modules.json'), JSON.stringify(told));
    },
  };
}
