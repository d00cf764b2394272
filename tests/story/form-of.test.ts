import { describe, expect, test } from 'vitest';
import { formOf } from '#story/form-of.ts';

describe('a headline says what it is', () => {
  test.each<[ReturnType<typeof formOf>, readonly string[]]>([
    [
      'live',
      [
        'Live: ministers gather in Port Elsa',
        'Port Elsa storm live: harbour closed as wind rises',
        'Harbour strike – live updates',
        'Election night as it happened',
        'EN DIRECT - Tempête à Port-Elsa : le port est fermé',
        'Grève du port : la journée minute par minute',
        'Sturm über Lindholm im Liveticker',
        'Liveblog: Der Hafen von Lindholm ist gesperrt',
        'Huelga en el puerto, en directo',
        'Tormenta en Lindholm: minuto a minuto',
        'Онлайн: министры собираются в Линдхольме',
        'Шторм в Линдхольме. Прямая трансляция',
      ],
    ],
    [
      'roundup',
      [
        'The papers: harbour strike leads front pages',
        'Morning briefing: what to expect on Monday',
        'Your news round-up for Tuesday',
        'The week in pictures',
        'Harbour games: tears, records and a lost oar, day three best bits',
        'Regatta at Port Elsa: five stand-out moments',
        'Harbour strike: what happened on day four',
        'Can you name every harbour master of Lindholm?',
        'Regatta quiz: test your knowledge of the boats',
        'Revue de presse : la grève du port en une',
        'Régates : les temps forts de la journée',
        'Regatta in Lindholm: die besten Momente',
        'Regata en Lindholm: los mejores momentos',
        'Регата в Линдхольме: лучшие моменты дня',
        "L'essentiel de l'actualité de mardi",
        'Presseschau zum Hafenstreik',
        'Das Wichtigste vom Tage',
        'Revista de prensa del martes',
        'Resumen de la semana en el puerto',
        'Главное за день: шторм и забастовка',
        'Итоги недели в Линдхольме',
      ],
    ],
    [
      'opinion',
      [
        'Opinion: the harbour needs a new master',
        'The harbour needs a new master | Editorial',
        'Tribune : le port mérite mieux',
        'Le port mérite mieux – éditorial',
        'Kommentar: Der Hafen braucht Ruhe',
        'Der Hafen braucht Ruhe | Gastbeitrag',
        'Análisis: el puerto busca una salida',
        'El puerto merece más | Opinión',
        'Мнение: порту нужен покой',
        'Порту нужен покой – колонка',
      ],
    ],
    [
      'explainer',
      [
        'Explainer: what the harbour treaty says',
        'What is the harbour treaty?',
        'Who is the new harbour master and why was he chosen?',
        'The harbour treaty, explained',
        'Décryptage. Le traité du port',
        'Pourquoi le port de Lindholm est fermé',
        'Qui est le nouveau maître du port ?',
        'Faktencheck: Der Vertrag über den Hafen',
        'Warum der Hafen von Lindholm gesperrt ist',
        'Was ist der Hafenvertrag?',
        '¿Qué es el tratado del puerto?',
        'Por qué está cerrado el puerto de Lindholm',
        'Что известно о шторме в Линдхольме',
        'Почему закрыт порт Линдхольма',
      ],
    ],
    [
      'anniversary',
      [
        'Ten years on: how Lindholm lives with its storm',
        'Lindholm and its storm, 30 years later',
        'On this day: the ferry Halvarsen sinks',
        'Il y a dix ans, le naufrage du Halvarsen',
        'Dix ans après : Lindholm et sa tempête',
        'Vor zehn Jahren sank die Fähre Halvarsen',
        'Zehn Jahre danach: Lindholm und der Sturm',
        'Hace diez años se hundió el Halvarsen',
        'Diez años después: Lindholm y su tormenta',
        'В этот день: гибель парома «Хальварсен»',
        '10 лет спустя: Линдхольм и шторм',
      ],
    ],
  ])('%s', (form, titles) => {
    expect(titles.filter((title) => formOf(title) !== form)).toEqual([]);
  });

  test('a report says nothing of the kind, even where it has words that mark another form', () => {
    const reports = [
      'Storm hits Port Elsa: live',
      'Orchestra gives live-streamed concert in Port Elsa',
      'Ministry spokeswoman gives briefing on harbour treaty',
      'Briefing by the spokeswoman of the ministry following a telephone conversation',
      'Harbour master publishes opinion on treaty',
      'Union leader says letters were opened',
      '‘What are you afraid of?’ harbour master asks union',
      'Two years after the strike, court fines the harbour',
      'Lindholm marks anniversary of storm with silence',
      'Ministers comment on treaty',
      'La direction du port annonce une grève',
      'Le vol direct entre Lindholm et Port-Elsa est supprimé',
      'Wie der Hafen mitteilt, ruht die Arbeit',
      'Minister kommentiert Hafenvertrag',
      'El puerto seguirá cerrado, dice el ministro',
      'Переговоры о порте пройдут онлайн',
      'Министр прокомментировал договор о порте',
    ];
    expect(reports.filter((title) => formOf(title) !== 'report')).toEqual([]);
  });
});
