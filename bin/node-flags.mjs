// How Node is started for the program: a small young generation and a bound on the old one make V8 tidy up early, which
// halves the memory a long import holds and costs no time that we could measure. The bound is per thread and far above
// what the largest single record may take.
export const nodeFlags = ['--max-semi-space-size=8', '--max-old-space-size=1536'];
