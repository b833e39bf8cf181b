import { tokensOf, wordsOf } from '../../../domain/search/words';
import fc from '../../properties';

const words = (text: string): string[] => [...wordsOf(text)].sort();

it.each([
  ['ERR_CONN_RESET', ['conn', 'err', 'err_conn_reset', 'reset']],
  ['payments-7f9c', ['7f9c', 'payments', 'payments-7f9c']],
  [
    'NullPointerException in HTTPServer',
    ['exception', 'http', 'httpserver', 'null', 'nullpointerexception', 'pointer', 'server'],
  ],
  [
    'com.example.OrderService',
    ['com', 'com.example.orderservice', 'example', 'order', 'orderservice', 'service'],
  ],
  ['Caffè, Überlauf and naïve', ['caffe', 'naive', 'uberlauf']],
  ['l’errore del server', ['errore', 'server']],
  ['at 14:02 on v1.2.3 with 500 of 12', ['12', '14:02', '500', 'v1', 'v1.2.3']],
  ['ﬁle', ['file']],
  ['the of and il della', []],
])('%s is found by its whole and by its parts, in any case and accent', (text, found) => {
  expect(words(text)).toEqual([...found].sort());
});

it('says where each word stands, in the text as it was written', () => {
  const text = 'É la cache: ERR_CONN.';
  expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['cache', 'ERR_CONN']);
});

it('reads any text, and no word has what ends one in a key of the index', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const word of wordsOf(text)) {
        expect(word).not.toMatch(/[#\s]/);
        expect(word.length).toBeLessThanOrEqual(64);
      }
    }),
  );
});
