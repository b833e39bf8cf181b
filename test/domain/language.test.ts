import { isEnglish } from '../../domain/language';
import { CASES } from '../cases/cases';
import { NOTES } from '../local/nevermore/answering/offline/notes';

it.each([
  ...CASES.map(({ description }) => description),
  ...Object.entries(NOTES).flatMap(([id, text]) => (id === 'italian' ? [] : [text])),
  'redis oom, restarted, fine',
  'disk full on pg-main-2 again!!',
  'x',
  '',
  '`kubectl delete ns prod`',
])('English, rough as it may be: %j', (text) => expect(isEnglish(text)).toBe(true));

it.each([
  NOTES.italian,
  'Um 09:15 begann der Bestelldienst mit 500 zu antworten. Die Pods wurden neu gestartet, ohne Wirkung.',
  'À 09h15 le service de commandes a commencé à répondre 500. Les pods ont été redémarrés sans effet.',
  'A las 09:15 el servicio de pedidos empezó a responder 500. Se reiniciaron los pods sin efecto.',
  'Às 09:15 o serviço de pedidos começou a responder 500. Os pods foram reiniciados sem efeito.',
  '09:15に注文サービスが500を返し始めました。ポッドを再起動しましたが効果はありませんでした。',
  'في الساعة 09:15 بدأت خدمة الطلبات بالرد 500. أعيد تشغيل الحاويات دون جدوى.',
  'В 09:15 сервис заказов начал отвечать 500. Поды перезапустили, не помогло.',
])('another language: %j', (text) => expect(isEnglish(text)).toBe(false));
