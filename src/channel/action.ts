/** Something the person can do next: a button where there are buttons, a command to type elsewhere. */
export type Action = { readonly label: string; readonly command: string };
