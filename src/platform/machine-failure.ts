// Failures of the machine under us, as sentences: a full or read-only disk, a data folder that went away, a database that
// doesn't let us in or is gone. Nobody reports these as our mistakes; they say what to do.
import { Fault } from '../kernel/fault.ts';
import { sqlStateOf } from './db/refused-statement.ts';

/**
 * The Fault behind an error of the operating system or the database, however wrapped; null where it is neither, and so a
 * mistake of ours. SQLSTATEs are those of PostgreSQL's appendix A. Only codes are told: paths and values may be anybody's.
 */
export function machineFault(thrown: unknown): Fault | null {
  const code = sqlStateOf(thrown) ?? systemCodeOf(thrown);
  if (code === null) return null;
  if (['ENOSPC', 'EDQUOT', '53100'].includes(code))
    return new Fault(
      'disk-full',
      'unavailable',
      `There is no room left on the disk (${code}); what was finished before is kept. Make room, then run the same command again.`,
    );
  if (['EROFS', 'EACCES', 'EPERM', '25006'].includes(code))
    return new Fault(
      'storage-read-only',
      'unavailable',
      `Nothing may be written where the data is (${code}). Check the owner and permissions of the data folder and that its disk is writable, or name another folder with --data.`,
    );
  if (['ENOENT', 'ENOTDIR', 'ESTALE', 'EIO', 'EMFILE', 'ENFILE', '58030', '58P01'].includes(code))
    return new Fault(
      'storage-failed',
      'unavailable',
      `A file in use is gone or can't be read any more (${code}). Check that the data folder and what you brought are still there and their disk is sound, then run the same command again.`,
    );
  if (code === '42501')
    return new Fault(
      'database-rights-missing',
      'unavailable',
      "The database's user lacks rights that are needed (42501). Let DATABASE_URL name the owner of an empty database, one that may create roles.",
    );
  if (/^(?:08|28|57P|53|3D)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code))
    return new Fault(
      'database-unreachable',
      'unavailable',
      `PostgreSQL can't be reached any more, or doesn't let this user in (${code}). Check DATABASE_URL and the server, then run the same command again.`,
    );
  return null;
}

function systemCodeOf(thrown: unknown): string | null {
  for (let at = thrown; at instanceof Error; at = at.cause) {
    if ('code' in at && 'syscall' in at && typeof at.code === 'string') return at.code;
    // Node-postgres gives no code where a connection breaks under a query.
    if (at.message === 'Connection terminated unexpectedly') return '08006';
  }
  return null;
}
