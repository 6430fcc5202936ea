// One duty to read, with what was said of it.
import { dutyParts, type WrittenDuty } from '../../job-descriptions/job-description.core.ts';
import { partWords } from '../../job-descriptions/job-description-text.core.ts';
import css from './duties.module.css';

export function DutySays({ duty }: { readonly duty: WrittenDuty }) {
  const said = dutyParts.slice(1).filter((part) => duty[part].trim() !== '');
  return (
    <dl className={css.facts}>
      {said.map((part) => (
        <div key={part} className={css.fact}>
          <dt>{partWords[part].label}</dt>
          <dd>{duty[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
