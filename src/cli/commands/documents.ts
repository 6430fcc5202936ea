// Commands about documents: the register of policies and procedures, one as a file, a file as a draft.
import { Option, type Command } from 'commander';
import type { BringDocumentOptions, ExportDocumentOptions, ListDocumentsOptions } from '../documents.cli.ts';
import type { Frame } from './frame.ts';
import { shared } from './options.ts';

// Loaded where it is called: no other command waits for it.
const loadDocuments = async () => import('../documents.cli.ts');

export function documentsCommands(program: Command, { terminal, reading }: Frame): void {
  const documents = program
    .command('documents')
    .description('policies and procedures: how each stands, and each as a file')
    .exitOverride();
  shared(documents.command('list'))
    .description('every policy and procedure, how it stands, who owns it, when it is looked at next')
    .option('--on <day>', 'as it stood on that day')
    .addOption(new Option('--kind <kind>', 'only these').choices(['policy', 'procedure']))
    .option('--words <words>', 'only those whose title or id has them')
    .action(async (options: ListDocumentsOptions) =>
      reading(options, async (session) => (await loadDocuments()).listDocuments(session, terminal, options)),
    );
  shared(documents.command('export <kind> <id>'))
    .description('one document as a file, the version in force unless another is named')
    .addOption(new Option('--as <form>', 'the form of the file').choices(['md', 'pdf', 'json']).default('md'))
    .option('--version-of <version>', 'this version')
    .option('--out <file>', 'where to; - is standard output')
    .action(async (kind: string, id: string, options: ExportDocumentOptions) =>
      reading(options, async (session) => (await loadDocuments()).exportDocument(session, terminal, kind, id, options)),
    );
  shared(documents.command('bring <file>'))
    .description('a draft from a file: Markdown, Word or PDF')
    .addOption(new Option('--kind <kind>', 'what it is').choices(['policy', 'procedure']).default('policy'))
    .action(async (file: string, options: BringDocumentOptions) =>
      reading(options, async (session) => (await loadDocuments()).bringDocument(session, terminal, file, options)),
    );
}
