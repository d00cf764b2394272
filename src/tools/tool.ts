/** Something the command line can be asked to do; gives the exit status. */
export type Tool = { readonly run: () => Promise<number> };
