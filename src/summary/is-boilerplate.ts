/** How sentences begin that ask readers to do something, or say where else to read; folded to small letters. */
const OPENINGS: readonly string[] = [
  // English
  'sign up',
  'subscribe(?! to the (?:view|idea|theory))',
  'read (?:more|also|next|the full|our)',
  'click (?:here|on)',
  'tap here',
  'follow (?:us|our|the latest|live)',
  'join (?:us on|our)',
  'download (?:the|our) app',
  'listen to (?:this|our|the)',
  'watch(?: (?:the|our) (?:video|report|live)|:)',
  'see also',
  'share this',
  'support our',
  'get (?:the|our|all the) (?:latest|news|newsletter|day)',
  'more (?:on this story|from|stories)',
  'the post .+ (?:first )?appeared',
  'this (?:article|story|report) (?:was|is|has been) (?:originally |first |automatically )?(?:published|translated|updated|produced)',
  'all rights reserved',
  'copyright',
  'advertisement',
  // French
  'lire (?:aussi|la suite|également|plus)',
  'à lire',
  'voir aussi',
  'abonnez-vous',
  'inscrivez-vous',
  'cliquez',
  'suivez(?:-nous| (?:notre|toute))',
  'retrouvez (?:toute|tous|notre|nos)',
  'écoutez',
  'regardez',
  'téléchargez',
  'partagez',
  'recevez',
  'tous droits réservés',
  'cet article (?:a été|est) (?:initialement )?publié',
  "l['’]article .+ est apparu en premier",
  // Russian
  'подписывайтесь',
  'подпишитесь',
  'читайте (?:также|нас|подробнее|ещё|еще)',
  'подробнее',
  'смотрите (?:также|видео)',
  'следите за',
  'нажмите',
  'перейдите по',
  'скачайте',
  'присоединяйтесь',
  'все права защищены',
  'фото:',
];

const BOILERPLATE = new RegExp(String.raw`^[^\p{L}]*(?:${OPENINGS.join('|')})(?![\p{L}])|^\s*©`, 'iu');

/** Whether a sentence is the publisher's own notice around a report: "Sign up here.", "Lire aussi …", "Подробнее". */
export const isBoilerplate = (sentence: string): boolean => BOILERPLATE.test(sentence);
