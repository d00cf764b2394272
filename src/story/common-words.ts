import { foldWord } from '#language/fold-word.ts';

/**
 * Words that say nothing about which event is meant: function words, and the words that stand in news of any kind.
 * English, French, Russian, German, Spanish.
 */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  a about above after again against ago all also although am amid among an and another any are around as at away back be
  became because become been before being below between both but by came can cannot come comes could day days did do does
  doing done down due during each early end even ever every few first following for former from further gave get gets
  give given go goes going got had has have having he her here him his how however i if in into is it its itself just
  know known last late later latest least less like likely made make makes making many may me might more most much must my
  near never new next no nor not now of off often old on once one only onto or other our out over own part per put said
  same saw say saying says second see seen set she should show shows since so some soon still such take taken takes taking
  tell tells than that the their them then there these they this those three through time times to today told tomorrow too
  took toward towards two under until up upon us use used using very via want wants was way we week weeks well went were
  what when where whether which while who whom whose why will with within without work would year years yesterday yet you
  your monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december s t re ve ll d m mr mrs ms dr
  world country countries people man men woman women president minister prime leader leaders official officials government
  state news report reports reported reporting statement announced announces according video photo photos live read
  au aux avec ce ces cet cette ceux chez comme contre dans de des du elle elles en entre est et ete etre eu faire fait fois
  fut il ils je jour la le les leur leurs lors lui mais meme mes mon ne nos notre nous on ont ou par pas pendant peu plus
  plusieurs pour pres puis qu quand que quel quelle quels quelles qui sa sans se selon sera ses si son sont sous sur ta te
  tous tout toute toutes tres tu un une vers vos votre vous y dit declare annonce apres avant ainsi aussi encore depuis
  deux trois dont lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout
  septembre octobre novembre decembre pays monde ministre chef gouvernement l n c j jusqu lorsqu
  а без более бы был была были было быть в вам вас во вот все всего всех вы где да для до его ее если есть еще же за здесь
  и из или им их к как ко когда кто ли между меня мне может мы на над надо наш не него нее нет ни них но о об один она они
  оно от по под после при про с сам свою себя со так также такой там те тем то того тоже той только том тот ты у уже что
  чтобы эта эти это этого этой этом этот я года году год лет дня день заявил заявила заявили сообщил сообщила сообщили
  сообщает сообщают президент министр страна страны мир глава власти
  aber als am an auch auf aus bei bis das dass dem den der des die doch durch ein eine einem einen einer er es fur gegen
  haben hat ihr im in ist kein mehr mit nach nicht noch nun nur oder sein seine sich sie sind so soll uber um und unter vom
  von vor war werden wie will wird wurde zu zum zur
  al ante asi bajo cada con contra como cual cuando del desde donde el ella ellos en entre era es esa ese esta este estos
  fue ha han hasta hay la las le les lo los mas muy no nos o para pero por porque que se segun ser sin sobre son su sus
  tambien tiene todo tras un una y ya
  `
    .trim()
    .split(/\s+/)
    .map(foldWord),
);

/** True for a folded word that helps no one to tell two events apart. */
export const isCommonWord = (folded: string): boolean => COMMON_WORDS.has(folded);
