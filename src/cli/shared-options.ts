// Options that mean the same in every command.
export interface SharedOptions {
  data?: string;
  json?: string;
  html?: string;
  open?: boolean;
  yes?: boolean;
}
