import { OpenedSharedList } from '../../../src/data/openedShared';
import { MemoryStorage } from '../fakes/memoryStorage';

it('remembers what others shared, the last opened first and each once', () => {
  const storage = new MemoryStorage();
  const list = new OpenedSharedList(storage, 'ann');
  list.remember({ id: 'a', title: 'Old title' });
  list.remember({ id: 'b', title: 'B' });
  list.remember({ id: 'a', title: 'New title' });
  expect(new OpenedSharedList(storage, 'ann').all()).toEqual([
    { id: 'a', title: 'New title' },
    { id: 'b', title: 'B' },
  ]);
  list.forget('a');
  expect(list.all()).toEqual([{ id: 'b', title: 'B' }]);
});

it('is empty for another user, and when the entry cannot be read', () => {
  const storage = new MemoryStorage();
  new OpenedSharedList(storage, 'ann').remember({ id: 'a', title: 'A' });
  expect(new OpenedSharedList(storage, 'bob').all()).toEqual([]);
  storage.setItem('nevermore.shared.bob', '[{');
  expect(new OpenedSharedList(storage, 'bob').all()).toEqual([]);
});
