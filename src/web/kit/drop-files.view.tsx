// Where files are dropped, or chosen: the same area wherever something is brought in.
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import css from './drop-files.module.css';

export interface DropFilesProps {
  /** What a screen reader calls the way to choose. */
  readonly label: string;
  readonly bring: (files: readonly File[]) => void;
  /** One file alone is read: of several that are dropped the first. */
  readonly single?: boolean;
  /** Endings that are offered first. */
  readonly accept?: string;
  /** Something was chosen before: the button steps back. */
  readonly again?: boolean;
  /** A whole folder may be chosen too, by this name. */
  readonly folder?: string;
  /** What may be brought. */
  readonly children?: ReactNode;
}

export function DropFiles({ label, bring, single, accept, again, folder, children }: DropFilesProps) {
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folders = useRef<HTMLInputElement | null>(null);
  const take = (list: FileList | null): void => {
    const chosen = [...(list ?? [])].slice(0, single ? 1 : undefined);
    if (chosen.length > 0) bring(chosen);
  };
  const picker = (named: string, reference: (element: HTMLInputElement | null) => void) => (
    <input
      ref={reference}
      type="file"
      multiple={!single}
      hidden
      accept={accept}
      aria-label={named}
      onChange={(event) => {
        take(event.currentTarget.files);
        // The same file, mended, may be chosen once more.
        event.currentTarget.value = '';
      }}
    />
  );
  return (
    <section
      aria-label={single ? 'Choose a file' : 'Choose files'}
      className={css.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <IconUpload size={28} aria-hidden />
      <p>{single ? 'Drop a file here, or' : 'Drop files here, or'}</p>
      <div className={css.ways}>
        {folder === undefined ? null : <Button onClick={() => folders.current?.click()}>Choose a folder</Button>}
        <Button variant={again || folder !== undefined ? 'default' : 'filled'} onClick={() => files.current?.click()}>
          {single ? 'Choose a file' : 'Choose files'}
        </Button>
      </div>
      {picker(label, (element) => (files.current = element))}
      {folder === undefined
        ? null
        : picker(folder, (element) => {
            element?.setAttribute('webkitdirectory', '');
            folders.current = element;
          })}
      {children === undefined ? null : <p className={css.soft}>{children}</p>}
    </section>
  );
}
