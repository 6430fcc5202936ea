// What a file is called where it comes from.

/** Its path within the folder that was chosen, else its name. */
export function nameOf(file: File): string {
  return file.webkitRelativePath || file.name;
}
