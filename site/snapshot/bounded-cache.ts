/**
 * Keeps the values that were asked for last, at most `size` of them and at least the last half of that. They stand in two
 * generations, since to move each to the end whenever it is asked for would cost more than most of them.
 */
export function boundedCache<Value>(size: number) {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  function keep(key: string, value: Value): Value {
    if (young.size >= size / 2) [old, young] = [young, new Map()];
    old.delete(key);
    young.set(key, value);
    return value;
  }
  return {
    get(key: string, make: () => Value): Value {
      if (young.has(key)) return young.get(key) as Value;
      return keep(key, old.has(key) ? (old.get(key) as Value) : make());
    },
    delete(key: string): void {
      young.delete(key);
      old.delete(key);
    },
    clear(): void {
      young.clear();
      old.clear();
    },
  };
}
