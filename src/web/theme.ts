// Mantine's theme: its colours are the tokens of tokens.css, so that light and dark are one list. No style is made while the
// page runs: what Mantine would write into a <style> stands in mantine.css, since the server's policy allows none.
import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

/** Ten times the one accent: Mantine asks for shades, and a page has one. */
const accent = Array.from({ length: 10 }, () => '#14604a') as unknown as MantineColorsTuple;

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent },
  primaryShade: { light: 8, dark: 8 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // White on the dark scheme's light accent could not be read.
  variantColorResolver: (input) => ({
    ...defaultVariantColorsResolver(input),
    ...(input.variant === 'filled' ? { color: 'var(--on-accent)' } : {}),
  }),
});
