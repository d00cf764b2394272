/**
 * Something the person can do next: a button where there are buttons, a command to type elsewhere. Where `opensForm`
 * stands, the button shows the form of that command; typed, the command says what is missing.
 */
export type Action = { readonly label: string; readonly command: string; readonly opensForm?: true };
