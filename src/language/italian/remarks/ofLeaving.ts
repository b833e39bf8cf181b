import type { Remark } from './remark';

/** What is said where something leaves the document: its exports, and actions that become issues elsewhere. */
export const OF_LEAVING: readonly Remark[] = [
  // domain/actions
  ['It looks like {example}.', 'È fatto così: {example}.'],
  ['This is no address.', 'Questo non è un indirizzo.'],
  [
    'Only an https address without a password can be opened.',
    'Si può aprire solo un indirizzo https senza password.',
  ],
  ['The address names no repository.', 'L’indirizzo non indica un repository.'],
  ['The address names no project.', 'L’indirizzo non indica un progetto.'],
  ['Jira needs the numbers of a project and a type.', 'A Jira servono i numeri di un progetto e di un tipo.'],
  ['The address names no workspace or team.', 'L’indirizzo non indica un workspace o un team.'],

  // domain/export
  [
    'Slack takes {most} characters a message: the document is split into {n}, each with its number. Nothing is left out.',
    'Slack accetta {most} caratteri a messaggio: il documento è diviso in {n}, ciascuno con il suo numero. Niente viene tralasciato.',
  ],
  [
    'Teams takes about {most} KB a message and this is {size} KB: send it section by section, or attach the HTML file. Nothing is left out here.',
    'Teams accetta circa {most} KB a messaggio e questo ne ha {size}: invialo sezione per sezione, o allega il file HTML. Qui niente viene tralasciato.',
  ],
  [
    'Notion has three levels of headings: {n} below them are on the third.',
    'Notion ha tre livelli di titoli: {n} più in basso stanno al terzo.',
  ],
  [
    'Notion has three levels of headings: {n} below them is on the third.',
    'Notion ha tre livelli di titoli: {n} più in basso sta al terzo.',
  ],
  ['Taken out, {=label}: {values}.', 'Tolto, {=label}: {values}.'],
  [
    'Rules do not find everything: read it before it leaves.',
    'Le regole non trovano tutto: leggilo prima che esca.',
  ],
];
