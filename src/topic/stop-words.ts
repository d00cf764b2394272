/** Words that carry no meaning in a query, folded; a name or an event that holds one ("call of …") is read first. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of to in on at by for from with and between about over into as is are was were be been has have had
  it its this that these those who whom which what when where vs versus amid after before during
  le la les l un une des du de d et en au aux avec entre sur pour par dans que qui ce cette
  el los las lo y con sobre para por una del al der die das den dem des und mit zwischen uber von zu im am
  il lo gli i tra fra con di della dello e do da dos das com o os w z i na do o и в на с со к о об от по за из у
  та і з із до ве ile ve في من علي الي عن مع بين بعد`.split(/\s+/),
);
