// A file that is looked into before anything of it is kept: sent once, then shown as it would be read, again and again as a person says
// what its columns mean.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../api.ts';
import { sendFile } from './send-file.ts';

/** What is told of a file: the sheet that was read, among others. */
interface OfASheet {
  readonly sheet: string;
}

export interface LookedInto<Preview> {
  /** The upload's id. */
  readonly upload: string;
  /** The file's. */
  readonly name: string;
  readonly preview: Preview;
}

/**
 * @param path of the route that looks into an upload
 * @returns the file once it was looked into, `choose` for a first look, `change` for another look at the same sheet with more said of it
 */
export function useLookedInto<Preview extends OfASheet, Asked extends Partial<OfASheet>>(path: string) {
  const [chosen, setChosen] = useState<LookedInto<Preview> | null>(null);
  const look = useMutation({
    mutationFn: async ({ upload, name, asked }: { upload: string; name: string; asked: Partial<Asked> }) => ({
      upload,
      name,
      preview: await send<Preview>('POST', path, { upload, name, ...asked }),
    }),
    onSuccess: setChosen,
  });
  const choose = useMutation({
    mutationFn: async (file: File) => ({ upload: await sendFile(file), name: file.name }),
    onSuccess: ({ upload, name }) => look.mutate({ upload, name, asked: {} }),
  });
  return {
    chosen,
    choose: (file: File): void => choose.mutate(file),
    change: (asked: Asked): void => {
      if (chosen)
        look.mutate({ upload: chosen.upload, name: chosen.name, asked: { sheet: chosen.preview.sheet, ...asked } });
    },
    /** Back to where no file is chosen. */
    again: (): void => {
      setChosen(null);
      look.reset();
      choose.reset();
    },
    looking: look.isPending,
    coming: choose.isPending || look.isPending,
    problem: choose.error ?? look.error,
  };
}
