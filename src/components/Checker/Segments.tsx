interface Props<Value extends string> {
  /** Of the radio buttons; the row's name has the id `<name>-name`, what stands below it `<name>-hint`. */
  name: string;
  value: Value;
  all: readonly Value[];
  /** Those that can be chosen. */
  open: readonly Value[];
  choose: (value: Value) => void;
  /** Whether anything stands below it. */
  isDescribed: boolean;
  word?: (value: Value) => string;
}

/** One of few, side by side: radio buttons. What cannot be chosen stays in sight. */
export function Segments<Value extends string>({
  name,
  value,
  all,
  open,
  choose,
  isDescribed,
  word = String,
}: Props<Value>) {
  return (
    <div
      class="seg"
      role="radiogroup"
      aria-labelledby={`${name}-name`}
      aria-describedby={isDescribed ? `${name}-hint` : undefined}
    >
      {all.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            disabled={!open.includes(option)}
            onChange={() => choose(option)}
          />
          {word(option)}
        </label>
      ))}
    </div>
  );
}
