/** Keeps the values that were asked for last; beyond `size` the one longest unasked goes. */
export function boundedCache<Value>(size: number) {
  const values = new Map<string, Value>();
  return {
    get(key: string, make: () => Value): Value {
      if (values.has(key)) {
        const value = values.get(key) as Value;
        values.delete(key);
        values.set(key, value);
        return value;
      }
      const value = make();
      values.set(key, value);
      if (values.size > size) for (const oldest of values.keys()) return (values.delete(oldest), value);
      return value;
    },
    delete: (key: string) => void values.delete(key),
    clear: () => values.clear(),
  };
}
